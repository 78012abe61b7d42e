"""How it is told what became of words, and who took on what."""

from collections.abc import Callable, Iterator
from datetime import date

from bot.dialogue.fates import Fate
from bot.dialogue.follow_ups import Commitment, NoteOnChange, Progress
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import ContributionId
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value

Day = Callable[[date], str]


def numbers_phrase(sources: tuple[ContributionId, ...]) -> Phrase:
    """Return the numbers of some contributions, one after the other."""
    first, *rest = sources
    told = Phrase("show_follow_up-number", {"number": Quote(first, Part.NUMBER)})
    for id in rest:
        told = Phrase("show_follow_up-numbers", {"before": told, "number": Quote(id, Part.NUMBER)})
    return told


def fate_messages(fates: tuple[Fate, ...], day: Day) -> Iterator[Message]:
    """Return each thing that became of one contribution."""
    for fate in fates:
        if fate.line:
            yield Message(Phrase("show_follow_up-in-line", {"number": fate.line}))
        elif fate.commitment:
            yield commitment_message(fate.commitment.commitment, day)
        elif fate.note:
            yield note_message(fate.note, day)


def note_message(seen: NoteOnChange, day: Day) -> Message:
    """Return what somebody wrote about what became of words, and who decided."""
    note = seen.note
    values: dict[str, Value] = {
        "became": Phrase(f"show_follow_up-{note.became}-became"),
        "sources": numbers_phrase(note.sources),
        "by": Quote(note.id, Part.AUTHOR),
        "decided": Quote(note.id, Part.DECIDED_BY),
        "day": day(note.made_at.date()),
        "body": Quote(note.id),
    }
    return Message(Phrase("show_follow_up-note", values))


def commitment_message(commitment: Commitment, day: Day, *, may_settle: bool = False) -> Message:
    """Return who took on what, by when, and where it stands."""
    values: dict[str, Value] = {
        "number": commitment.number,
        "who": Quote(commitment.id, Part.WHO),
        "when": day(commitment.by_when),
        "progress": Phrase(f"show_follow_up-{commitment.progress}-progress"),
        "body": Quote(commitment.id),
    }
    why: tuple[Message, ...] = ()
    if commitment.progress is Progress.NOT_DONE:
        why = (Message(Phrase("show_follow_up-why-not", {"why": Quote(commitment.id, Part.WHY_NOT)})),)
    settle = Choice(
        Phrase("settle-choice", {"number": commitment.number}), Ticket(Action.SETTLE, commitment.id)
    )
    return Message(Phrase("show_follow_up-commitment", values), (settle,) if may_settle else (), why)

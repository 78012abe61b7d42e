"""One question, and as much of its answers as this reader may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.actions.close_round import said_of
from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.excerpts import Entry, Excerpt, RoundExcerpt
from bot.dialogue.members import Role
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.stances import Tally
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import NotFound
from bot.exports.labels import write_day
from bot.identifiers import ContributionId
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.pointing import led_from, led_here, return_choice
from bot.speech.shown import entry_choices
from bot.words import Part, Phrase, Quote, Value


@dataclass(frozen=True, slots=True)
class Sight:
    """What the reader may see, by id, and the language in which days are written for them."""

    excerpt: Excerpt
    entries: Mapping[ContributionId, Entry]
    language: str

    def day(self, day: date) -> str:
        """Return a day as the reader's language writes it."""
        return write_day(day, self.language)


def show_round(round: Round, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show the question with the answers that are open to this reader; where they are not yet, say why.

    Raises:
        NotFound: It has not been put to the group.
    """
    sight = sight_of(asking, event)
    part = next((part for part in rounds_in(sight.excerpt) if part.round.id == round.id), None)
    if part is None:
        raise NotFound
    is_open = part.round.is_open(event.at)
    values: dict[str, Value] = {
        "number": part.round.number,
        "question": Quote(part.round.id, Part.QUESTION),
        "at": part.round.closes_at if is_open else part.round.closed_at or part.round.closes_at,
    }
    heading = Phrase("show_round-open" if is_open else "show_round-closed", values)
    linked = (*led_here(round.id, sight.excerpt), *led_from(round.id, sight.excerpt))
    below = (*linked, *_below(part, asking, sight, is_open=is_open))
    return Effects(reply=Say(Message(heading, _choices(part, asking, event), below)))


def sight_of(asking: Asking, event: CommandGiven | ChoicePicked) -> Sight:
    """Return what the reader may see of the record at this moment."""
    seen = excerpt(asking.loaded(Record), asking.member, event.at)
    return Sight(seen, {e.id: e for e in seen.entries()}, asking.me.language or asking.here.language)


def rounds_in(seen: Excerpt) -> tuple[RoundExcerpt, ...]:
    """Return the rounds that have been put to the group; a preview is nobody's to read."""
    return tuple(part for part in seen.rounds if part.round.opened_at is not None)


def words_in(part: RoundExcerpt) -> tuple[Entry, ...]:
    """Return the contributions in words, or the markers in their place; the reader's own come with them."""
    return tuple(entry for entry in part.entries if entry.kind is ContributionKind.WORDS)


def entry_phrase(entry: Entry, sight: Sight) -> Phrase:
    """Return one contribution with all that is known about it, or the dated marker in its place."""
    number = Quote(entry.id, Part.NUMBER)
    if entry.state is ContributionState.LIVE and not entry.number:
        return Phrase("show_round-entry-waiting", {"body": Quote(entry.id)})
    if entry.state is ContributionState.LIVE:
        return Phrase("show_round-entry", {"number": number, "body": Quote(entry.id), **_marks(entry, sight)})
    day = sight.day(entry.state_on or entry.day)
    if entry.state is not ContributionState.HELD:
        return Phrase("show_round-entry-withdrawn", {"number": number, "day": day})
    if entry.bodies:
        return Phrase("show_round-entry-held-own", {"number": number, "day": day, "body": entry.body})
    return Phrase("show_round-entry-held", {"number": number, "day": day})


def reader_choices(entry: Entry, asking: Asking) -> tuple[Choice, ...]:
    """Return what this reader, as its author or as a member, can do with a contribution now."""
    if entry.is_own:
        return _author_choices(entry, asking)
    may_answer = asking.here.state is DialogueState.OPEN and asking.me.has_voice
    return entry_choices(entry.id) if may_answer and entry.state is ContributionState.LIVE else ()


def _author_choices(entry: Entry, asking: Asking) -> tuple[Choice, ...]:
    change = Choice(Phrase("contribute-change-choice"), Ticket(Action.REVISE, entry.id))
    take_back = Choice(Phrase("contribute-take-back-choice"), Ticket(Action.WITHDRAW, entry.id))
    appeal = Ticket(Action.APPEAL, asking.here.id, str(entry.number))
    match entry.state:
        case ContributionState.LIVE if asking.here.state is DialogueState.OPEN and asking.me.has_voice:
            return change, take_back
        case ContributionState.LIVE:
            return (take_back,)
        case ContributionState.HELD:
            return Choice(Phrase("appeal-choice"), appeal), take_back
        case ContributionState.WITHDRAWN:
            return (
                Choice(Phrase("withdraw-back-choice"), Ticket(Action.WITHDRAW, entry.id, "back")),
                Choice(Phrase("withdraw-erase-choice"), Ticket(Action.WITHDRAW, entry.id, "erase")),
            )
        case _:
            return ()


def _marks(entry: Entry, sight: Sight) -> dict[str, Value]:
    tally = entry.tally
    counts = {"same": tally.same, "differently": tally.differently, "unsure": tally.unsure}
    return {
        "author": Quote(entry.id, Part.AUTHOR),
        "day": sight.day(entry.day),
        "turn": _turn(entry, sight),
        "late": Phrase("show_round-late-mark") if entry.is_late else "",
        "edited": Phrase("show_round-edited-mark", {"count": entry.edits}) if entry.edits else "",
        "new": Phrase("show_round-new-mark") if entry.is_new_to_me else "",
        "stances": Phrase("show_round-stances", counts) if tally != Tally() else "",
    }


def _turn(entry: Entry, sight: Sight) -> Value:
    if entry.to is None or entry.turn is None:
        return ""
    answered = sight.entries.get(entry.to)
    if answered is None or answered.state is not ContributionState.LIVE:
        return Phrase("show_round-turn-gone-mark")
    return Phrase(f"show_round-turn-{entry.turn}-mark", {"to": Quote(entry.to, Part.NUMBER)})


def _choices(part: RoundExcerpt, asking: Asking, event: CommandGiven | ChoicePicked) -> tuple[Choice, ...]:
    """Offer to answer, also late; to pass only while that says something; to a facilitator, to go back."""
    if asking.here.state is not DialogueState.OPEN:
        return ()
    source = Pointer(PointerKind.ROUND, part.round.id, part.round.number)
    back = (return_choice(asking.here.id, source),) if asking.me.role is Role.FACILITATOR else ()
    if not asking.me.has_voice:
        return back
    answer = Choice(Phrase("post_round-answer-choice"), Ticket(Action.CONTRIBUTE, part.round.id))
    has_answered = any(entry.is_own for entry in part.entries)
    if has_answered or not part.round.is_open(event.at):
        return (answer, *back)
    to_pass = Ticket(Action.CONTRIBUTE, part.round.id, "pass")
    return answer, Choice(Phrase("post_round-pass-choice"), to_pass), *back


def _below(part: RoundExcerpt, asking: Asking, sight: Sight, *, is_open: bool) -> tuple[Message, ...]:
    said: list[Message] = []
    if part.is_sealed:
        said.append(Message(sealed_phrase(part.round)))
    words = words_in(part)
    said += [Message(entry_phrase(entry, sight), reader_choices(entry, asking)) for entry in words]
    passes = [entry for entry in part.entries if entry.kind is ContributionKind.PASS]
    if any(entry.is_own for entry in passes):
        said.append(Message(Phrase("show_round-you-passed")))
    if passes and not is_open:
        said.append(Message(Phrase("close_round-passed", {"count": len(passes)})))
    if not words and not part.is_sealed:
        said.append(Message(Phrase("show_round-empty")))
    if words and part.signs is not None:
        said += said_of(part.signs)
    return tuple(said)


def sealed_phrase(round: Round) -> Phrase:
    """Return why others' answers are not shown to this reader yet."""
    is_at_close = round.reveal is Reveal.AT_CLOSE
    return Phrase("show_round-sealed-at-close" if is_at_close else "show_round-sealed-answer-first")

"""How a statement and what was responded to it stand in front of the group."""

from collections.abc import Iterator

from bot.dialogue.contributions import ContributionState
from bot.dialogue.scales import Gradient
from bot.dialogue.statement_excerpts import CheckInExcerpt, NoteExcerpt
from bot.dialogue.statements import Statement
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import CheckInId
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value


def statement_values(statement: Statement) -> dict[str, Value]:
    """Return number, edition, author and text of a statement."""
    return {
        "number": statement.number,
        "edition": statement.edition,
        "author": Quote(statement.id, Part.AUTHOR),
        "body": Quote(statement.id),
    }


def statement_choices(statement: Statement) -> tuple[Choice, ...]:
    """Return what can be done with a statement: a facilitator asks, anybody writes a new edition."""
    number = str(statement.number)
    return (
        Choice(Phrase("open_check_in-choice"), Ticket(Action.OPEN_CHECK_IN, statement.dialogue, number)),
        Choice(Phrase("propose-edition-choice"), Ticket(Action.PROPOSE, statement.dialogue, number)),
    )


def respond_choices(check_in: CheckInId) -> tuple[Choice, ...]:
    """Return how somebody takes part in a check-in."""
    return (
        Choice(Phrase("respond-choice"), Ticket(Action.RESPOND, check_in)),
        Choice(Phrase("respond-pass-choice"), Ticket(Action.RESPOND, check_in, "pass")),
    )


def label_of(key: Gradient) -> Phrase:
    """Return the label of a point on the scale."""
    return Phrase(f"scales-{key}-label")


def result_message(statement: Statement, seen: CheckInExcerpt) -> Message:
    """Return a closed check-in as it stands in its place: text, notes under it, counts, reasons, reading."""
    note = Choice(Phrase("write_minority_note-choice"), Ticket(Action.WRITE_MINORITY_NOTE, seen.check_in.id))
    edition = Ticket(Action.PROPOSE, statement.dialogue, str(statement.number))
    return Message(
        Phrase("close_check_in-closed", statement_values(statement)),
        (note, Choice(Phrase("propose-edition-choice"), edition)),
        (*map(note_message, seen.notes), *counted(seen)),
    )


def counted(seen: CheckInExcerpt) -> Iterator[Message]:
    """Return the counts of a check-in, apart from each other, the reasons, and what the counts suggest."""
    counts, reading = seen.counts, seen.check_in.reading
    if counts is None or reading is None:
        return
    line: dict[str, Value] = {
        "eligible": counts.eligible,
        "responded": counts.responded,
        "passed": counts.passed,
        "none": counts.no_response,
        "left": counts.left,
    }
    yield Message(Phrase("close_check_in-counts", line))
    for key, count in counts.labels:
        yield Message(Phrase("close_check_in-label", {"label": label_of(key), "count": count}))
    for response in seen.responses:
        author = Quote(response.id, Part.AUTHOR)
        values: dict[str, Value] = {"author": author, "label": label_of(response.key)}
        if response.has_reason:
            values["reason"] = Quote(response.id)
        yield Message(
            Phrase("close_check_in-reason" if response.has_reason else "close_check_in-named", values)
        )
    if vetoes := counts.of(Gradient.VETO):
        yield Message(Phrase("close_check_in-veto", {"count": vetoes}))
    yield Message(Phrase(f"close_check_in-reading-{reading}"))
    yield Message(Phrase("close_check_in-question"))


def note_message(note: NoteExcerpt) -> Message:
    """Return a minority note with what can be done with it; behind a marker there is nothing to do."""
    if note.state is not ContributionState.LIVE:
        return Message(Phrase("write_minority_note-withdrawn", {"day": str(note.state_on or "")}))
    values: dict[str, Value] = {"author": Quote(note.id, Part.AUTHOR), "body": Quote(note.id)}
    sign = Choice(Phrase("sign_minority_note-choice"), Ticket(Action.SIGN_MINORITY_NOTE, note.id))
    signed = tuple(
        Message(Phrase("sign_minority_note-signed", {"name": Quote(id, Part.NAME)}))
        for id, _ in note.signed_by
    )
    return Message(Phrase("write_minority_note-shown", values), (sign,), signed)

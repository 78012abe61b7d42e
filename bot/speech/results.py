"""How a statement and what was responded to it stand in front of the group."""

from collections.abc import Iterator

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import ContributionState
from bot.dialogue.methods import Method
from bot.dialogue.readings import Reading
from bot.dialogue.responses import Counts
from bot.dialogue.scales import Scale
from bot.dialogue.statement_excerpts import CheckInExcerpt, NoteExcerpt, ResponseExcerpt
from bot.dialogue.statements import Statement
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import CheckInId
from bot.speech.messages import Choice, Message
from bot.speech.objecting import objection_message
from bot.words import Part, Phrase, Quote, Value

WHAT_WOULD_HELP = "UND-8"
"""The prompt of the library that asks what would need to change for somebody to support something."""


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


def next_choices(seen: CheckInExcerpt) -> tuple[Choice, ...]:
    """Return the next step: to confirm what was read, or to talk where there is more to talk about."""
    if seen.decision is not None:
        return ()
    talk = Ticket(Action.OPEN_ROUND, seen.check_in.dialogue, WHAT_WOULD_HELP)
    is_apart = seen.check_in.reading in {Reading.MORE_DIALOGUE, Reading.BLOCKED}
    more = (Choice(Phrase("close_check_in-talk-choice"), talk),) if is_apart else ()
    return (*more, *confirm_choices(seen.check_in))


def confirm_choices(check_in: CheckIn) -> tuple[Choice, ...]:
    """Return how a reading is confirmed: by the group, or by a facilitator who names who decided."""
    if check_in.reading is None or not check_in.manner.leads_to_decision:
        return ()
    return (
        Choice(Phrase("agree_reading-choice"), Ticket(Action.AGREE_READING, check_in.id)),
        Choice(Phrase("decide-choice"), Ticket(Action.DECIDE, check_in.id)),
    )


def asked_choices(check_in: CheckIn) -> tuple[Choice, ...]:
    """Return how somebody takes part in a check-in, and where consent is asked, how they object."""
    object_to = Choice(Phrase("object_to-choice"), Ticket(Action.OBJECT_TO, check_in.id))
    respond, to_pass = respond_choices(check_in.id)
    return (respond, object_to, to_pass) if check_in.method is Method.CONSENT else (respond, to_pass)


def respond_choices(check_in: CheckInId) -> tuple[Choice, Choice]:
    """Return how somebody takes part in any check-in."""
    return (
        Choice(Phrase("respond-choice"), Ticket(Action.RESPOND, check_in)),
        Choice(Phrase("respond-pass-choice"), Ticket(Action.RESPOND, check_in, "pass")),
    )


def label_of(scale: Scale, key: str) -> Phrase:
    """Return the label of a point on a scale."""
    return Phrase(f"scales-{scale.words}-{key}-label")


def result_message(statement: Statement, seen: CheckInExcerpt) -> Message:
    """Return a closed check-in as it stands in its place: text, notes under it, counts, reasons, reading."""
    note = Choice(Phrase("write_minority_note-choice"), Ticket(Action.WRITE_MINORITY_NOTE, seen.check_in.id))
    edition = Ticket(Action.PROPOSE, statement.dialogue, str(statement.number))
    return Message(
        Phrase("close_check_in-closed", statement_values(statement)),
        (*next_choices(seen), note, Choice(Phrase("propose-edition-choice"), edition)),
        (*map(note_message, seen.notes), *counted(seen)),
    )


def counted(seen: CheckInExcerpt) -> Iterator[Message]:
    """Return the counts of a check-in, apart from each other, the reasons, and what the counts suggest."""
    counts, scale = seen.counts, seen.check_in.asks_on
    if counts is None:
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
        yield Message(Phrase("close_check_in-label", {"label": label_of(scale, key), "count": count}))
    yield from (_response(response, scale) for response in seen.responses)
    yield from map(objection_message, seen.objections)
    yield from map(Message, read_aloud(seen.check_in, counts))


def read_aloud(check_in: CheckIn, counts: Counts) -> tuple[Phrase, ...]:
    """Return what the counts suggest, in words; who stops it is named whatever else is read."""
    stops = counts.of(*check_in.asks_on.stops)
    named = (Phrase(f"close_check_in-stops-{check_in.asks_on.words}", {"count": stops}),) if stops else ()
    if check_in.is_from_paper:
        return (*named, Phrase("close_check_in-from-paper"))
    if check_in.reading is None:
        return (*named, Phrase(f"close_check_in-only-{check_in.method}"))
    return (*named, Phrase(_reading_key(check_in, counts)), Phrase("close_check_in-question"))


def _reading_key(check_in: CheckIn, counts: Counts) -> str:
    """Return the key of a reading; where its method says it in other words, the key of those."""
    nobody_is_keen = check_in.method is Method.FIST_TO_FIVE and not counts.of("0", "1", "2", "4", "5")
    if nobody_is_keen and check_in.reading is Reading.MORE_DIALOGUE:
        return "close_check_in-reading-nobody-keen"
    if check_in.method is Method.TWO_PERSON and check_in.reading is not Reading.AGREED:
        return f"close_check_in-reading-two-{check_in.reading}"
    if check_in.method is Method.CONSENT and check_in.reading is Reading.MORE_DIALOGUE:
        return "close_check_in-reading-objections"
    return f"close_check_in-reading-{check_in.reading}"


def _response(response: ResponseExcerpt, scale: Scale) -> Message:
    """Return one response with its reason, or with the word that a reason was given in private."""
    values: dict[str, Value] = {
        "author": Quote(response.id, Part.AUTHOR),
        "label": labels_of(scale, response.keys),
    }
    if not response.has_reason:
        return Message(Phrase("close_check_in-named", values))
    if not response.may_read:
        return Message(Phrase("close_check_in-in-private", values))
    return Message(Phrase("close_check_in-reason", values | {"reason": Quote(response.id)}))


def labels_of(scale: Scale, keys: tuple[str, ...]) -> Phrase:
    """Return the labels of what was chosen, one after the other."""
    said = label_of(scale, keys[-1])
    for key in reversed(keys[:-1]):
        said = Phrase("scales-several", {"first": label_of(scale, key), "others": said})
    return said


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

"""How a check of what is understood stands in front of the group, step by step."""

from collections.abc import Iterator
from dataclasses import replace

from bot.dialogue.attribution import Attribution
from bot.dialogue.blind_until_close import CheckExcerpt, MarkExcerpt, RestatementExcerpt, see_understanding
from bot.dialogue.contributions import ContributionState, Version
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import (
    FEWEST,
    MarkKey,
    SharedReading,
    Stage,
    Understanding,
    UnderstandingCheck,
)
from bot.identifiers import PostId
from bot.speech.effects import Post
from bot.speech.messages import Choice, Message
from bot.speech.pointing import return_choice
from bot.words import Part, Phrase, Quote, Value


def restate_choices(check: UnderstandingCheck) -> tuple[Choice, ...]:
    """Return how somebody takes part in the first step."""
    return (
        Choice(Phrase("restate-choice"), Ticket(Action.RESTATE, check.id)),
        Choice(Phrase("restate-pass-choice"), Ticket(Action.RESTATE, check.id, "pass")),
    )


def mark_choices(check: UnderstandingCheck) -> tuple[Choice, ...]:
    """Return how somebody takes part in the second step."""
    return (Choice(Phrase("mark-choice"), Ticket(Action.MARK, check.id)),)


def asked_message(check: UnderstandingCheck, *choices: Choice) -> Message:
    """Return the question, while everybody answers blind."""
    values: dict[str, Value] = {
        "number": check.number,
        "question": Quote(check.id, Part.ASKED),
        "closes": check.closes_at,
    }
    return Message(Phrase("understand-asked", values), choices, (Message(Phrase("restate-sealed")),))


def shown_message(part: CheckExcerpt, *choices: Choice) -> Message:
    """Return everything that was said, together, with what can come next."""
    check = part.check
    values: dict[str, Value] = {"number": check.number, "question": Quote(check.id, Part.ASKED)}
    counts: dict[str, Value] = {
        "eligible": len(check.eligible),
        "said": part.said,
        "passed": part.passed,
        "none": len(check.eligible) - part.said - part.passed - check.left,
        "left": check.left,
    }
    below = [
        Message(Phrase("close_understanding-said", counts)),
        *map(restatement_message, part.restatements),
    ]
    if part.said < FEWEST:
        below.append(Message(Phrase("close_understanding-too-few")))
    return Message(Phrase("close_understanding-shown", values), choices, tuple(below))


def restatement_message(part: RestatementExcerpt) -> Message:
    """Return one restatement, or the marker in its place."""
    number = Quote(part.id, Part.NUMBER)
    if part.state is not ContributionState.LIVE:
        return Message(Phrase("restate-gone", {"number": number, "day": str(part.state_on or "")}))
    values: dict[str, Value] = {
        "number": number,
        "author": Quote(part.id, Part.AUTHOR),
        "body": Quote(part.id),
    }
    return Message(Phrase("restate-shown", values))


def marking_message(check: UnderstandingCheck, *choices: Choice) -> Message:
    """Return the line of the group that everybody marks."""
    values: dict[str, Value] = {
        "number": check.number,
        "body": Quote(check.line or ""),
        "closes": check.closes_at,
    }
    return Message(Phrase("mark-asked", values), choices, (Message(Phrase("mark-sealed")),))


def read_message(part: CheckExcerpt, *choices: Choice) -> Message:
    """Return the counts of the marks, what differs next to the line, and what the counts suggest."""
    check = part.check
    values: dict[str, Value] = {"number": check.number, "body": Quote(check.line or "")}
    return Message(Phrase("close_understanding-read", values), choices, tuple(_under_line(part)))


def understanding_message(understanding: Understanding, part: CheckExcerpt, *choices: Choice) -> Message:
    """Return what the group understands, with what is seen differently next to it."""
    values: dict[str, Value] = {
        "number": understanding.number,
        "body": Quote(part.check.line or ""),
        "shared": understanding.shared_by,
        "scope": Phrase(f"record_understanding-{understanding.scope}-option"),
        "firmness": Phrase(f"mark-{understanding.firmness}-option"),
    }
    below = [*map(differing_message, part.differing)]
    back = (*understanding.returned_turns, *understanding.returned_lines)
    below += [
        Message(Phrase("record_understanding-came-back", {"number": Quote(id, Part.NUMBER)})) for id in back
    ]
    below += [
        Message(Phrase("record_understanding-rests-on", {"number": Quote(id, Part.NUMBER)}))
        for id in understanding.based_on
    ]
    return Message(Phrase("record_understanding-shown", values), choices, tuple(below))


def differing_message(part: MarkExcerpt) -> Message:
    """Return what somebody sees differently, or the marker in its place."""
    if part.state is not ContributionState.LIVE:
        return Message(Phrase("mark-gone", {"day": str(part.state_on or "")}))
    label = Phrase(f"mark-{part.key}-option")
    values: dict[str, Value] = {"label": label, "body": Quote(part.id)}
    if part.level is Attribution.UNNAMED:
        return Message(Phrase("mark-differs-unnamed", values))
    return Message(Phrase("mark-differs", values | {"author": Quote(part.id, Part.AUTHOR)}))


def seen_after(
    record: Record, check: UnderstandingCheck, words: dict[str, str] | None = None
) -> CheckExcerpt:
    """Return the check as everybody may see it once it is kept like this, with words that are new."""
    others = (each for each in record.understanding_checks if each.id != check.id)
    said = {
        id: (Version(number=1, body=body, made_at=check.opened_at),) for id, body in (words or {}).items()
    }
    after = replace(record, understanding_checks=(*others, check), revisions={**record.revisions, **said})
    return next(part for part in see_understanding(after, None) if part.check.id == check.id)


def check_post(check: UnderstandingCheck, step: str, message: Message) -> Post:
    """Return the post of one step of a check."""
    return Post(PostId(f"{step}{check.id}"), check.place, message)


def pointer_to(check: UnderstandingCheck) -> Pointer:
    """Return how something else points to a check."""
    return Pointer(PointerKind.UNDERSTANDING, check.id, check.number)


def next_choices(part: CheckExcerpt) -> tuple[Choice, ...]:
    """Return what can come after a step: a line of the group; back to dialogue, and to record it."""
    check = part.check
    if check.stage is Stage.SHOWN and part.said >= FEWEST:
        draft = Ticket(Action.DRAFT_SHARED_LINE, check.id)
        return (Choice(Phrase("draft_shared_line-choice"), draft),)
    if check.stage is not Stage.READ or check.line is None:
        return ()
    back = (return_choice(check.dialogue, pointer_to(check)),) if differs(part) else ()
    shared = check.reading in (SharedReading.SHARED, SharedReading.PARTLY_SHARED)
    if not shared or part.understanding is not None:
        return back
    record = Ticket(Action.RECORD_UNDERSTANDING, check.id)
    return (*back, Choice(Phrase("record_understanding-choice"), record))


def differs(part: CheckExcerpt) -> bool:
    """Whether anybody understands it otherwise, in part, or is not sure."""
    return part.marks is not None and bool(part.marks.partly + part.marks.different + part.marks.not_sure)


def _under_line(part: CheckExcerpt) -> Iterator[Message]:
    marks = part.marks
    if marks is None or part.check.reading is None:
        return
    counts: dict[str, Value] = {
        "eligible": marks.eligible,
        "same": marks.same,
        "partly": marks.partly,
        "different": marks.different,
        "not_sure": marks.not_sure,
        "none": marks.no_response,
        "left": marks.left,
    }
    yield Message(Phrase("close_understanding-marked", counts))
    for firmness, count in marks.firmness:
        label = Phrase(f"mark-{firmness}-option")
        yield Message(Phrase("close_understanding-firmness", {"label": label, "count": count}))
    yield from map(differing_message, part.differing)
    yield Message(Phrase(f"close_understanding-reading-{part.check.reading}"))
    if differs(part):
        yield Message(Phrase("close_understanding-back"))
    yield from map(restatement_message, part.restatements)


def mark_labels() -> tuple[tuple[MarkKey, Phrase], ...]:
    """Return the labels on which the line is marked."""
    return tuple((key, Phrase(f"mark-{key}-option")) for key in MarkKey)

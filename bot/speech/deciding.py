"""How a decision stands in front of the group: the text, the notes under it, what was decided and by whom."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dialogue.decisions import LASTING, Decision, Decisions, Step, StepKind
from bot.dialogue.kept import Kept
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.statement_excerpts import CheckInExcerpt
from bot.dialogue.statements import Statement, Statements
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import OccurrenceId, PostId
from bot.speech.asking import Asking
from bot.speech.effects import Post
from bot.speech.messages import Choice, Message
from bot.speech.results import note_message, statement_values
from bot.words import Part, Phrase, Quote


def decision_post(statement: Statement, seen: CheckInExcerpt, decision: Decision) -> Post:
    """Return the post about a decision; the notes stand directly under the statement."""
    note = Choice(Phrase("write_minority_note-choice"), Ticket(Action.WRITE_MINORITY_NOTE, seen.check_in.id))
    message = Message(
        Phrase("decide-told", statement_values(statement)),
        (note,),
        (*map(note_message, seen.notes), *map(Message, said_of(decision)), *_dissent(seen)),
    )
    return Post(PostId(decision.id), seen.check_in.place, message)


def said_of(decision: Decision) -> Iterator[Phrase]:
    """Return what was decided and by whom, until when it holds, and what has become of it."""
    yield Phrase(f"decide-outcome-{decision.outcome}")
    if decision.member:
        by, who = Quote(decision.member, Part.NAME), Quote(decision.id, Part.DECIDERS)
        yield Phrase("decide-recorded", {"by": by, "who": who})
    else:
        yield Phrase("decide-by-group")
    if decision.fallback:
        yield Phrase("decide-by-fallback", {"result": Quote(decision.id, Part.RESULT)})
    if decision.measure:
        yield Phrase("decide-measured", {"measure": Quote(decision.id, Part.MEASURE)})
    if decision.review_at is not None and decision.holds:
        yield Phrase("decide-review-on", {"at": decision.review_at})
    if decision.history:
        yield Phrase(f"decide-state-{decision.state}")


def planned_review(decision: Decision, zone: str) -> tuple[Occurrence, ...]:
    """Return the moment at which a decision comes back."""
    if decision.review_at is None:
        return ()
    local = decision.review_at.astimezone(ZoneInfo(zone))
    return (
        Occurrence(
            id=decision.review,
            dialogue=decision.dialogue,
            ticket=Ticket(Action.REVIEW, decision.id),
            day=local.date(),
            time=local.time(),
            zone=zone,
        ),
    )


def made(
    decision: Decision, statement: Statement, asking: Asking, now: datetime
) -> tuple[tuple[Kept, ...], tuple[OccurrenceId, ...]]:
    """Return what is kept with a decision, and which reviews fall away as it takes an earlier one's place."""
    editions = asking.loaded(Statements).editions
    same = [edition.id for edition in editions if edition.number == statement.number]
    before = asking.loaded(Decisions).standing_on(same) if decision.outcome in LASTING else ()
    step = Step(StepKind.REPLACE, now.date(), decision.member, "")
    keep: tuple[Kept, ...] = (
        decision,
        *planned_review(decision, asking.here.zone),
        *(other.after(step) for other in before),
    )
    return keep, tuple(other.review for other in before)


def _dissent(seen: CheckInExcerpt) -> Iterator[Message]:
    """Say how many see it differently; what they say stands under the check-in and in the notes."""
    counts, scale = seen.counts, seen.check_in.asks_on
    if counts is not None and (differ := counts.of(*scale.resists)):
        yield Message(Phrase("decide-differently", {"count": differ}))

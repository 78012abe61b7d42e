"""What comes back on the day of a review: the text, what stood beside it, and what people first came for."""

from collections.abc import Iterator

from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.decisions import Decision, StepKind
from bot.dialogue.excerpts import Excerpt
from bot.dialogue.framework import Mechanism
from bot.dialogue.statement_excerpts import CheckInExcerpt, StatementExcerpt
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.deciding import said_of
from bot.speech.messages import Choice, Message
from bot.speech.objecting import objection_message
from bot.speech.results import labels_of, note_message, statement_values
from bot.words import Part, Phrase, Quote, Value

INTENTIONS_SHOWN = 10
"""So many first intentions are shown; the record holds all."""


def coming_back(decision: Decision, seen: Excerpt) -> Message:
    """
    Return everything that a group needs to look at a decision again.

    Raises:
        NotFound: What was decided about is not there any more.
    """
    part, check_in = _found(decision, seen)
    choices = tuple(
        Choice(Phrase(f"review-{answer}-choice"), Ticket(Action.REVIEW, decision.id, answer))
        for answer in (StepKind.KEEP, StepKind.AMEND, StepKind.RETIRE)
    )
    return Message(
        Phrase("review-comes-back", statement_values(part.statement)),
        choices,
        (
            *map(note_message, check_in.notes),
            *map(Message, said_of(decision)),
            *_concerns(check_in),
            *map(objection_message, check_in.objections),
            *_intentions(seen),
        ),
    )


def _found(decision: Decision, seen: Excerpt) -> tuple[StatementExcerpt, CheckInExcerpt]:
    for part in seen.statements:
        for check_in in part.check_ins:
            if check_in.check_in.id == decision.check_in:
                return part, check_in
    raise NotFound


def _concerns(seen: CheckInExcerpt) -> Iterator[Message]:
    """Return the reasons of those who had concerns, or resisted without stopping it."""
    scale = seen.check_in.asks_on
    wanted = scale.concerns | scale.resists
    said = [r for r in seen.responses if wanted.intersection(r.keys) and r.has_reason and r.may_read]
    if said:
        yield Message(Phrase("review-concerns"))
    for response in said:
        values: dict[str, Value] = {
            "author": Quote(response.id, Part.AUTHOR),
            "label": labels_of(scale, response.keys),
            "reason": Quote(response.id),
        }
        yield Message(Phrase("close_check_in-reason", values))


def _intentions(seen: Excerpt) -> Iterator[Message]:
    """Return what people said at first when they were asked why they are here."""
    rounds = [part for part in seen.rounds if part.round.mechanism is Mechanism.INTENTIONS and part.entries]
    entries = [
        entry
        for part in rounds[:1]
        for entry in part.entries
        if entry.kind is ContributionKind.WORDS and entry.state is ContributionState.LIVE
    ]
    if entries:
        yield Message(Phrase("review-intentions"))
    for entry in entries[:INTENTIONS_SHOWN]:
        shown: dict[str, Value] = {
            "number": Quote(entry.id, Part.NUMBER),
            "author": Quote(entry.id, Part.AUTHOR),
            "body": Quote(entry.id),
        }
        yield Message(Phrase("open_check_in-view", shown))

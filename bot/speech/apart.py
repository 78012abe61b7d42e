"""What stays apart, shown to whoever is about to ask a group how far it agrees."""

from bot.dialogue.excerpts import DivergenceExcerpt
from bot.dialogue.objections import Objection
from bot.dialogue.statements import Statement
from bot.dialogue.tickets import Action, Ticket
from bot.speech.messages import Choice, Message
from bot.speech.objecting import said_by
from bot.speech.results import statement_values
from bot.words import Part, Phrase, Quote


def apart_message(
    statement: Statement,
    apart: tuple[DivergenceExcerpt, ...],
    go_on: Ticket,
    objections: tuple[Objection, ...] = (),
    *,
    have_talked: bool,
) -> Message:
    """Return the statement, every view that stays apart, and the question whether one is missing."""
    below = [message for divergence in apart for message in _views(divergence)]
    if not apart:
        below.append(Message(Phrase("open_check_in-nothing-apart")))
    for objection in objections:
        author = Quote(objection.id, Part.AUTHOR)
        below.append(Message(Phrase("open_check_in-objection", {"author": author}), (), said_by(objection)))
    if not have_talked:
        below.append(Message(Phrase("open_check_in-not-talked")))
    choices = (
        Choice(Phrase("open_check_in-ask-choice"), Ticket(Action.OPEN_ROUND, statement.dialogue)),
        Choice(Phrase("open_check_in-go-on-choice"), go_on),
    )
    below.append(Message(Phrase("open_check_in-missing"), choices))
    return Message(Phrase("open_check_in-first", statement_values(statement)), (), tuple(below))


def _views(divergence: DivergenceExcerpt) -> list[Message]:
    heading = Message(Phrase("open_check_in-apart", {"count": len(divergence.positions)}))
    views = [
        Phrase(
            "open_check_in-view",
            {
                "number": Quote(entry.id, Part.NUMBER),
                "author": Quote(entry.id, Part.AUTHOR),
                "body": Quote(entry.id),
            },
        )
        for entry in divergence.positions
    ]
    return [heading, *map(Message, views)]

"""The buttons of an answer, wherever in it they stand."""

from collections.abc import Iterator

from bot.dialogue.tickets import Ticket
from bot.speech.effects import Answer, Say
from bot.speech.messages import Message


def tickets_in(answer: Answer) -> list[Ticket]:
    """Return the ticket of every button in an answer, in order."""
    assert isinstance(answer.reply, Say), answer.reply
    return list(_tickets(answer.reply.message))


def _tickets(message: Message) -> Iterator[Ticket]:
    yield from (choice.ticket for choice in message.choices)
    for part in message.below:
        yield from _tickets(part)

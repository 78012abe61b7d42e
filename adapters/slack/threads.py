"""Which question a thread is about: it hangs under one of our posts, and the outbox remembers which."""

from collections.abc import Iterator

from adapters.scribe import Scribe
from bot.dialogue.places import Place
from bot.dialogue.tickets import Action, Ticket
from bot.ports import Outbox
from bot.speech.messages import Message

REMEMBERED = 300
"""So many posts of a channel are looked at; under an older one a message is for the only open question."""
OF_A_ROUND = frozenset({Action.CONTRIBUTE, Action.SHOW_ROUND, Action.CLOSE_ROUND})
OF_WORDS = frozenset({Action.ANSWER, Action.DIFFER, Action.STANCE})


class Threads:
    """Finds the post that a thread hangs under."""

    def __init__(self, scribe: Scribe, outbox: Outbox) -> None:
        self._scribe = scribe
        self._outbox = outbox

    async def subject(self, place: Place, thread: str) -> str:
        """Return the question, or the words, under which a thread hangs; nothing where it is another one."""
        standing = await self._scribe.read(lambda: self._outbox.standing(place.outer, REMEMBERED))
        post = next((delivery for delivery in standing if thread in delivery.remotes), None)
        if post is None or post.message is None:
            return ""
        tickets = list(tickets_in(post.message))
        about = (ticket.subject for ticket in tickets if ticket.action in OF_A_ROUND | OF_WORDS)
        return next(about, "")


def tickets_in(message: Message) -> Iterator[Ticket]:
    """Return the tickets of a message, also of what is below it."""
    yield from (choice.ticket for choice in message.choices)
    for part in message.below:
        yield from tickets_in(part)

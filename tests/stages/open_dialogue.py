"""A dialogue that is open already, made through the bot's own doors, for tests that begin later."""

import secrets
from datetime import UTC, datetime
from typing import Any

from adapters.web.people import PEOPLE, ROOM, place_of
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import EventId, Seed
from bot.speech.effects import Answer, Say
from bot.speech.events import ChoicePicked, FormSubmitted
from tests.stages.running_bot import RunningBot
from tests.stages.web_stage import CHANNEL

QUESTION = "What is the roof for?"


class OpenDialogue:
    """A dialogue of the people of the room in one channel."""

    def __init__(
        self, bot: RunningBot, joined: tuple[str, ...] = ("ada", "ben", "chidi"), channel: str = CHANNEL
    ) -> None:
        self._bot = bot
        self._channel = channel
        half = self.sends(
            "ada",
            Ticket(Action.START),
            title="A garden for everybody",
            purpose="Find out what the roof garden is for.",
            decides="The residents' meeting on 1 June.",
            constraints="Fixed: the budget is 900 euros.",
            support="Ada, 0123 456, Mondays to Fridays 9-17.",
        )
        self.id = _first_subject(half)
        finish = Ticket(Action.FINISH_START, self.id)
        levels = "named,chosen_name,unnamed"
        self.sends(
            "ada", finish, zone="UTC", language="en", levels=levels, keeping="Two years.", run_by="Ada"
        )
        for person in joined:
            self.sends(person, Ticket(Action.JOIN, self.id), uses="notes,report")

    def asks(self, question: str = QUESTION, reveal: str = "open") -> str:
        """Put a question to the group; return the id of its round."""
        kind = Ticket(Action.OPEN_ROUND, self.id, "dialogue.what")
        levels = "named,chosen_name,unnamed"
        answers = {"question": question, "closes": "in 7 days at 18:00", "reveal": reveal, "levels": levels}
        round = _first_subject(self.sends("ada", kind, **answers))
        self.presses("ada", Ticket(Action.POST_ROUND, round, "post"))
        return round

    def says(self, person: str, round: str, body: str) -> str:
        """Bring somebody's words to a round; return the id of the contribution."""
        return _first_subject(self.sends(person, Ticket(Action.CONTRIBUTE, round), body=body, level="named"))

    def sends(self, person: str, ticket: Ticket, **answers: str) -> Answer:
        """Send a form in."""
        return self._handle(FormSubmitted(**self._asked(person), ticket=ticket, answers=answers))

    def presses(self, person: str, ticket: Ticket) -> Answer:
        """Press a button."""
        return self._handle(ChoicePicked(**self._asked(person), ticket=ticket))

    def _handle(self, event: FormSubmitted | ChoicePicked) -> Answer:
        answer = self._bot.wait(self._bot.scribe.handle(event))
        self._bot.wake()
        return answer

    def _asked(self, person: str) -> dict[str, Any]:
        return {
            "id": EventId(secrets.token_urlsafe(16)),
            "at": datetime.now(UTC),
            "seed": Seed(secrets.token_bytes(32)),
            "community": ROOM,
            "account": next(known for known in PEOPLE if known.id == person).account,
            "place": place_of(self._channel),
        }


def _first_subject(answer: Answer) -> str:
    """Return what the first button of an answer is about."""
    assert isinstance(answer.reply, Say), answer.reply
    assert answer.reply.message.choices, answer.words.plain(answer.reply.message.phrase)
    return answer.reply.message.choices[0].ticket.subject

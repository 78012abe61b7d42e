"""A group at a real bot: the engine on a real memory, and people who type, press and fill in."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from hashlib import blake2b
from typing import Self, TypedDict

from adapters.holiday_calendar import HolidayCalendar
from adapters.pages import read_prompts
from bot.dialogue.flows import read_flows
from bot.dialogue.limits import UNLIMITED, Limits
from bot.dialogue.places import Account, Community, Place
from bot.dialogue.tickets import Action, Ticket
from bot.engine import Engine
from bot.errors import DeliveryFailed
from bot.identifiers import EventId, Seed
from bot.ports import Delivery
from bot.speech.asking import House
from bot.speech.consent_notice import read_consent
from bot.speech.effects import Answer, OpenForm, Ready, RejectForm, Reply, Say, SendFile
from bot.speech.events import Asked, ChoicePicked, CommandGiven, Event, FormSubmitted, TextWritten
from bot.speech.library import read_library
from bot.speech.phrasebook import Phrasebook
from storage.agenda import SqlAgenda
from storage.database import Database
from storage.outbox import SqlOutbox
from storage.sql import SqlStore
from tests.fakes.fake_clock import FakeClock
from tests.fakes.line_pen import lines_of_post
from tests.people import HERE

LEVELS = "named,chosen_name,unnamed"
USES = "notes,report,open_data"


class Caused(TypedDict):
    """What every event has that a person caused."""

    id: EventId
    at: datetime
    seed: Seed
    community: Community
    account: Account
    place: Place


@cache
def phrasebook() -> Phrasebook:
    """Return the words of the house, read once."""
    return Phrasebook(read_prompts().pages)


@cache
def house() -> House:
    """Return the library and the notice, read once."""
    prompts = read_prompts()
    return House(
        read_library(prompts.library["en"]),
        read_consent(prompts.consent["en"]),
        calendar=HolidayCalendar(),
        flows=read_flows(prompts.flows["en"]),
    )


class Group:
    """People in one place, and the bot they talk to; the same calls always lead to the same ids."""

    def __init__(self, database: Database, limits: Limits = UNLIMITED, place: Place = HERE) -> None:
        self.database = database
        self.store = SqlStore(database)
        self.engine = Engine(self.store, phrasebook(), replace(house(), limits=limits))
        self.outbox, self.agenda = SqlOutbox(self.store), SqlAgenda(self.store)
        self.clock = FakeClock()
        self.place = place
        self.channel: dict[str, list[str]] = {}
        """What stands in the place: the lines of each post by the id of the post."""
        self._count = 0

    def close(self) -> None:
        """Close the memory."""
        self.store.close()

    def restarted(self, database: Database) -> Self:
        """Return the same group at a bot that was started anew on its memory."""
        again = type(self)(database, place=self.place)
        again.clock, again.channel, again._count = self.clock, self.channel, self._count
        return again

    # -- events

    def caused(self, who: str, id: str = "") -> Caused:
        """Return what every event of *who* has."""
        self._count += 1
        seed = blake2b(f"{self.place} {self._count}".encode(), digest_size=32).digest()
        account = Account(
            community=self.place.community, id=f"account-{who}", name=who, may_manage=who == "Ada"
        )
        return Caused(
            id=EventId(id or f"event {self.place.community.workspace} {self._count}"),
            at=self.clock.now(),
            seed=Seed(seed),
            community=self.place.community,
            account=account,
            place=self.place,
        )

    def command(self, who: str, action: Action, subject: str = "", choice: str = "", **options: str) -> Asked:
        """Somebody types a command."""
        return CommandGiven(**self.caused(who), ticket=Ticket(action, subject, choice), options=options)

    def press(self, who: str, ticket: Ticket) -> Asked:
        """Somebody presses a button."""
        return ChoicePicked(**self.caused(who), ticket=Ticket.read(str(ticket)))

    def form(self, who: str, ticket: Ticket, **answers: str) -> Asked:
        """Somebody sends a form in."""
        return FormSubmitted(**self.caused(who), ticket=ticket, answers=answers)

    def text(self, who: str, text: str, *, is_direct: bool = False, round: str = "") -> Event:
        """Somebody writes to the bot."""
        return TextWritten(**self.caused(who), text=text, is_direct=is_direct, round=round)

    # -- what is answered

    def answer(self, event: Event) -> Answer:
        """Return the answer, as the scribe would get it."""
        if self.engine.reads_only(event):
            return self.engine.show(event)
        return self.engine.handle(event)

    def does(self, who: str, action: Action, subject: str = "", choice: str = "", **options: str) -> Answer:
        """Somebody types a command and gets the answer."""
        return self.answer(self.command(who, action, subject, choice, **options))

    def presses(self, who: str, ticket: Ticket) -> Answer:
        """Somebody presses a button and gets the answer."""
        return self.answer(self.press(who, ticket))

    def sends(self, who: str, ticket: Ticket, **answers: str) -> Answer:
        """Somebody sends a form in and gets the answer."""
        return self.answer(self.form(who, ticket, **answers))

    # -- what groups do

    def start(self, who: str = "Ada", levels: str = LEVELS, title: str = "A garden for everybody") -> str:
        """Start a dialogue in the place; return its id."""
        first = {"title": title, "purpose": "Find out what it is for.", "decides": "The meeting."}
        rest = {"constraints": "Open: what grows there", "support": "Mo, 0123, 9-17"}
        ticket = only_ticket(self.sends(who, Ticket(Action.START), **first, **rest))
        second = {"zone": "Europe/Stockholm", "language": "en", "levels": levels}
        self.sends(who, ticket, **second, keeping="Two years", run_by="Ada")
        return ticket.subject

    def join(self, who: str, dialogue: str, uses: str = USES, chosen_name: str = "") -> Answer:
        """Somebody says yes to what there is to say yes to."""
        return self.sends(who, self.yes_to(dialogue), uses=uses, chosen_name=chosen_name)

    @staticmethod
    def yes_to(dialogue: str) -> Ticket:
        """Return the ticket of the form in which people say yes."""
        return Ticket(Action.JOIN, dialogue, f"{house().notice.version}.1")

    def ask(
        self,
        dialogue: str,
        reveal: str = "open",
        levels: str = LEVELS,
        closes: str = "in 7 days",
        *,
        about: str = "dialogue.what",
    ) -> str:
        """Put a question to the group; return the id of its round."""
        ticket = Ticket(Action.OPEN_ROUND, dialogue, about)
        preview = self.sends("Ada", ticket, question="What for?", closes=closes, reveal=reveal, levels=levels)
        post = only_ticket(preview)
        self.presses("Ada", post)
        return post.subject

    def say(self, who: str, round: str, body: str, level: str = "named", **answers: str) -> Answer:
        """Somebody contributes."""
        return self.sends(who, Ticket(Action.CONTRIBUTE, round), body=body, level=level, **answers)

    # -- what the outside does

    def let_come_due(self) -> int:
        """Handle what is due by now, as the clock does; return how many moments that were."""
        events = self.agenda.claim(self.clock.at, 500)
        for event in events:
            self.engine.handle(event)
        return len(events)

    def deliver(self) -> list[Delivery]:
        """Deliver what waits, as the courier does, and read the channel."""
        claimed = self.outbox.claim(self.clock.at, self.place.community.platform, 500)
        for delivery in claimed:
            ready = self.engine.prepare(delivery, self.clock.at)
            if not isinstance(ready, Ready):
                raise DeliveryFailed(delivery.post)
            self.channel[delivery.post] = lines_of_post(ready)
            self.outbox.delivered(delivery, (f"remote {delivery.post}",))
        return list(claimed)


def only_ticket(answer: Answer) -> Ticket:
    """Return the ticket of the first button of an answer."""
    assert isinstance(answer.reply, Say), answer.reply
    return answer.reply.message.choices[0].ticket


def ticket_for(answer: Answer, action: Action, choice: str = "") -> Ticket:
    """Return the ticket of the button that asks for an action."""
    assert isinstance(answer.reply, Say), answer.reply
    return next(
        c.ticket
        for c in answer.reply.message.choices
        if c.ticket.action is action and c.ticket.choice == choice
    )


def key_of(reply: Reply) -> str:
    """Return the key of what is said first."""
    match reply:
        case Say(message) | SendFile(message=message):
            return message.phrase.key
        case OpenForm(form):
            return form.title.key
        case RejectForm(_, problems):
            return " ".join(f"{field}: {phrase.key}" for field, phrase in sorted(problems.items()))
        case _:
            return ""

"""The bot and the fake Slack in one loop, on a memory that is thrown away; time stands until it is moved."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.courier import UNHURRIED, Courier
from adapters.scribe import Scribe
from adapters.slack.app import SlackApp
from adapters.slack.doors import PATH
from adapters.slack.setup import Memory, Setup
from bot.composition import Core, compose
from storage.database import Database, open_in_memory
from storage.installations import SqlInstallations
from storage.outbox import SqlOutbox
from tests.fakes.slack.http_sender import HttpSender
from tests.fakes.slack.person import SlackWindow, Transport
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.world import SlackChannel, SlackTeam
from tests.people import MONDAY

SECRET = "0123456789abcdef0123456789abcdef"
QUESTION = "What is the roof for?"


@dataclass(slots=True)
class Standing:
    """A clock that stands."""

    at: datetime = MONDAY

    def now(self) -> datetime:
        """Return the time."""
        return self.at

    def seconds(self) -> float:
        """Return the time as Slack counts it."""
        return self.at.timestamp()

    def pass_by(self, **how_long: float) -> None:
        """Let time pass."""
        self.at += timedelta(**how_long)


class SlackHouse:
    """A workspace, a bot in it, and a courier that goes when it is sent."""

    def __init__(self, core: Core) -> None:
        self.clock = Standing()
        self.fake = FakeSlack(self.clock.seconds)
        self.team: SlackTeam = self.fake.team()
        self.channel: SlackChannel = self.team.channel("garden")
        self.core = core
        self.outbox = SqlOutbox(core.store)
        self.installations = SqlInstallations(core.store)
        self.scribe = Scribe(core.engine, readers_wait=True)
        self.said: list[str] = []
        self.transport: Transport = self.fake.sockets

    @property
    def setup(self) -> Setup:
        """How the bot is set up here, in Socket Mode."""
        return Setup(
            bot_token=self.team.token, app_token=self.fake.app_token, signing_secret=SECRET,
            api=self.fake.base_url, scopes=frozenset({"files:write", "users:read"}), pace=UNHURRIED,
        )  # fmt: skip

    async def open(self, **other: Any) -> None:
        """Start the bot, set up in another way where that is asked for."""
        setup = replace(self.setup, **other)
        memory = Memory(self.outbox, self.installations)
        self.app = SlackApp(self.scribe, self.core.engine, setup, memory, self.clock.now)
        await self.app.start(lambda: None, self.said.append)
        await self.app.connected()
        self.courier = Courier(
            self.scribe, self.core.engine, self.outbox, {"slack": self.app.messenger}, self.clock.now
        )
        if not setup.app_token:
            address = f"http://127.0.0.1:{self.app.port}{PATH}"
            self.transport = HttpSender(address, SECRET, self.clock.seconds)

    async def settle(self) -> None:
        """Let everything that was heard be answered, and every post be carried that is due."""
        await self.app.settled()
        while await self.courier.round():
            pass

    def window(self, name: str, team: SlackTeam | None = None) -> SlackWindow:
        """Open a window for somebody."""
        return SlackWindow(self.fake, self.transport, team or self.team, name)

    async def begin(self, *names: str, channel: str = "", team: SlackTeam | None = None) -> list[SlackWindow]:
        """Start a dialogue of these people, the first as its facilitator, and ask a question."""
        windows = [self.window(name, team) for name in names]
        place = channel or (team or self.team).channel("garden").id
        ada = windows[0]
        await ada.command("start", place)
        await self.settle()
        await ada.submit(
            {
                "title": "A garden for everybody", "purpose": "Find out what the roof is for.",
                "decides": "The residents.", "constraints": "Fixed: 900 euros.", "support": "Ada, 0123.",
            }
        )  # fmt: skip
        await self._press(ada, "Go on")
        await ada.submit({"zone": "UTC", "keeping": "Two years.", "run_by": "Ada"})
        await self.settle()
        for window in windows:
            await self._press(window, "Join")
            await self._press(window, "Go on")
            await window.submit({"uses": "notes,report"})
        await self.ask(ada, place)
        return windows

    async def ask(self, ada: SlackWindow, place: str, question: str = QUESTION) -> None:
        """Put a question to the group."""
        await ada.command("ask", place)
        await self.settle()
        await ada.submit({"mechanism": "dialogue", "theme": "what"})
        await self._press(ada, "In my own words")
        await ada.submit({"question": question, "reveal": "open"})
        await self._press(ada, "Post it")
        ada.close_view()

    async def _press(self, window: SlackWindow, label: str) -> None:
        await self.settle()
        await window.press(label)
        await self.settle()

    async def close(self) -> None:
        """Stop the bot, then Slack; nothing may have been sent that Slack would not take."""
        await self.app.stop()
        if isinstance(self.transport, HttpSender):
            await self.transport.close()
        await self.fake.stop()
        await self.scribe.close()
        assert self.fake.complaints == []


@asynccontextmanager
async def slack_house(database: Database | None = None, **setup: Any) -> AsyncIterator[SlackHouse]:
    """Open a house for as long as a test needs it."""
    core = compose(database or open_in_memory())
    house = SlackHouse(core)
    await house.fake.start()
    await house.open(**setup)
    try:
        yield house
    finally:
        await house.close()
        core.store.close()


def utc(seconds: float) -> datetime:
    """Return a moment from what Slack counts."""
    return datetime.fromtimestamp(seconds, UTC)

"""Slack as a stage: a workspace of the fake, and the bot behind Slack's own client libraries."""

import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from adapters.courier import UNHURRIED
from adapters.slack.app import SlackApp
from adapters.slack.doors import PATH
from adapters.slack.setup import Memory, Setup
from storage.installations import SqlInstallations
from tests.fakes.slack.http_sender import HttpSender
from tests.fakes.slack.person import SlackWindow, Transport, readable_in
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.world import SlackFile
from tests.stages.running_bot import PATIENCE, RunningBot
from tests.stages.terminal_stage import read_page

CHANNEL = "our-dialogue"
SECRET = "a-secret-of-the-tests"


class SlackStage:
    """A workspace with one channel, and a window for each person who is asked for."""

    name = "slack"

    def __init__(self, bot: RunningBot, folder: Path, *, over_http: bool = False) -> None:
        self.bot = bot
        self.folder = folder
        self.fake = FakeSlack()
        self.team = self.fake.team()
        self.channel = self.team.channel(CHANNEL)
        bot.wait(self.fake.start())
        setup = _setup(self.fake, self.team.token, over_http=over_http)
        memory = Memory(bot.outbox, SqlInstallations(bot.store))
        self.app = SlackApp(bot.scribe, bot.engine, setup, memory)
        bot.carry({"slack": self.app.messenger})
        bot.wait(self.app.start(bot.wake, print))
        bot.wait(self.app.connected())
        self.transport: Transport = self.fake.sockets
        if over_http:
            address = f"http://127.0.0.1:{self.app.port}{PATH}"
            self.transport = HttpSender(address, SECRET, self.fake.now)

    def person(self, name: str) -> "SlackActor":
        """Open a window for somebody."""
        return SlackActor(self, SlackWindow(self.fake, self.transport, self.team, name))

    def photograph(self, what: str) -> None:
        """There is nothing to see."""

    def close(self) -> None:
        """Close the app, then Slack; nothing may have been sent that Slack would not take."""
        self.bot.wait(self.app.stop())
        if isinstance(self.transport, HttpSender):
            self.bot.wait(self.transport.close())
        self.bot.wait(self.fake.stop())
        assert self.fake.complaints == []


class SlackActor:
    """One person before their window."""

    def __init__(self, stage: SlackStage, window: SlackWindow) -> None:
        self.name = window.who.name
        self.window = window
        self._stage = stage
        self._last_act = 0

    def types(self, command: str) -> None:
        """Type a command."""
        self._act(self.window.command(command, self._stage.channel.id))

    def writes(self, text: str) -> None:
        """Write to the bot directly."""
        self._act(self.window.write(text))

    def presses(self, label: str) -> None:
        """Press the newest button with this label."""
        self._until(lambda: self.window._find_button(label) is not None, f"the button {label!r}")
        self._act(self.window.press(label))

    def fills(self, **answers: str) -> None:
        """Fill in the form that is open, and send it."""
        self._until(self._has_form, "a form")
        self._act(self.window.submit(answers))

    def sees(self, words: str) -> None:
        """Find these words, now or as soon as they have come."""
        self._until(lambda: words in self._seen(), repr(words))

    def does_not_see(self, words: str) -> None:
        """Do not find them."""
        assert words not in self._seen()

    def reads_in_form(self, words: str) -> None:
        """Find these words in the form that is open."""
        self._until(lambda: words in readable_in(self.window.view), repr(words))

    def leaves_form(self) -> None:
        """Leave the form."""
        self.window.close_view()

    def saves(self) -> Path:
        """Save the newest file of the direct message."""
        self._until(lambda: bool(self._shared()), "a file")
        file = self._shared()[-1]
        path = self._stage.folder / file.name
        path.write_bytes(file.content)
        return path

    def opens(self, path: Path) -> str:
        """Read a page that was saved."""
        return read_page(path)

    def _shared(self) -> list[SlackFile]:
        direct = self._stage.team.direct(self.window.who.id).id
        return [file for file in self._stage.team.files.values() if file.channel == direct]

    def _has_form(self) -> bool:
        return self.window.view is not None and "submit" in self.window.view.content

    def _act(self, act: Coroutine[Any, Any, object]) -> None:
        self._last_act = self._stage.team.number()
        self._stage.bot.wait(act)
        self._stage.bot.wait(self._stage.app.settled())

    def _seen(self) -> str:
        """Return the posts, and what only this person was told since their last act."""
        return "\n".join(
            shown.text
            for shown in self.window.before()
            if not getattr(shown.of, "only_for", "only me") or shown.drawn > self._last_act
        )

    def _until(self, is_there: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_there():
            assert time.monotonic() < deadline, f"{self.name} does not find {what} in:\n{self._seen()}"
            time.sleep(0.005)


def _setup(fake: FakeSlack, token: str, *, over_http: bool) -> Setup:
    return Setup(
        bot_token=token,
        app_token="" if over_http else fake.app_token,
        signing_secret=SECRET,
        api=fake.base_url,
        scopes=frozenset({"files:write", "users:read"}),
        pace=UNHURRIED,
    )

"""Discord as a stage: the real client library on a fake Discord, and people before their apps."""

import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from adapters.discord.app import DiscordPart
from bot.settings import Settings
from bot.speech.command_shape import WHAT, OptionKind, key_of
from bot.speech.commands import BY_WORD
from tests.fakes.discord.actors import Person
from tests.fakes.discord.fake_discord import FakeDiscord
from tests.fakes.discord.interactions import Interaction
from tests.fakes.discord.limits import Json, walk
from tests.fakes.discord.reading import read
from tests.fakes.discord.running import SOON, Town
from tests.fakes.discord.world import EPHEMERAL, TOKEN
from tests.stages.running_bot import PATIENCE, RunningBot
from tests.stages.terminal_stage import read_page

GO_ON = "Go on"
"""Opens a form that has more to say than a modal of Discord can hold."""


class DiscordStage:
    """A server with one channel, and everybody who is asked for in it."""

    name = "discord"

    def __init__(self, bot: RunningBot, folder: Path) -> None:
        self.bot = bot
        self.folder = folder
        self.fake = FakeDiscord()
        bot.wait(self.fake.start())
        self._patched = self.fake.patch()
        self._patched.__enter__()
        settings = Settings.model_validate({"data_dir": folder, "discord_token": TOKEN})
        self.town = Town(self.fake)
        self.part = DiscordPart(bot.scribe, bot.engine, settings, guild_ready_timeout=SOON)
        bot.wait(self.part.start(bot.wake, lambda _: None))
        bot.carry({"discord": self.part.messenger})

    def person(self, name: str) -> "DiscordActor":
        """Let somebody come into the server; Ada may manage the channel."""
        return DiscordActor(self, name, self.town.person(name, is_first=name == "Ada"))

    def photograph(self, what: str) -> None:
        """There is nothing to see."""

    def close(self) -> None:
        """Leave Discord; what no bot should have done fails the story."""
        self.bot.wait(self.part.stop())
        self._patched.__exit__(None, None, None)
        self.bot.wait(self.fake.stop())
        assert self.fake.complaints == []
        assert self.fake.world.pinged == []


class DiscordActor:
    """One person before Discord's app."""

    def __init__(self, stage: DiscordStage, name: str, person: Person) -> None:
        self.name = name
        self._stage = stage
        self._person = person
        self._form: Json | None = None

    def types(self, command: str) -> None:
        """Type a command: the app asks for its options one by one."""
        word, _, rest = command.partition(" ")
        self._does(lambda: self._person.slash(word, **_options(word, rest)))

    def writes(self, text: str) -> None:
        """Write to the bot directly."""
        self._stage.bot.wait(self._person.directly().say(text))
        self._stage.bot.wait(self._stage.part.settle())

    def presses(self, label: str) -> None:
        """Press the newest button with this label."""
        self._soon(lambda: any(label in _labels(message) for message in self._person.messages()))
        self._does(lambda: self._person.press(label))

    def fills(self, **answers: str) -> None:
        """Fill in the form that is open, and send it."""
        if self._form is None and self._before_form():
            self._does(lambda: self._person.press(GO_ON))
        form = self._form
        assert form, f"no form is open before {self.name}"
        self._does(lambda: self._person.submit(form, answers))

    def sees(self, words: str) -> None:
        """Find these words, now or as soon as they have come."""
        self._soon(lambda: words in self._seen())
        assert words in self._seen(), f"{self.name} does not see {words!r} in:\n{self._seen()}"

    def does_not_see(self, words: str) -> None:
        """Do not find them."""
        assert words not in self._seen()

    def reads_in_form(self, words: str) -> None:
        """Find these words in the form that is open."""
        said = read(_words_of(self._form) if self._form else self._before_form()).text
        assert words in said, said

    def leaves_form(self) -> None:
        """Leave the form."""
        self._form = None

    def saves(self) -> Path:
        """Save the file that was handed over last."""
        message = next(m for m in reversed(self._answers()) if m["attachments"])
        attached = message["attachments"][0]
        path = self._stage.folder / str(attached["filename"])
        path.write_bytes(attached["data"])
        return path

    def opens(self, path: Path) -> str:
        """Read the page as a program reads it that knows no styles."""
        return read_page(path)

    def _before_form(self) -> str:
        """Return what is said before a form that has no room for it, where its button is there."""
        waits = [m for m in self._answers() if any(label == GO_ON for label in _labels(m))]
        return "\n".join(self._person.text(message) for message in self._answers()) if waits else ""

    def _does(self, act: Callable[[], Coroutine[Any, Any, Interaction]]) -> None:
        interaction = self._stage.bot.wait(act())
        self._stage.bot.wait(self._stage.part.settle())
        assert interaction.answered.is_set(), f"the bot did not answer {self.name}"
        self._form = interaction.form

    def _answers(self) -> list[Json]:
        return self._person.last.messages if self._person.last else []

    def _seen(self) -> str:
        """Return the posts, and what only this person was told at their last act."""
        mine = {message["id"] for message in self._answers()}
        shown = [m for m in self._person.messages() if not m["flags"] & EPHEMERAL or m["id"] in mine]
        return "\n".join(read(self._person.text(message)).text for message in shown)

    def _soon(self, is_so: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE / 2
        while not is_so() and time.monotonic() < end:
            time.sleep(0.01)


def _options(word: str, rest: str) -> dict[str, str]:
    """Return what was typed on one line as the options that Discord's app offers."""
    given: dict[str, str] = {}
    command = BY_WORD[word]
    for option in command.options:
        token, _, after = rest.partition(" ")
        name, _, value = token.partition(":")
        if option.is_named:
            if name == option.name and value:
                given[option.name], rest = value, after
        elif option.kind is OptionKind.TEXT:
            given |= {option.name: rest} if rest else {}
            rest = ""
        elif token and key_of(option, token) is not None:
            given[option.name], rest = token.removeprefix("#"), after
    assert not rest, f"{word} takes no {rest!r}; {WHAT} is one of {command.variants}"
    return given


def _labels(message: Json) -> list[str]:
    return [item.get("label", "") for item in walk(message["components"])]


def _words_of(form: Json) -> str:
    items = list(walk(form["components"]))
    names = ("content", "label", "description", "value")
    said = [str(item[name]) for item in items for name in names if item.get(name)]
    options = [option["label"] for item in items for option in item.get("options") or []]
    return "\n".join([form["title"], *said, *options])

"""The whole bot on the Discord of the tests, in the loop of the test itself, and a town of people on it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.clock import Clock
from adapters.courier import Courier
from adapters.discord.app import DiscordPart
from adapters.scribe import Scribe
from bot.composition import Core, compose
from bot.settings import Settings
from storage.agenda import SqlAgenda
from storage.database import open_file, open_in_memory
from storage.outbox import SqlOutbox
from tests.fakes.discord.actors import Person
from tests.fakes.discord.fake_discord import FakeDiscord
from tests.fakes.discord.world import EVERYTHING, TOKEN, Channel

SOON = 0.1
"""Seconds for which the library waits for servers before it says that it is ready."""


class Bot:
    """One process of the bot, as far as a test can hold it."""

    def __init__(self, core: Core, folder: Path, *, is_kept: bool = True) -> None:
        self.core = core
        self.settings = Settings.model_validate({"data_dir": folder, "discord_token": TOKEN})
        self.scribe = Scribe(core.engine, readers_wait=not is_kept)  # memory has one connection
        self.outbox = SqlOutbox(core.store)
        self.part = DiscordPart(self.scribe, core.engine, self.settings, guild_ready_timeout=SOON)
        self.courier = Courier(self.scribe, core.engine, self.outbox, {"discord": self.part.messenger})
        self.clock = Clock(self.scribe, SqlAgenda(core.store), self.courier)
        self.said: list[str] = []
        self._carrying: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Connect, and begin to carry posts."""
        await self.part.start(self.courier.wake, self.said.append)
        self._carrying = asyncio.create_task(self.courier.run())

    async def stop(self) -> None:
        """Stop as the program does."""
        if self._carrying:
            self._carrying.cancel()
            await asyncio.wait([self._carrying])
        await self.part.stop()
        await self.scribe.close()


@asynccontextmanager
async def bot_on(folder: Path, *, is_kept: bool = True) -> AsyncIterator[Bot]:
    """Run the bot for as long as a test needs it; where it is kept, a second time is a restart."""
    core = compose(open_file(folder) if is_kept else open_in_memory())
    bot = Bot(core, folder, is_kept=is_kept)
    try:
        await bot.start()
        yield bot
    finally:
        await bot.stop()
        core.store.close()


@asynccontextmanager
async def fake_discord() -> AsyncIterator[FakeDiscord]:
    """Run a Discord; whatever the bot did that no bot should fails the test."""
    fake = FakeDiscord()
    await fake.start()
    try:
        with fake.patch():
            yield fake
    finally:
        await fake.stop()
    assert fake.complaints == []
    assert fake.world.pinged == []


class Town:
    """A server with a channel and people in it, the first of whom may manage it."""

    def __init__(self, fake: FakeDiscord, *names: str) -> None:
        self.fake = fake
        self.guild = fake.world.add_guild("Allotment")
        self.channel = fake.world.add_channel(self.guild, "garden")
        self.people = {name: self.person(name, is_first=not place) for place, name in enumerate(names)}

    def person(self, name: str, *, is_first: bool = False) -> Person:
        """Let somebody come in."""
        user = self.fake.world.add_user(name)
        self.guild.people[user.id] = EVERYTHING if is_first else 1 << 10 | 1 << 11
        return Person(self.fake, user, self.channel)

    def __getitem__(self, name: str) -> Person:
        """Return somebody by name."""
        return self.people[name]

    def posts(self, channel: Channel | None = None) -> list[str]:
        """Return what everybody reads in the channel, in Discord's marks."""
        reader = next(iter(self.people.values()))
        return [reader.text(message) for message in (channel or self.channel).messages]

    async def reads(self, words: str, within: float = 20.0) -> None:
        """Wait until words stand in the channel."""
        await self.fake.until(lambda: words in "\n".join(self.posts()), within)
        assert words in "\n".join(self.posts()), self.posts()

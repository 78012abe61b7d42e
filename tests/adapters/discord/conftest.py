"""A Discord, a bot on it and a town of people, one for all tests of a file where it hides nothing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.adapters.discord.scene import begun
from tests.fakes.discord.fake_discord import FakeDiscord
from tests.fakes.discord.running import Bot, Town, bot_on, fake_discord


@pytest.fixture
async def fake() -> AsyncIterator[FakeDiscord]:
    """A Discord."""
    async with fake_discord() as made:
        yield made


@pytest.fixture
async def town(fake: FakeDiscord) -> Town:
    """A server with people on it."""
    return Town(fake, "Ada", "Ben")


@pytest.fixture
async def bot(town: Town, tmp_path: Path) -> AsyncIterator[Bot]:
    """A bot that is connected."""
    async with bot_on(tmp_path, is_kept=False) as made:
        yield made


@pytest.fixture
async def group(bot: Bot, town: Town) -> Town:
    """The town, with a dialogue that has begun and one open question."""
    await begun(town)
    return town

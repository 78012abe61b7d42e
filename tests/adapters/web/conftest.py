"""A room without a browser before it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.web.app import WebRoom
from adapters.web.people import RoomBook
from tests.stages.running_bot import RunningBot, running_bot


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[RunningBot]:
    """The whole bot, on a file of its own."""
    with running_bot(tmp_path / "data") as running:
        yield running


@pytest.fixture
def room(bot: RunningBot) -> Iterator[WebRoom]:
    """The room, at a port of its own."""
    opened = WebRoom(bot.scribe, bot.engine, bot.outbox, RoomBook(), "the-token")
    bot.carry({"web": opened.messenger})
    bot.wait(opened.start(0, bot.wake))
    try:
        yield opened
    finally:
        bot.wait(opened.stop())

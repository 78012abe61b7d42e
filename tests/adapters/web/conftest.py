"""A room without a browser before it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, TCPConnector

from adapters.web.app import WebRoom
from adapters.web.people import RoomBook
from tests.adapters.web.guest import Guest
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


@pytest.fixture
async def guest(room: WebRoom) -> AsyncIterator[Guest]:
    """Somebody who comes, and closes the windows when they go."""
    async with ClientSession(connector=TCPConnector(limit=0)) as session:
        came = Guest(session, room.port)
        yield came
        await asyncio.gather(*(window.close() for window in came.windows))

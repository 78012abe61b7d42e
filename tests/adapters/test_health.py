"""Health: alive, ready, in figures; and a bot whose heart has stopped is ended."""

import re
from collections.abc import AsyncIterator

import aiohttp
import pytest

from adapters.health import Health
from adapters.watchdog import LONGEST, STOPPED, Watchdog
from bot.errors import StoreUnusable
from bot.ports import Figures


class Bot:
    """What the pages are about."""

    def __init__(self) -> None:
        self.time = 0.0
        self.is_writable = True
        self.parts = {"discord": True}
        counts = {"handled": 7, "failed": 1}
        self.health = Health(lambda: self.time, self.figures, lambda: counts, lambda: self.parts)
        self.port = 0

    async def figures(self) -> Figures:
        """Return how much waits."""
        if not self.is_writable:
            raise StoreUnusable("full")
        return Figures(waiting=3, undeliverable=1, oldest_post=12.5, oldest_moment=0.0)

    async def get(self, page: str) -> tuple[int, str]:
        """Return what a page answers."""
        url = f"http://127.0.0.1:{self.port}/{page}"
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            return response.status, await response.text()


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    """A bot that answers."""
    made = Bot()
    made.port = await made.health.start(0)
    yield made
    await made.health.stop()


async def test_a_bot_whose_heart_beats_is_alive(bot: Bot) -> None:
    """Whoever asks must get a no before the minute is over in which people begin to wonder (R2)."""
    bot.time = LONGEST - 1
    alive = await bot.get("livez")
    bot.time = LONGEST
    dead = await bot.get("livez")
    bot.time = 0
    again = await bot.get("livez")

    assert (alive[0], dead[0], again[0]) == (200, 503, 200)
    assert alive[1] == "The heart beat 59 s ago.\n"


async def test_a_bot_is_ready_when_it_can_keep_and_is_connected(bot: Bot) -> None:
    """What is not ready is named; a bot that cannot write is alive all the same."""
    ready = await bot.get("readyz")
    bot.is_writable = False
    full = await bot.get("readyz")
    alive = await bot.get("livez")
    bot.is_writable, bot.parts = True, {"discord": False}
    alone = await bot.get("readyz")

    assert ready == (200, "heartbeat: ready\nmemory: ready\ndiscord: ready\n")
    assert (full[0], alive[0], alone[0]) == (503, 200, 503)
    assert "memory: not ready" in full[1]
    assert "discord: not ready" in alone[1]


async def test_figures_are_told_in_the_way_of_prometheus(bot: Bot) -> None:
    """An alert on the oldest due post finds trouble before members do; nothing else can be read from it."""
    status, told = await bot.get("metrics")
    bot.is_writable = False
    _, without = await bot.get("metrics")

    assert status == 200
    assert dict(re.findall(r"^counterpoint_(\w+) ([\d.]+)$", told, re.MULTILINE)) == {
        "heartbeat_age_seconds": "0.0", "memory_ready": "1.0", "discord_ready": "1.0", "handled_total": "7.0",
        "failed_total": "1.0", "posts_waiting": "3.0", "posts_undeliverable": "1.0",
        "oldest_post_seconds": "12.5", "oldest_moment_seconds": "0.0",
    }  # fmt: skip
    assert "counterpoint_memory_ready 0.0" in without


def test_a_bot_whose_heart_has_stopped_is_ended(caplog: pytest.LogCaptureFixture) -> None:
    """A scheduler can stop for good and still say that it runs (D2); a restart mends that."""
    bot = Bot()
    ended: list[int] = []
    watchdog = Watchdog(lambda: bot.time, ended.append)
    bot.time = LONGEST - 1
    watchdog.look()
    before = list(ended)
    bot.time = LONGEST
    watchdog.look()

    assert (before, ended) == ([], [STOPPED])
    assert "The bot ends." in caplog.text


def test_a_watchdog_watches_from_a_thread_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop that is blocked blocks everything else (R2)."""
    monkeypatch.setattr("adapters.watchdog.LOOKED_AT", 0.001)
    ended: list[int] = []

    def end(code: int) -> None:
        ended.append(code)
        watchdog.stop()

    watchdog = Watchdog(lambda: LONGEST, end)
    watchdog.start()
    watchdog._is_over.wait(10)

    assert ended == [STOPPED]

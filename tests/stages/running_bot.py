"""The whole bot on a file that is thrown away, running in a thread of its own; stages are built on it."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from adapters.clock import Clock
from adapters.courier import Courier, Messenger
from adapters.scribe import Scribe
from bot.composition import compose
from storage.agenda import SqlAgenda
from storage.database import open_file
from storage.outbox import SqlOutbox

Found = TypeVar("Found")
PATIENCE = 20.0
"""Seconds after which something that was waited for is not coming any more."""


class RunningBot:
    """Engine, memory, scribe, courier and clock on one folder, in one event loop."""

    def __init__(self, folder: Path) -> None:
        core = compose(open_file(folder), names_stand_on=frozenset())  # what is told can be told everywhere
        self.store, self.engine = core.store, core.engine
        self.outbox = SqlOutbox(self.store)
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name="bot", daemon=True)
        self._thread.start()
        self.scribe = self.wait(self._a_scribe())
        self.courier: Courier | None = None
        self._carrying: asyncio.Task[None] | None = None

    def wait(self, coroutine: Coroutine[Any, Any, Found]) -> Found:
        """Run something in the bot's own loop and return what came of it."""
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(PATIENCE)

    def carry(self, messengers: dict[str, Messenger]) -> None:
        """Begin to carry posts, and to look at the agenda."""
        self.wait(self._carry(messengers))

    def wake(self) -> None:
        """Say that there may be something to post."""
        if self.courier:
            self.loop.call_soon_threadsafe(self.courier.wake)

    def close(self) -> None:
        """Stop everything, in order."""
        self.wait(self._stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(PATIENCE)
        self.loop.close()
        self.store.close()

    async def _a_scribe(self) -> Scribe:
        return Scribe(self.engine)

    async def _carry(self, messengers: dict[str, Messenger]) -> None:
        self.courier = Courier(self.scribe, self.engine, self.outbox, messengers)
        self._clock = Clock(self.scribe, SqlAgenda(self.store), self.courier)
        self._clock.start()
        self._carrying = asyncio.create_task(self.courier.run())

    async def _stop(self) -> None:
        if self._carrying:
            await self._clock.stop()
            self._carrying.cancel()
            await asyncio.gather(self._carrying, return_exceptions=True)
        await self.scribe.close()
        await self.loop.shutdown_default_executor()


@contextmanager
def running_bot(folder: Path) -> Iterator[RunningBot]:
    """Run a bot for as long as a story is told."""
    bot = RunningBot(folder)
    try:
        yield bot
    finally:
        bot.close()

"""What one process may hold at a time, such as Discord's connection: it begins, or waits for its turn."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Protocol

from adapters.courier import Messenger
from adapters.scribe import Scribe
from bot.ports import Leases

LENGTH = timedelta(seconds=20)
"""How long a process that was killed keeps the others waiting."""
RENEWED = timedelta(seconds=5)
"""How often a lease is renewed; three times may fail before it runs out."""

log = logging.getLogger(__name__)


class Held(Protocol):
    """A way in of which there may be one among all processes."""

    platform: str
    messenger: Messenger

    async def start(self, wake: Callable[[], None], say: Callable[[str], None]) -> None:
        """Begin to hear people."""
        ...

    async def stop(self) -> None:
        """Hear nobody any more."""
        ...


class Turn:
    """Whose turn something is that one of several processes does: the first keeps it while it goes on."""

    def __init__(self, name: str, leases: Leases, scribe: Scribe, holder: str) -> None:
        self._name = name
        self._leases = leases
        self._scribe = scribe
        self._holder = holder

    async def is_ours(self, now: datetime) -> bool:
        """Take the turn, or keep it; return whether this process has it."""
        take = partial(self._leases.take, self._name, self._holder, now, LENGTH)
        return await self._scribe.run(take) is not None


class Standby:
    """A way in that runs only while this process holds its lease."""

    def __init__(
        self,
        part: Held,
        leases: Leases,
        scribe: Scribe,
        holder: str,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self.platform = part.platform
        self.messenger = part.messenger
        self._part = part
        self._leases = leases
        self._scribe = scribe
        self._holder = holder
        self._now = now or (lambda: datetime.now(UTC))
        self._fence: int | None = None
        self._until = datetime.min.replace(tzinfo=UTC)
        self._watching: asyncio.Task[None] | None = None

    @property
    def ready(self) -> asyncio.Event | None:
        """Set while the connection stands; nothing while it is another process's."""
        return getattr(self._part, "ready", None) if self.is_ours else None

    @property
    def is_ours(self) -> bool:
        """Whether this process may speak for the platform just now."""
        return self._fence is not None and self._now() < self._until

    async def start(self, wake: Callable[[], None], say: Callable[[str], None]) -> None:
        """Begin if nobody else does; otherwise wait for the turn, and begin then."""
        await self.look(wake, say)
        if self._fence is None:
            say(f"Another process holds the connection to {self.platform}. This one stands by.")
        self._watching = asyncio.create_task(self._watch(wake, say))

    async def stop(self) -> None:
        """End, and let the next process begin at once."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.wait([self._watching])
        if (fence := self._fence) is not None:
            await self._end()
            with suppress(Exception):  # it runs out by itself
                await self._scribe.run(lambda: self._leases.release(self._name, fence))

    async def look(self, wake: Callable[[], None], say: Callable[[str], None]) -> None:
        """Take the lease or renew it; begin where it is new, end where it is lost."""
        now = self._now()
        try:
            fence = await self._scribe.run(lambda: self._leases.take(self._name, self._holder, now, LENGTH))
        except Exception as error:  # noqa: BLE001 - whatever it was, until it runs out the lease is ours
            log.warning("The lease on %s could not be renewed: %s", self.platform, type(error).__name__)
            fence = self._fence if now + RENEWED < self._until else None
        else:
            self._until = now + LENGTH
        if self._fence is not None and fence != self._fence:
            log.warning("The connection to %s is left to another process.", self.platform)
            await self._end()
        if fence is not None and self._fence is None:
            self._fence = fence
            await self._part.start(wake, say)

    @property
    def _name(self) -> str:
        return f"connection {self.platform}"

    async def _watch(self, wake: Callable[[], None], say: Callable[[str], None]) -> None:
        while True:
            await asyncio.sleep(RENEWED.total_seconds())
            try:
                await self.look(wake, say)
            except Exception:
                log.exception("The connection to %s could not be taken over.", self.platform)
                self._fence = None

    async def _end(self) -> None:
        self._fence = None
        await self._part.stop()

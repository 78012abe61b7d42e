"""Posts from the outbox to the messenger of their platform, with patience."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Protocol

from adapters.scribe import Scribe
from bot.engine import Engine
from bot.errors import DeliveryFailed
from bot.ports import Delivery, Outbox
from bot.speech.effects import Ready

AT_ONCE = 50
"""How many posts are taken at once."""
IDLE = timedelta(seconds=15)
"""How long the courier rests when nobody wakes it."""
FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=5)

log = logging.getLogger(__name__)


class Messenger(Protocol):
    """An adapter's way out."""

    async def deliver(self, delivery: Delivery, ready: Ready) -> str:
        """
        Put a post where it belongs, or edit what stands there; return the platform's name for it.

        Raises:
            DeliveryFailed: The platform did not take it.
        """
        ...

    async def take_down(self, delivery: Delivery) -> None:
        """
        Remove what stands there.

        Raises:
            DeliveryFailed: The platform did not do it.
        """
        ...


class Courier:
    """Carries posts, again if need be, until each stands in its place."""

    def __init__(
        self,
        scribe: Scribe,
        engine: Engine,
        outbox: Outbox,
        messengers: Mapping[str, Messenger],
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._scribe = scribe
        self._engine = engine
        self._outbox = outbox
        self._messengers = messengers
        self._now = now or (lambda: datetime.now(UTC))
        self._awake = asyncio.Event()

    def wake(self) -> None:
        """Say that there may be something to carry."""
        self._awake.set()

    async def run(self) -> None:
        """Carry posts until cancelled, whatever happens."""
        while True:
            carried = 0
            try:
                carried = await self.round()
            except Exception:
                log.exception("No post could be carried; the next try comes in %d s.", IDLE.total_seconds())
            if carried == 0:
                await self._rest()

    async def round(self) -> int:
        """Carry what is due now, once; return how many posts that were."""
        count = 0
        for platform, messenger in self._messengers.items():
            now = self._now()
            claimed = await self._scribe.run(lambda: self._outbox.claim(now, platform, AT_ONCE))  # noqa: B023
            for delivery in claimed:
                await self._carry(delivery, messenger)
            count += len(claimed)
        return count

    async def _carry(self, delivery: Delivery, messenger: Messenger) -> None:
        try:
            await self._bring(delivery, messenger)
        except DeliveryFailed as error:
            log.warning("Post %s not delivered: %s", delivery.post, error)
            await self._note_failed(delivery, error)
        except Exception:  # one post that cannot be written must not keep the others back
            log.exception("Post %s not delivered, by a fault of ours", delivery.post)
            await self._note_failed(delivery, DeliveryFailed("a fault of ours"))

    async def _bring(self, delivery: Delivery, messenger: Messenger) -> None:
        ready = await self._scribe.read(lambda: self._engine.prepare(delivery))
        if ready is None:
            await messenger.take_down(delivery)
            await self._scribe.run(lambda: self._outbox.failed(delivery, None))
            return
        remote = await messenger.deliver(delivery, ready)
        await self._scribe.run(lambda: self._outbox.delivered(delivery, remote))

    async def _note_failed(self, delivery: Delivery, error: DeliveryFailed) -> None:
        until = None if error.unreachable else self._now() + (error.retry_after or _wait(delivery))
        await self._scribe.run(lambda: self._outbox.failed(delivery, until))

    async def _rest(self) -> None:
        # Not `wait_for`: up to 3.11 it can swallow a cancellation that comes together with the wake-up.
        with suppress(TimeoutError):
            async with asyncio.timeout(IDLE.total_seconds()):
                await self._awake.wait()
        self._awake.clear()


def _wait(delivery: Delivery) -> timedelta:
    doubled: int = 2 ** min(delivery.attempts, 10)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)

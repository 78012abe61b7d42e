"""Time is a platform: a heartbeat that looks at the agenda and lets the engine handle what came due."""

import asyncio
import logging
from collections.abc import Callable, Collection
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.courier import Courier
from adapters.scribe import Scribe
from bot.ports import Agenda
from bot.speech.events import CameDue

BEAT = 15
"""Seconds between two looks at the agenda; also after the machine slept or its clock was moved."""
AT_ONCE = 500

log = logging.getLogger(__name__)


class Clock:
    """Looks at the agenda at each beat; nothing that matters lives in the scheduler itself."""

    def __init__(
        self, scribe: Scribe, agenda: Agenda, courier: Courier, now: Callable[[], datetime] | None = None
    ) -> None:
        self._scribe = scribe
        self._agenda = agenda
        self._courier = courier
        self._now = now or (lambda: datetime.now(UTC))
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    def start(self) -> None:
        """Begin to beat."""
        self._scheduler.add_job(
            self._safe_beat,
            "interval",
            seconds=BEAT,
            max_instances=1,
            coalesce=True,
            next_run_time=datetime.now(UTC),
        )
        self._scheduler.start()

    def stop(self) -> None:
        """Stop beating."""
        self._scheduler.shutdown(wait=False)

    async def beat(self) -> int:
        """Handle everything that is due now; return how many moments that were."""
        now = self._now()
        seen: set[str] = set()
        while events := await self._due(now, seen):
            await asyncio.gather(*(self._scribe.handle(event) for event in events))
            seen |= {event.id for event in events}
            self._courier.wake()
        return len(seen)

    async def _due(self, now: datetime, seen: Collection[str]) -> list[CameDue]:
        """Return what is due; what has failed in this beat is left to the next one."""
        claimed = await self._scribe.read(lambda: self._agenda.claim(now, AT_ONCE))
        return [event for event in claimed if event.id not in seen]

    async def _safe_beat(self) -> None:
        # A job that raises can stop APScheduler for good, so nothing leaves this function.
        try:
            await self.beat()
        except Exception:
            log.exception("A look at the agenda failed; the next one comes in %d s.", BEAT)

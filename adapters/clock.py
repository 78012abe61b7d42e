"""Time is a platform: a heartbeat that looks at the agenda and lets the engine handle what came due."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, datetime, timedelta
from time import monotonic

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.courier import Courier
from adapters.scribe import Scribe
from adapters.wall_clock import OLDEST
from bot.errors import StaleState, StoreUnusable
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
        self._completed = monotonic()
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._turn = asyncio.Lock()
        self.is_ours: Callable[[datetime], Awaitable[bool]] = _always
        """Whether it is this process that looks, where several share the work."""

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

    def since_last_pass(self) -> float:
        """Return how many seconds ago a look at the agenda was completed; for the watchdog (R2)."""
        return monotonic() - self._completed

    async def stop(self) -> None:
        """Stop beating, and return once a beat that was going on has let go."""
        self._scheduler.shutdown(wait=False)
        async with self._turn:
            pass

    async def beat(self) -> int:
        """Handle everything that is due now; return how many moments that were."""
        now = self._now()
        if now < OLDEST:
            log.error("This machine shows %s: nothing is sent before its clock is set.", now.date())
            return 0
        if not await self.is_ours(now):
            return 0
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

    async def _wake_when_due(self) -> None:
        """Look again at the moment when something is due, where that is before the next beat."""
        due = await self._scribe.read(self._agenda.next_due)
        wait = (due - self._now()).total_seconds() if due else BEAT
        if 0 < wait < BEAT:
            at = datetime.now(UTC) + timedelta(seconds=wait)
            self._scheduler.add_job(self._safe_beat, "date", run_date=at, id="due", replace_existing=True)

    async def _safe_beat(self) -> None:
        # A job that raises can stop APScheduler for good, so nothing leaves this function.
        try:
            async with self._turn:
                await self.beat()
            self._completed = monotonic()
            await self._wake_when_due()
        except (StaleState, StoreUnusable):
            self._completed = monotonic()  # the heart is well; it is the memory that cannot be written
            log.error("Nothing can be kept just now; the next look comes in %d s.", BEAT)  # noqa: TRY400
        except Exception:
            log.exception("A look at the agenda failed; the next one comes in %d s.", BEAT)


async def _always(_now: datetime) -> bool:
    return True

"""A bot that runs on a group's memory: clock and courier turned by hand, a platform that notes when."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from adapters.clock import Clock
from adapters.courier import Courier, Note
from adapters.scribe import Scribe
from bot.errors import DeliveryFailed
from bot.ports import Delivery
from bot.speech.effects import Ready
from storage.rows import from_micros
from tests.fakes.fake_messenger import FakeMessenger
from tests.fakes.planning import PlanningGroup


class Running:
    """A bot that runs on a group's memory: its clock and its courier, turned by hand."""

    def __init__(self, group: PlanningGroup, messenger: FakeMessenger, scribe: Scribe) -> None:
        self.group = group
        self.courier = Courier(scribe, group.engine, group.outbox, {"web": messenger}, lambda: group.clock.at)
        self.clock = Clock(scribe, group.agenda, self.courier, lambda: group.clock.at)

    async def until(self, moment: datetime) -> None:
        """Let time pass until a moment, with a beat whenever something is due."""
        while self.group.clock.at < moment:
            self.group.clock.at = min(moment, self._next_due() or moment)
            await self.beat()

    def _next_due(self) -> datetime | None:
        with self.group.store.looking() as connection:
            waiting = "SELECT min(due) FROM post WHERE state = 'waiting'"
            due = connection.exec_driver_sql(waiting).scalar()
        moments = [self.group.agenda.next_due(), from_micros(due) if due else None]
        coming = [moment for moment in moments if moment and moment > self.group.clock.at]
        return min(coming, default=None)

    async def beat(self) -> None:
        """Do what is due now, and carry what can be carried."""
        await self.clock.beat()
        while await self.courier.round():
            pass


@asynccontextmanager
async def running(group: PlanningGroup, messenger: FakeMessenger) -> AsyncIterator[Running]:
    """Run the bot for a while."""
    scribe = Scribe(group.engine, readers_wait=True)
    made = Running(group, messenger, scribe)
    await made.beat()
    yield made
    await scribe.close()


class Watching(FakeMessenger):
    """A platform that notes when each place was first written to."""

    def __init__(self, group: PlanningGroup) -> None:
        super().__init__()
        self.group = group
        self.at: dict[str, list[datetime]] = {}
        self.closed: set[str] = set()
        """Places that take nothing."""
        self.knocked: dict[str, int] = {}

    async def deliver(self, delivery: Delivery, ready: Ready, note: Note) -> tuple[str, ...]:
        """Let it stand, and note when."""
        if delivery.place.channel in self.closed:
            self.knocked[delivery.place.channel] = self.knocked.get(delivery.place.channel, 0) + 1
            raise DeliveryFailed("closed", unreachable=True)
        if not delivery.remotes:
            self.at.setdefault(delivery.place.channel, []).append(self.group.clock.at)
        return await super().deliver(delivery, ready, note)

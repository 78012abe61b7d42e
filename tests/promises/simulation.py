"""Days in seconds: two bots on one memory, a platform that fails, clocks that jump; and a plain model."""

import asyncio
import logging
import selectors
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from time import process_time
from typing import Any
from zoneinfo import ZoneInfo

from adapters import courier as courier_module
from adapters.clock import Clock
from adapters.courier import Courier, Note
from adapters.pacer import Pace
from adapters.scribe import Scribe
from adapters.wall_clock import WallClock
from bot.dialogue.consent import Consent
from bot.dialogue.manners import A_WEEK, QuietHours, Wishes
from bot.dialogue.members import Member, Role
from bot.dialogue.rhythm import LATEST, NOBODY, Outcome
from bot.dialogue.tickets import Action
from bot.errors import DeliveryFailed, StoreUnusable
from bot.identifiers import DialogueId, MemberId
from bot.ports import Delivery
from bot.speech.effects import Effects, Ready, Reply, Silence
from storage.database import open_in_memory
from storage.rows import from_micros
from tests.fakes.planning import PlanningGroup

ZONES = (
    "Europe/Stockholm", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
    "America/Nuuk", "Pacific/Apia", "Africa/Casablanca", "Asia/Kathmandu", "America/St_Johns",
)  # fmt: skip
FAULTS = ("lost", "busy", "broken", "dropped", "slow")
SHARE = 0.05
"""Of all calls, so many go wrong."""
BEAT = 150.0
"""Seconds between two looks of a bot; ten times as long as in life, so that days take seconds."""
BEGINS = datetime(2026, 3, 27, 6, 0, tzinfo=UTC)
"""The Friday before Europe's clocks change."""
HOME = "Europe/Stockholm"
A_DAY = timedelta(days=1)


class _NoWaiting(selectors.SelectSelector):
    """Does not wait: the time that would have been waited for has passed."""

    def __init__(self, pass_by: Callable[[float], None]) -> None:
        super().__init__()
        self._pass_by = pass_by

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None:
            raise AssertionError("Everybody waits for somebody.")
        found = super().select(0)
        if not found and timeout > 0:
            self._pass_by(timeout)
        return found


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop whose hours take no time, and come in the same order each time."""

    def __init__(self) -> None:
        self._passed = 0.0
        super().__init__(_NoWaiting(self._pass_by))

    def time(self) -> float:
        """Return how much time has passed."""
        return self._passed

    def _pass_by(self, seconds: float) -> None:
        self._passed += seconds


class AtOnce(Executor):
    """Does what it is asked at once, where it is asked."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Do it."""
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whatever it is, who asked gets it
            done.set_exception(error)
        return done


@dataclass
class World:
    """What is true outside of the bot: chance, the clock of the machine, and what everybody can see."""

    chance: Random
    loop: asyncio.AbstractEventLoop
    jump: timedelta = timedelta(0)
    is_store_down: bool = False
    seen: dict[str, tuple[str, datetime, float]] = field(default_factory=dict)
    """What stands now, by its delivery id: where, and since when by the bot's clock and by the loop's."""
    log: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    closed: set[str] = field(default_factory=set)
    """Places whose people take no direct messages."""

    def now(self) -> datetime:
        """Return what the machine's clock shows."""
        return BEGINS + timedelta(seconds=self.loop.time()) + self.jump


class FailingMessenger:
    """A platform whose answers get lost, that is busy, that breaks; its history can be read."""

    pace = Pace(in_workspace=0.02, in_place=1.0)

    def __init__(self, world: World, shown: Callable[[], datetime]) -> None:
        self._world = world
        self._shown = shown

    async def deliver(self, delivery: Delivery, _ready: Ready, _note: Note) -> tuple[str, ...]:
        """Put it there, unless something goes wrong."""
        world, id = self._world, delivery.part(0)
        begun = self._shown()
        if delivery.place.channel in world.closed:
            raise DeliveryFailed("closed", unreachable=True)
        fault = await self._fault()
        if not delivery.remotes:
            self._stand(id, delivery, begun)
        if fault == "lost":
            raise DeliveryFailed("the answer was lost", unknown=True)
        return (id,)

    async def _fault(self) -> str:
        """Return what goes wrong only after it was taken; whatever goes wrong before that is raised."""
        fault = self._world.chance.choice(FAULTS) if self._world.chance.random() < SHARE else ""
        if not fault:
            return ""
        self._world.counts[fault] += 1
        if fault == "slow":
            await asyncio.sleep(self._world.chance.uniform(1, 90))
        if fault == "busy":
            raise DeliveryFailed("busy", retry_after=timedelta(seconds=self._world.chance.randrange(1, 40)))
        if fault in ("broken", "dropped"):
            raise DeliveryFailed(fault, unknown=fault == "dropped")
        return fault

    async def take_down(self, delivery: Delivery) -> None:
        """Remove it; where it is not known whether it stands, look for it."""
        if self._world.seen.pop(delivery.part(0), None):
            self._world.counts["taken down"] += 1

    def _stand(self, id: str, delivery: Delivery, begun: datetime) -> None:
        if id in self._world.seen:
            assert delivery.unsure_since, f"{id} was sent again without a doubt"
            return
        self._world.seen[id] = (delivery.place.channel, begun, self._world.loop.time())
        self._world.log.append(f"{begun.isoformat()} {delivery.place.channel} {id}")


class Bot:
    """One process: its clock, its courier, and the ways it can end."""

    def __init__(self, group: PlanningGroup, world: World) -> None:
        self._world = world
        scribe = Scribe(group.engine, readers_wait=True)
        scribe._writer.shutdown()
        scribe._writer = scribe._reader = AtOnce()  # type: ignore[assignment]
        now = WallClock(world.now, world.loop.time)
        messenger = FailingMessenger(world, now)
        self.courier = Courier(scribe, group.engine, group.outbox, {"web": messenger}, now)
        self._clock = Clock(scribe, group.agenda, self.courier, now)
        self._tasks = [asyncio.ensure_future(self.courier.run()), asyncio.ensure_future(self._beat())]

    async def _beat(self) -> None:
        while True:
            with suppress(StoreUnusable):
                await self._clock.beat()
            await asyncio.sleep(BEAT)

    async def stop(self) -> None:
        """End as it is told to."""
        await self._end()

    async def kill(self) -> None:
        """End in the middle of everything."""
        for queue in tuple(self.courier._queues.values()):
            queue.cancel()
        await self._end()

    async def _end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, *self.courier._queues.values(), return_exceptions=True)


def drill(count: int, seed: int) -> Mapping[str, int]:
    """
    Live through *count* times 72 hours with 500 members.

    Raises:
        AssertionError: A promise broke; the seed is named, and leads to the same again.
    """
    logging.disable(logging.CRITICAL)  # it is made to fail thousands of times
    every: Counter[str] = Counter()
    for number in range(seed, seed + count):
        begun = process_time()
        every += simulate(number, members=500, hours=72).counts
        print(f"  seed {number}: {process_time() - begun:.1f} s", flush=True)
    return every


def simulate(seed: int, members: int, hours: int) -> World:
    """
    Live through so many hours, and a day more in which everything must have come to its end.

    Raises:
        AssertionError: A promise broke.
    """
    loop = VirtualLoop()
    asyncio.set_event_loop(loop)
    idle = courier_module.IDLE
    courier_module.IDLE = timedelta(seconds=BEAT)
    try:
        return loop.run_until_complete(_Simulation(seed, members, hours, loop).run())
    finally:
        courier_module.IDLE = idle
        asyncio.set_event_loop(None)
        loop.close()


class _Simulation:
    def __init__(self, seed: int, members: int, hours: int, loop: VirtualLoop) -> None:
        self.seed = seed
        self.world = World(Random(f"simulation {seed}"), loop)
        self.hours = timedelta(hours=hours)
        self.group = PlanningGroup(open_in_memory())
        self.group.clock.at = BEGINS
        dialogue = self.group.start()
        self.group.join("Ada", dialogue)
        self.members = [self._member(number, dialogue) for number in range(members)]
        self._keep(self.members)
        self.world.closed = {f"@{m.account}" for m in self.members if self.world.chance.random() < 0.02}
        self.plans = [
            self._plan(f"daily {self._time()}", "members"),
            self._plan(f"daily {self._time()}", "members"),
            self._plan(f"daily {self._time()}", "place"),
        ]
        self.planned_at = self.group.clock.at
        self.paused: dict[str, float] = {}
        self.pauses: list[tuple[str, float, float]] = []

    async def run(self) -> World:
        bots = [Bot(self.group, self.world) for _ in range(2)]
        end = self.world.loop.time() + self.hours.total_seconds()
        while self.world.loop.time() < end:
            await asyncio.sleep(self.world.chance.uniform(60, 3 * 3600))
            await self._something_happens(bots)
        self.world.jump = max(self.world.jump, timedelta(0))
        await asyncio.sleep((LATEST + timedelta(hours=2)).total_seconds())
        for bot in bots:
            await bot.stop()
        self._hold()
        self.group.close()
        return self.world

    async def _something_happens(self, bots: list[Bot]) -> None:
        world = self.world
        what = world.chance.choice(("kill", "stop", "jump", "leap", "outage", "pause", "go on"))
        world.counts[what] += 1
        number = world.chance.randrange(2)
        match what:
            case "kill" | "stop":
                await (bots[number].kill() if what == "kill" else bots[number].stop())
                await asyncio.sleep(world.chance.uniform(0, 600))
                bots[number] = Bot(self.group, world)
            case "jump":
                world.jump += timedelta(seconds=world.chance.choice((-7200, -61, -1, 1, 59, 3600)))
            case "leap":
                years = timedelta(days=365 * world.chance.choice((-10, -1, 1, 10)))
                world.jump += years
                await asyncio.sleep(world.chance.uniform(1, 500))
                world.jump -= years
            case "outage":
                for name in ("do", "batch"):
                    setattr(self.group.store, name, _unusable)
                await asyncio.sleep(world.chance.uniform(1, 1800))
                for name in ("do", "batch"):
                    delattr(self.group.store, name)
            case _:
                self._pause(world.chance.choice(self.members), "stop" if what == "pause" else "again")

    def _pause(self, member: Member, choice: str) -> None:
        """Let somebody pause, or go on."""
        self.group.clock.at = self.world.now()
        self.group.does(member.account.removeprefix("account-"), Action.PAUSE, choice=choice)
        begun = self.paused.pop(member.account, None)
        if begun is not None:
            self.pauses.append((member.account, begun, self.world.loop.time()))
        if choice == "stop":
            self.paused[member.account] = self.world.loop.time()

    # -- how it begins

    def _time(self) -> str:
        return f"{self.world.chance.randrange(24):02}:{self.world.chance.choice((0, 30)):02}"

    def _member(self, number: int, dialogue: str) -> Member:
        chance = self.world.chance
        begin, end = time(chance.randrange(24)), time(chance.randrange(24))
        return Member(
            id=MemberId(f"member-{number}"),
            dialogue=DialogueId(dialogue),
            account=f"account-M{number}",
            name=f"M{number}",
            role=Role.MEMBER,
            joined_at=BEGINS,
            consent=Consent(1, 1),
            zone=chance.choice(ZONES),
            quiet=chance.choice((QuietHours(), QuietHours(begin=begin, end=end))),
            wishes=Wishes(direct=chance.random() < 0.9),
        )

    def _keep(self, members: list[Member]) -> None:
        event, dialogue = self.group.command("Ada", Action.HELP), members[0].dialogue
        with self.group.store.batch([event]) as batch:
            effects: Effects[Reply] = Effects(reply=Silence(), keep=tuple(members))
            batch.work(event.community).keep(event, effects, dialogue, None)

    def _plan(self, when: str, audience: str) -> "_Plan":
        id = self.group.plan(when, audience, "3")
        hour, minute = map(int, when.split()[1].split(":"))
        return _Plan(id, time(hour, minute), is_for_place=audience == "place")

    # -- what must be so

    def _hold(self) -> None:
        with self.group.store.looking() as connection:
            asked = "SELECT id, schedule, recipient, day, outcome, due FROM occurrence WHERE schedule != ''"
            rows = connection.exec_driver_sql(asked).all()
        horizon = self.world.now() - LATEST - timedelta(hours=1)
        ended = {
            (schedule, recipient, day): outcome
            for _, schedule, recipient, day, outcome, due in rows
            if from_micros(due) <= horizon
        }
        expected = set(self._expected(horizon))
        assert set(ended) == expected, self._name("lost or doubled", set(ended) ^ expected)
        without = [key for key, outcome in ended.items() if outcome not in set(Outcome)]
        assert not without, self._name("no end", without)
        self.world.counts.update(f"ended {outcome}" for outcome in ended.values())
        self._hold_what_was_seen({id: (recipient, outcome) for id, _, recipient, _, outcome, _ in rows})

    def _expected(self, horizon: datetime) -> Iterator[tuple[str, str, str]]:
        """Return what had to come, worked out once more in the plainest way."""
        ada = self.group.member_id("Ada")
        homes = {NOBODY: HOME, ada: HOME} | {member.id: member.zone for member in self.members}
        for plan in self.plans:
            for recipient, zone in homes.items():
                if plan.is_for_place != (recipient == NOBODY):
                    continue
                day = BEGINS.astimezone(ZoneInfo(HOME)).date() - A_DAY
                while True:
                    day += A_DAY
                    due = datetime.combine(day, plan.at, ZoneInfo(zone)).astimezone(UTC)
                    if due > horizon:
                        break
                    if due > self.planned_at and day >= plan.begins(self.planned_at):
                        yield plan.id, recipient, day.isoformat()

    def _hold_what_was_seen(self, ended: Mapping[str, tuple[str, str]]) -> None:
        by_place = {f"@{member.account}": member for member in self.members}
        written: dict[str, list[datetime]] = {}
        for id, (place, begun, passed) in self.world.seen.items():
            if place not in by_place:
                continue
            member = by_place[place]
            recipient, outcome = ended[id]
            assert recipient == member.id, self._name("went astray", id)
            assert outcome in ("delivered", "delivered_late", None), self._name("seen, and not so noted", id)
            local = begun.astimezone(ZoneInfo(member.zone)).time()
            assert not member.quiet.hold(local), self._name("in quiet hours", (id, local))
            assert member.wishes.direct, self._name("nobody asked for it", id)
            for account, first, last in (*self.pauses, *((a, b, 1e12) for a, b in self.paused.items())):
                is_in_it = account == member.account and first + 5 < passed < last
                assert not is_in_it, self._name("in a pause", id)
            written.setdefault(place, []).append(begun)
        for place, moments in written.items():
            moments.sort()
            for begun, fourth in zip(moments, moments[A_WEEK:], strict=False):
                assert fourth - begun >= timedelta(days=6, hours=21), self._name("more than three", place)
        self.world.counts["seen"] = len(self.world.seen)

    def _name(self, what: str, which: object) -> str:
        return f"seed {self.seed}: {what}: {which!r:.500}"


@dataclass(frozen=True)
class _Plan:
    id: str
    at: time
    is_for_place: bool

    def begins(self, planned_at: datetime) -> date:
        """Return the first date, as it was read in the zone of the dialogue."""
        here = planned_at.astimezone(ZoneInfo(HOME))
        return (
            here.date()
            if datetime.combine(here.date(), self.at, ZoneInfo(HOME)) > here
            else here.date() + A_DAY
        )


def _unusable(*_: object, **__: object) -> Any:
    raise StoreUnusable("The memory is away.")

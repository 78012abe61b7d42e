"""S1 and S2: what is due at once for many members, beside APScheduler and procrastinate on the same work."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from shutil import copytree, rmtree
from subprocess import CalledProcessError
from time import process_time
from typing import Any

import procrastinate
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from benchmarks.measure import Figure, Goal, Outcome, Peer, by_name, in_turn, ratio
from bot.dialogue.consent import Consent
from bot.dialogue.members import Member, Role
from bot.dialogue.rhythm import Audience, Occurrence, Schedule
from bot.dialogue.tickets import Action
from bot.identifiers import DialogueId, MemberId
from bot.speech.effects import Effects, Reply, Silence
from storage.database import open_file
from tests.fakes.planning import PlanningGroup
from tests.fakes.real_postgres import new_address
from tests.people import a_schedule

ZONES = ("Europe/Stockholm", "Europe/London", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe")
AT_ONCE = 500
JOINED = datetime(2026, 1, 1, tzinfo=UTC)
KEPT_AT_ONCE = 2_000
BOT, MEMORY, STORE, QUEUE = "bot", "APScheduler, in memory", "APScheduler, SQLAlchemy store", "procrastinate"
OF_PEERS = 1_000
"""So many for the peers that take long; their cost for each grows with the number, which flatters them."""
ran: list[int] = []


def run(folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Let so many come due at once, by the bot and by its peers in turn."""
    sizes = (1_000, 10_000, 100_000) if is_long else (1_000, 10_000)
    scenes = {size: _set_scene(folder / f"{size}", size) for size in sizes}
    peers = [Peer(f"{BOT}, {size:,}", partial(_come_due, scenes[size], size)) for size in sizes]
    peers += [Peer(f"{MEMORY}, {size:,}", partial(_schedule, size, None)) for size in sizes[:2]]
    peers.append(Peer(f"{STORE}, {OF_PEERS:,}", partial(_schedule, OF_PEERS, folder)))
    queue = _queue()
    if queue:
        peers.append(Peer(f"{QUEUE}, {OF_PEERS:,}", queue))
    peers += [Peer("next times, zone by zone", partial(_next_times, sizes[-1], together=True))]
    peers += [Peer("next times, one by one", partial(_next_times, sizes[-1], together=False))]
    figures = in_turn(peers, rounds, advance)
    found, largest = by_name(figures), f"{BOT}, {sizes[-1]:,}"
    goals = [
        Goal("S1", f"CPU each, {sizes[-1]:,} at once, next date kept", found[largest], 20.0, unit="µs"),
        _below("S1", found[largest], found[f"{MEMORY}, {sizes[1]:,}"], 0.12),
        _below("S1", found[largest], found[f"{STORE}, {OF_PEERS:,}"], 0.03),
    ]
    if queue:
        goals.append(_below("S1", found[largest], found[f"{QUEUE}, {OF_PEERS:,}"], 0.015))
    goals.append(_below("S2", found["next times, zone by zone"], found["next times, one by one"], 0.1))
    notes: tuple[str, ...] = (
        "None was lost and none came twice in any round; each has its next date on the disk.",
    )
    if not queue:
        notes += ("procrastinate was left out: no PostgreSQL server could be started here.",)
    return Outcome("due at once", "µs of CPU each", figures, tuple(goals), notes)


def _below(id: str, above: Figure, below: Figure, bound: float) -> Goal:
    return Goal(id, f"{above.name} / {below.name}", ratio(above, below), bound)


# -- the bot


def _set_scene(folder: Path, size: int) -> Path:
    """Make a memory in which so many members are asked at the same moment."""
    folder.mkdir()
    group = PlanningGroup(open_file(folder))
    dialogue = group.start()
    group.join("Ada", dialogue)
    schedule = group.plan("daily 18:00", "members")
    with group.store.looking() as connection:
        found = connection.exec_driver_sql("SELECT day FROM occurrence WHERE schedule != ''").scalar_one()
    day = datetime.fromisoformat(str(found)).date()
    model = a_schedule(Audience.MEMBERS, id=schedule, dialogue=dialogue)
    for begin in range(0, size - 1, KEPT_AT_ONCE):
        people = [_member(number, dialogue) for number in range(begin, min(size - 1, begin + KEPT_AT_ONCE))]
        planned = [model.on(day, member.id, "Europe/Stockholm") for member in people]
        _keep(group, dialogue, (*people, *planned))
    group.clock.at = max(each.due for each in group.agenda.planned(DialogueId(dialogue))[:1])
    (folder / "moment").write_text(group.clock.at.isoformat(), encoding="utf-8")
    group.close()
    return folder


def _member(number: int, dialogue: str) -> Member:
    return Member(
        id=MemberId(f"member-{number}"), dialogue=DialogueId(dialogue), account=f"account-{number}",
        name=f"M{number}", role=Role.MEMBER, joined_at=JOINED, consent=Consent(1, 1),
    )  # fmt: skip


def _keep(group: PlanningGroup, dialogue: str, facts: Sequence[Member | Occurrence]) -> None:
    event = group.command("Ada", Action.HELP)
    effects: Effects[Reply] = Effects(reply=Silence(), keep=tuple(facts))
    with group.store.batch([event]) as batch:
        batch.work(event.community).keep(event, effects, DialogueId(dialogue), None)


def _come_due(scene: Path, size: int) -> float:
    """Handle everything that is due in a copy of a memory; return the microseconds of CPU for each."""
    folder = scene.with_name(f"{scene.name}-copy")
    rmtree(folder, ignore_errors=True)
    copytree(scene, folder)
    group = PlanningGroup(open_file(folder))
    now = datetime.fromisoformat((folder / "moment").read_text(encoding="utf-8"))
    begun = process_time()
    while events := group.agenda.claim(now, AT_ONCE):
        group.engine.handle_all(events)
    taken = process_time() - begun
    with group.store.looking() as connection:
        counting = "SELECT count(*), count(DISTINCT recipient), sum(is_done) FROM occurrence"
        of_it = " WHERE schedule != ''"
        rows, people, done = connection.exec_driver_sql(counting + of_it).one()
    group.close()
    if (rows, people, done) != (2 * size, size, size):
        raise AssertionError(rows, people, done)
    return taken / size * 1e6


# -- its peers


def _note() -> None:
    ran.append(1)


def _schedule(size: int, folder: Path | None) -> float:
    return asyncio.run(_scheduled(size, folder)) / size * 1e6


async def _scheduled(size: int, folder: Path | None) -> float:
    ran.clear()
    stores = {}
    if folder is not None:
        (folder / "jobs.db").unlink(missing_ok=True)
        stores = {"default": SQLAlchemyJobStore(f"sqlite:///{folder / 'jobs.db'}")}
    scheduler = AsyncIOScheduler(jobstores=stores, timezone=UTC)
    scheduler.start(paused=True)
    moment = datetime.now(UTC)
    for number in range(size):
        trigger = CronTrigger(hour=18, timezone=ZONES[number % len(ZONES)])
        scheduler.add_job(_note, trigger, next_run_time=moment, misfire_grace_time=None, id=f"job-{number}")
    begun = process_time()
    scheduler.resume()
    while len(ran) < size:  # noqa: ASYNC110 - the scheduler tells nobody
        await asyncio.sleep(0.005)
    taken = process_time() - begun
    scheduler.shutdown(wait=False)
    return taken


@dataclass
class _Counted:
    count: int = 0


def _queue() -> Callable[[], float] | None:
    """Return how procrastinate does it on a PostgreSQL server of its own, where one can be started."""
    try:
        new_address("template1")
    except (OSError, AssertionError, CalledProcessError):
        return None
    return lambda: asyncio.run(_work(new_address("template1"))) / OF_PEERS * 1e6


async def _work(address: str) -> float:
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=address))
    counted = _Counted()

    @app.task(name="remind")
    async def remind(member: int) -> None:
        counted.count += bool(member + 1)

    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        given: list[dict[str, Any]] = [{"member": number} for number in range(OF_PEERS)]
        await remind.batch_defer_async(*given)
        begun = process_time()
        await app.run_worker_async(wait=False, concurrency=20, install_signal_handlers=False)
        taken = process_time() - begun
    if counted.count != OF_PEERS:
        raise AssertionError(counted)
    return taken


# -- next times


def _next_times(size: int, *, together: bool) -> float:
    """Find the next moment of so many members, zone by zone as the bot does, or one by one."""
    schedule = a_schedule(Audience.MEMBERS)
    homes = [ZONES[number % len(ZONES)] for number in range(size)]
    begun = process_time()
    if together:
        found = {zone: _moment(schedule, zone) for zone in set(homes)}
        moments = [found[zone] for zone in homes]
    else:
        moments = [_moment(schedule, zone) for zone in homes]
    taken = process_time() - begun
    if len(moments) != size:
        raise AssertionError
    return taken / size * 1e6


def _moment(schedule: Schedule, zone: str) -> datetime:
    following = schedule.next_for(MemberId(""), zone, schedule.begins + timedelta(days=30))
    if following is None:
        raise AssertionError
    return following.due

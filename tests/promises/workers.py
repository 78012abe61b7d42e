"""
The drill of shared work: several bots on one PostgreSQL carry posts, and are killed while they do.

In the end every post was seen once, and in each place in the order in which the posts were made. Without
kills, it is counted how many posts a second one, two and four bots carry.
"""

import asyncio
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

from adapters.courier import Courier, Note
from adapters.pacer import UNHURRIED
from adapters.scribe import Scribe
from bot.composition import compose
from bot.dialogue.limits import UNLIMITED
from bot.dialogue.places import Place
from bot.engine import Engine
from bot.errors import DeliveryFailed
from bot.identifiers import PostId
from bot.ports import Delivery
from bot.speech.effects import Post, Ready
from bot.speech.messages import Message
from bot.words import Part, Phrase, Quote
from storage.outbox import SqlOutbox
from storage.owning import connect, url_of
from tests.fakes.fake_platform import FakePlatform, ask
from tests.fakes.real_postgres import new_address
from tests.people import BEN, HERE, MONDAY, a_contribution
from tests.storage.memory import Memory

KILLS = 12
PLACES = 40
FASTER = 15
"""The clock of these bots: what a killed one held is free again after four seconds instead of a minute."""
LOST = 0.02
"""How many answers of the platform are lost."""
PATIENCE = 100.0
READY = "ready"
LIFT = a_contribution(BEN, 1)
MESSAGE = Message(
    Phrase("contribute-shared", {"body": Quote(LIFT.id), "author": Quote(LIFT.id, Part.AUTHOR)})
)
_PROCESSES = get_context("forkserver")


def drill(count: int, seed: int) -> Mapping[str, int]:
    """Let one, two and four bots carry *count* posts, then kill some of two and of four; count."""
    counts: Counter[str] = Counter()
    for bots in (1, 2, 4):
        took = carry(count, bots, kills=0, seed=seed).seconds
        counts[f"posts a second, bots: {bots}"] = round(count / took)
    for bots in (2, 4):
        carried = carry(count, bots, kills=KILLS, seed=seed)
        counts[f"kills, bots: {bots}"] = KILLS
        counts[f"seen once each, bots: {bots}"] = carried.seen
        counts[f"answers lost, bots: {bots}"] = carried.lost
    return counts


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the posts."""

    seen: int
    lost: int
    seconds: float


def carry(count: int, bots: int, kills: int, seed: int) -> Carried:
    """Let bots carry posts until all of them are delivered; raises where one was seen twice, or never."""
    _PROCESSES.set_forkserver_preload([__name__])
    chance = random.Random(seed)
    address = new_address()
    made = make_posts(address, count)
    with FakePlatform(chance, LOST if kills else 0.0) as platform:
        workers = [Worker(address, platform.path, f"{number}") for number in range(bots)]
        begun = time.monotonic()
        for worker in workers:
            worker.go()
        for number in range(kills):
            wait_for(platform, chance.uniform(number, number + 0.9) / kills * count * 0.9)
            victim = chance.randrange(bots)
            workers[victim].kill()
            workers[victim] = Worker(address, platform.path, f"again {number}")
            workers[victim].go()
        wait_for(platform, count)
        took = time.monotonic() - begun
        for worker in workers:
            worker.kill()
    check(platform.seen, made)
    return Carried(len(platform.seen), platform.lost, took)


def make_posts(address: str, count: int) -> dict[str, list[str]]:
    """Let posts wait, and return which of them belong to each place."""
    memory = Memory(connect(url_of(address))).with_garden()
    memory.say(LIFT, "A lift")
    places = [Place(HERE.community, f"place-{number}") for number in range(min(PLACES, count))]
    posts = [
        Post(PostId(f"post-{number:05d}"), places[number % len(places)], MESSAGE) for number in range(count)
    ]
    memory.keep(posts=tuple(posts))
    memory.close()
    return {place.channel: [str(post.id) for post in posts if post.place == place] for place in places}


def wait_for(platform: FakePlatform, count: float) -> None:
    """Wait until so many posts were seen."""
    end = time.monotonic() + PATIENCE
    while len(platform.seen) < count:
        assert time.monotonic() < end, f"{len(platform.seen)} of {count} were seen"
        time.sleep(0.005)


def check(seen: Sequence[tuple[str, str]], made: Mapping[str, Sequence[str]]) -> None:
    """Hold what everybody saw against what was to be posted."""
    twice = [name for name, times in Counter(post for _, post in seen).items() if times > 1]
    assert not twice, f"seen twice: {twice[:9]}"
    for place, posts in made.items():
        assert [post for where, post in seen if where == place] == list(posts), f"out of order: {place}"


# --- a bot, in a process of its own ---


class Worker:
    """A bot that can be killed."""

    def __init__(self, address: str, platform: Path, name: str) -> None:
        self._pipe, its_end = _PROCESSES.Pipe()
        self._process = _PROCESSES.Process(
            target=be_a_worker, args=(address, str(platform), name, its_end), daemon=True
        )
        self._process.start()
        its_end.close()
        assert self._pipe.poll(PATIENCE), "the bot did not start"
        assert self._pipe.recv() == READY

    def go(self) -> Self:
        """Let it carry posts."""
        self._pipe.send(None)
        return self

    def kill(self) -> None:
        """Kill it as nothing can be caught or prepared for."""
        if self._process.pid and self._process.is_alive():
            os.kill(self._process.pid, signal.SIGKILL)
        self._process.join(PATIENCE)
        self._pipe.close()


def be_a_worker(address: str, platform: str, name: str, pipe: Connection) -> None:
    """Carry posts until killed."""
    core = compose(connect(url_of(address)), UNLIMITED)
    core.store.writer.exec_driver_sql("SELECT 1")
    pipe.send(READY)
    pipe.recv()
    with suppress(KeyboardInterrupt):
        asyncio.run(_carry(core.engine, SqlOutbox(core.store), Path(platform), name))


async def _carry(engine: Engine, outbox: SqlOutbox, platform: Path, name: str) -> None:
    scribe = Scribe(engine)
    messengers = {HERE.community.platform: Messenger(platform, name)}
    courier = Courier(scribe, engine, outbox, messengers, _now)
    carrying = asyncio.create_task(courier.run())
    while not carrying.done():
        await asyncio.sleep(0.1)
        courier.wake()


def _now() -> datetime:
    """Return the time of a clock that is the same for all bots, and fast."""
    return MONDAY + timedelta(days=1, seconds=FASTER * (time.time() % 1_000_000))


class Messenger:
    """The way out to the platform; in doubt it looks before it sends."""

    pace = UNHURRIED

    def __init__(self, platform: Path, name: str) -> None:
        self._platform = platform
        self._name = name

    async def deliver(self, delivery: Delivery, _ready: Ready, _note: Note) -> tuple[str, ...]:
        """Send a post, unless it stands there already."""
        if delivery.unsure_since and (stands := await ask(self._platform, "look", delivery.post)):
            return (stands,)
        if not (remote := await ask(self._platform, "post", delivery.post, delivery.place.channel)):
            raise DeliveryFailed("the answer was lost", unknown=True)
        return (remote,)

    async def take_down(self, delivery: Delivery) -> None:
        """Nothing is taken down here."""
        raise DeliveryFailed(delivery.post)

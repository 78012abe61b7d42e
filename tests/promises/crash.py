"""
The drill of kills: a real bot is killed with signal 9 at chance instants while contributions stream in.

After each kill it is started again on the same files, and whatever it had not answered is delivered again
with the same id, as platforms do. In the end every contribution is there once, those that were erased are
nowhere, and the ledger proves it.
"""

import asyncio
import os
import random
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

from adapters.scribe import Scribe
from bot.composition import compose
from bot.dialogue.limits import UNLIMITED
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Say
from bot.speech.events import Event
from storage.database import FILE_NAME, Database, open_file
from storage.ledger import verify_all
from storage.opening import open_memory
from tests.fakes.group import Group
from tests.fakes.real_postgres import new_address

WHILE_IT_BEGINS, WHILE_IT_IS_BUSY = 0.06, 0.3
"""The most seconds before a kill: after the bot was ready, and every other time after its first answer."""
IN_FLIGHT = 32
"""The most events that wait for an answer at once; those share commits."""
PEOPLE = ("Ada", "Ben", "Chidi", "Dana", "Emil")
READY = "ready"
PATIENCE = 30.0
_PROCESSES = get_context("forkserver")  # what is started again and again has everything loaded


def drill(count: int, seed: int) -> Mapping[str, int]:
    """Kill a bot *count* times on each kind of database; return what was counted."""
    on_sqlite, on_postgres = kill_on_sqlite(count, seed), kill_on_postgres(count, seed)
    return {
        f"{kind}: {name}": number
        for kind, counts in (("SQLite", on_sqlite), ("PostgreSQL", on_postgres))
        for name, number in counts.items()
    }


def kill_on_sqlite(count: int, seed: int) -> Mapping[str, int]:
    """Kill a bot on a file *count* times and return what was counted; raises where a promise broke."""
    with tempfile.TemporaryDirectory() as folder:
        return _kill(folder, count, seed)


def kill_on_postgres(count: int, seed: int) -> Mapping[str, int]:
    """Kill a bot on a server *count* times and return what was counted; raises where a promise broke."""
    return _kill(new_address(), count, seed)


def _kill(where: str, count: int, seed: int) -> Mapping[str, int]:
    _PROCESSES.set_forkserver_preload([__name__])
    with closing(Stream(where, random.Random(seed))) as stream:
        for number in range(count):
            is_busy = number % 2 == 1
            latest = WHILE_IT_IS_BUSY if is_busy else WHILE_IT_BEGINS
            stream.send_until(stream.chance.uniform(0, latest), is_busy=is_busy)
        stream.send_the_rest()
        stream.check()
        return stream.counts


# --- the bot, in a process of its own ---


def open_it(where: str) -> Database:
    """Open the memory: a file in a folder, or a database at an address."""
    return open_memory(Path(), where) if "://" in where else open_file(Path(where))


def be_a_bot(where: str, pipe: Connection) -> None:
    """Open the memory, say that it is ready, and answer each event after it was kept."""
    core = compose(open_it(where), UNLIMITED)
    asyncio.run(_answer_all(Scribe(core.engine), pipe))


async def _answer_all(scribe: Scribe, pipe: Connection) -> None:
    loop = asyncio.get_running_loop()
    pipe.send(READY)
    answering: set[asyncio.Task[None]] = set()
    while (event := await loop.run_in_executor(None, pipe.recv)) is not None:
        task = asyncio.create_task(_answer(scribe, pipe, event))
        answering.add(task)
        task.add_done_callback(answering.discard)
    await asyncio.gather(*answering)
    await scribe.close()


async def _answer(scribe: Scribe, pipe: Connection, event: Event) -> None:
    answer = await scribe.handle(event)
    said, contribution = "", ""
    if isinstance(answer.reply, Say):
        said = answer.reply.message.phrase.key
        contribution = next((choice.ticket.subject for choice in answer.reply.message.choices), "")
    pipe.send((event.id, said, contribution))


# --- those who write to it ---


@dataclass(slots=True)
class Stream:
    """Events on their way: what was sent, what was answered, and what has to be delivered again."""

    where: str
    """The folder of a file, or the address of a database."""
    chance: random.Random
    counts: Counter[str] = field(default_factory=Counter)
    open: dict[str, Event] = field(default_factory=dict)
    """Not answered yet."""
    bodies: dict[str, str] = field(default_factory=dict)
    """The words of each event that brings some."""
    kept: set[str] = field(default_factory=set)
    """Events that were answered with "kept"."""
    erasing: dict[str, str] = field(default_factory=dict)
    """An event that erases -> the event whose words it erases."""
    erased: set[str] = field(default_factory=set)
    """Events whose words were answered with "erased"."""
    group: Group = field(init=False)
    round: str = field(init=False)

    def __post_init__(self) -> None:
        self.group = Group(open_it(self.where), UNLIMITED)
        self.group.clock.step = timedelta(milliseconds=1)
        dialogue = self.group.start()
        for who in PEOPLE:
            self.group.join(who, dialogue)
        self.round = self.group.ask(dialogue, closes="in 300 days")
        self.counts["posts at the start"] = _count(self.group, "post")
        self.group.close()

    def close(self) -> None:
        """Leave nothing open."""
        self.group.close()

    def send_until(self, seconds: float, *, is_busy: bool) -> None:
        """Start the bot, deliver again what it owes an answer, send on, and kill it after this long."""
        most, answered = self.chance.randint(1, IN_FLIGHT), self.counts["answered"]
        with Bot(self.where) as bot:
            begun = time.monotonic()
            waiting = list(self.open.values())
            self.counts["delivered again"] += len(waiting)
            while time.monotonic() < begun + seconds:
                if is_busy and self.counts["answered"] == answered and time.monotonic() < begun + PATIENCE:
                    begun = time.monotonic()
                if waiting or len(self.open) < most:
                    bot.pipe.send(waiting.pop(0) if waiting else self.new_event())
                self.hear(bot.pipe)
            bot.kill()
            self.hear(bot.pipe)
        self.counts["kills"] += 1
        if self.counts["kills"] % 2:  # every other time the memory is mended by the bot itself
            self.look()

    def send_the_rest(self) -> None:
        """Start the bot a last time and let it answer everything."""
        with Bot(self.where) as bot:
            for event in list(self.open.values()):
                bot.pipe.send(event)
            end = time.monotonic() + PATIENCE
            while self.open and time.monotonic() < end:
                bot.pipe.poll(0.1)
                self.hear(bot.pipe)
            bot.pipe.send(None)
            bot.process.join(PATIENCE)
        assert not self.open, f"never answered: {len(self.open)}"

    def new_event(self) -> Event:
        """Return the next event: mostly words, now and then the wish that words be gone."""
        goal = next(iter(self.goals), None)
        if goal and self.chance.random() < 0.1:
            who, contribution = self.goals.pop(goal)
            event = self.group.press(who, Ticket(Action.WITHDRAW, contribution, "erase"))
            self.erasing[event.id] = goal
        else:
            who, body = self.chance.choice(PEOPLE), f"w{len(self.bodies):06d}q"
            ticket = Ticket(Action.CONTRIBUTE, self.round)
            event = self.group.form(
                who, ticket, body=body + "x" * self.chance.choice((0, 50, 900)), level="named"
            )
            self.bodies[event.id] = body
        self.open[event.id] = event
        return event

    goals: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Words that may be erased: their event -> who wrote them, and their id."""

    def hear(self, pipe: Connection) -> None:
        """Note every answer that has come."""
        try:
            while pipe.poll():
                id, said, contribution = pipe.recv()
                self.note(id, said, contribution)
        except (EOFError, ConnectionError):
            return

    def note(self, id: str, said: str, contribution: str) -> None:
        """Note an answer; silence means that the same event was handled before."""
        event = self.open.pop(id, None)
        if event is None:
            return
        self.counts["answered"] += 1
        self.counts["answered with silence, being handled before"] += not said
        if id in self.erasing:
            assert said in ("withdraw-erased", ""), said
            self.erased.add(self.erasing[id])
        else:
            assert said.startswith("contribute-thanks") or not said, said
            self.kept.add(id)
            if contribution:
                self.goals[id] = (event.account.name, contribution)  # type: ignore[union-attr]

    # -- what must be so

    def look(self) -> None:
        """Hold what is in the memory now against what was answered so far."""
        group = Group(open_it(self.where))
        words = {body[:8] for body in _texts(group)}
        asked_to_go = set(self.erasing.values())
        lost = [id for id in self.kept - asked_to_go if self.bodies[id] not in words]
        group.close()
        assert not lost, f"answered with kept, and lost: {len(lost)}"

    def check(self) -> None:
        """Everything is there once, what was erased is nowhere, and the ledger proves it."""
        group = Group(open_it(self.where))
        texts = [body[:8] for body in _texts(group)]
        contributions = _count(group, "contribution")
        posts = _count(group, "post") - self.counts.pop("posts at the start")
        with group.store.looking() as connection:
            mismatches = [found for _, found in verify_all(connection).values()]
            numbers = set(connection.exec_driver_sql("SELECT number FROM contribution").scalars())
        group.close()
        held = b"".join(path.read_bytes() for path in sorted(Path(self.where).glob(f"{FILE_NAME}*")))

        assert mismatches == [None]
        assert sorted(texts) == sorted(self.bodies[id] for id in self.bodies.keys() - self.erased)
        assert contributions == posts == len(self.bodies) == len(numbers)
        assert not [id for id in self.erased if self.bodies[id].encode() in held], (
            "erased, and still in the file"
        )
        self.counts |= Counter({"contributions, each there once": contributions, "erased": len(self.erased)})


class Bot:
    """A process that can be killed."""

    def __init__(self, where: str) -> None:
        self.pipe, its_end = _PROCESSES.Pipe()
        self.process = _PROCESSES.Process(target=be_a_bot, args=(where, its_end), daemon=True)
        self.process.start()
        its_end.close()

    def __enter__(self) -> Self:
        assert self.pipe.poll(PATIENCE), "the bot did not start"
        assert self.pipe.recv() == READY
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.pipe.close()

    def kill(self) -> None:
        """Kill it as nothing can be caught or prepared for."""
        if self.process.pid and self.process.is_alive():
            os.kill(self.process.pid, signal.SIGKILL)
        self.process.join(PATIENCE)


def _texts(group: Group) -> list[str]:
    with group.store.looking() as connection:
        return [str(body) for body in connection.exec_driver_sql("SELECT body FROM revision").scalars()]


def _count(group: Group, table: str) -> int:
    with group.store.looking() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0)

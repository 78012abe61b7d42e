"""W3: durable contributions on PostgreSQL through scribe and engine, beside the same rows by bare psycopg."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any

import psycopg

from benchmarks.measure import Figure, Goal, Outcome, Peer, by_name, in_turn, ratio
from benchmarks.raw_writing import TABLES
from benchmarks.stage import AT_ONCE, ROOM, contributions, set_stage_on
from benchmarks.write import write_with
from bot.composition import compose
from bot.speech.events import FormSubmitted
from storage.owning import connect, open_postgres, url_of
from tests.fakes.real_postgres import PostgresServer

DURABLE = ("shared_buffers=128MB", "listen_addresses=")
"""The settings of a server that keeps what it has answered: everything else as it comes."""
BOT, ALONE = f"bot, {AT_ONCE} in flight", "bot, a lone caller"
AUTOCOMMIT, EACH = "psycopg, autocommit", "psycopg, a commit a contribution"
ORDERS = {
    "contribution": "number", "revision": "made_at", "post": "made_at", "ledger": "number", "inbox": "at",
}  # fmt: skip
"""In which order each table was written."""
SHORT, LONG = 640, 3_200
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Scene:
    """A server with a memory on it, and what is written there by the bot and by hand."""

    server: PostgresServer
    template: str
    events: tuple[FormSubmitted, ...]
    rows: tuple[tuple[tuple[str, tuple[Any, ...]], ...], ...] = ()
    """Of each contribution, the rows that it leaves, each with the statement that writes it."""

    def copy(self) -> str:
        """Return the address of a fresh copy of the memory."""
        name = f"copy_{next(_numbers)}"
        self.server.run(f"CREATE DATABASE {name} TEMPLATE {self.template}", "CHECKPOINT")
        return self.server.address(name)


def run(folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Write to a server of our own, by the bot and by hand in turn."""
    size = LONG if is_long else SHORT
    with serving(folder) as server:
        scene = set_scene(server, size)
        figures = in_turn(tuple(_peers(scene)), rounds, advance)
    return Outcome(
        "Writing on PostgreSQL: contributions that are on the disk before they are answered",
        "µs a contribution",
        figures,
        tuple(_goals(by_name(figures))),
        (
            f"A round: {size:,} contributions; the server flushes, over a socket of this machine.",
            "By hand: the same rows, and nothing is asked, decided or worded.",
        ),
    )


@contextmanager
def serving(folder: Path) -> Iterator[PostgresServer]:
    """Run a server that keeps what it has answered."""
    folder.chmod(0o755)  # where root measures, another account runs the server
    home = folder / "server"
    home.mkdir()
    server = PostgresServer(home, DURABLE)
    server.make()
    server.start()
    yield server
    server.stop()


def set_scene(server: PostgresServer, size: int) -> Scene:
    """Make a memory, let the bot write to a copy of it, and take the rows for the peer."""
    server.run("CREATE DATABASE stage")
    with closing(open_postgres(server.address("stage"))) as database:
        set_stage_on(compose(database))
    events = contributions(size)
    scene = Scene(server, "stage", events)
    address = scene.copy()
    write_by_bot(address, events, AT_ONCE)
    return Scene(server, "stage", events, read_rows(address))


def write_by_bot(address: str, events: Sequence[FormSubmitted], in_flight: int) -> float:
    """Let *in_flight* callers send all events in; return the seconds."""
    return asyncio.run(write_with(compose(connect(url_of(address))), events, in_flight))


def read_rows(address: str) -> tuple[tuple[tuple[str, tuple[Any, ...]], ...], ...]:
    """Return what the bot has written, contribution by contribution."""
    with psycopg.connect(address) as connection:
        connection.execute(f"SET counterpoint.workspace = '{ROOM.workspace}'".encode())
        found = [_rows_of(connection, table) for table in TABLES]
    return tuple(zip(*found, strict=True))


def _rows_of(connection: psycopg.Connection[Any], table: str) -> list[tuple[str, tuple[Any, ...]]]:
    made = "WHERE id LIKE 'event-%'" if table == "inbox" else ""
    words = f"SELECT * FROM {table} {made} ORDER BY {ORDERS[table]}"  # noqa: S608 - the names stand above
    rows = connection.execute(words.encode()).fetchall()
    values = ", ".join(["%s"] * len(rows[0]))
    insert = f"INSERT INTO {table} VALUES ({values})"  # noqa: S608 - as above
    return [(insert, tuple(row)) for row in rows]


def write_by_hand(scene: Scene, *, is_autocommit: bool) -> float:
    """Let the peer write all rows, with a commit a statement or a contribution; return the seconds."""
    with psycopg.connect(scene.copy(), autocommit=is_autocommit) as connection:
        begun = perf_counter()
        for rows in scene.rows:
            for insert, row in rows:
                connection.execute(insert.encode(), row)
            if not is_autocommit:
                connection.commit()
        return perf_counter() - begun


def _peers(scene: Scene) -> Iterator[Peer]:
    size, few = len(scene.events), scene.events[: len(scene.events) // 10]
    yield Peer(BOT, lambda: write_by_bot(scene.copy(), scene.events, AT_ONCE) / size * 1e6)
    yield Peer(ALONE, lambda: write_by_bot(scene.copy(), few, 1) / len(few) * 1e6)
    yield Peer(AUTOCOMMIT, lambda: write_by_hand(scene, is_autocommit=True) / size * 1e6)
    yield Peer(EACH, lambda: write_by_hand(scene, is_autocommit=False) / size * 1e6)


def _goals(of: Mapping[str, Figure]) -> Iterator[Goal]:
    says = f"{AT_ONCE} in flight, beside psycopg in autocommit"
    yield Goal("W3", says, ratio(of[AUTOCOMMIT], of[BOT]), 4.0, is_floor=True)

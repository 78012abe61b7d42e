"""
The memory cannot be written: a full disk, a file that is read-only or locked, a stopped server (F17-F23).

Whoever writes meanwhile is told in plain words that nothing was kept, and gets their words back; what was
answered with "kept" is there afterwards, once; and work goes on without a restart.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters import scribe as scribe_module
from adapters.courier import Courier
from adapters.scribe import Scribe
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer, Say
from bot.speech.events import Event
from storage.database import FILE_NAME, open_file
from storage.owning import open_postgres
from tests.fakes.fake_messenger import FakeMessenger
from tests.fakes.group import Group, key_of
from tests.fakes.real_postgres import PostgresServer, server_of_its_own

KEPT, NOT_KEPT = "contribute-thanks-open", "general-cannot-keep"
Break = Callable[[Group, Path], Callable[[], None]]
"""Breaks a memory, and returns what mends it."""


def fill(group: Group, _folder: Path) -> Callable[[], None]:
    """Leave no room on the disk."""
    writer = group.store.writer
    pages = writer.exec_driver_sql("PRAGMA page_count").scalar()
    writer.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    return lambda: writer.exec_driver_sql("PRAGMA max_page_count=1000000").close()


def forbid(group: Group, _folder: Path) -> Callable[[], None]:
    """Let nobody write into the file."""
    writer = group.store.writer
    writer.exec_driver_sql("PRAGMA query_only=ON")
    return lambda: writer.exec_driver_sql("PRAGMA query_only=OFF").close()


def lock(group: Group, folder: Path) -> Callable[[], None]:
    """Let another program hold the file, and nobody wait for it."""
    group.store.writer.exec_driver_sql("PRAGMA busy_timeout=0")
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    return other.close


def move(_group: Group, folder: Path) -> Callable[[], None]:
    """Take the file away from under the bot."""
    (folder / FILE_NAME).rename(folder / "elsewhere")

    def bring_back() -> None:
        (folder / "elsewhere").rename(folder / FILE_NAME)

    return bring_back


@pytest.fixture
def group(tmp_path: Path) -> Iterator[Group]:
    """Ada and Ben, at a bot on a file."""
    made = Group(open_file(tmp_path))
    made.join("Ben", made.start())
    yield made
    made.close()


@pytest.fixture
async def scribe(group: Group) -> AsyncIterator[Scribe]:
    """The scribe of this group."""
    made = Scribe(group.engine)
    yield made
    await made.close()


def says(group: Group, round: str, *bodies: str) -> list[Event]:
    """Return events in which Ben says these things."""
    ticket = Ticket(Action.CONTRIBUTE, round)
    return [group.form("Ben", ticket, body=body, level="named") for body in bodies]


def bodies_of(group: Group) -> list[str]:
    """Return all words that are kept."""
    with group.store.looking() as connection:
        return sorted(str(body) for body in connection.exec_driver_sql("SELECT body FROM revision").scalars())


def given_back(answer: Answer) -> str:
    """Return the words that an answer gives back."""
    assert isinstance(answer.reply, Say)
    (below,) = answer.reply.message.below
    return str(below.phrase.values["text"])


@pytest.mark.parametrize("break_it", [fill, forbid, lock, move])
async def test_nobody_is_thanked_for_what_is_not_kept(
    break_it: Break, group: Group, scribe: Scribe, tmp_path: Path
) -> None:
    """Whoever is told so keeps their text; whoever was thanked finds it; nobody has to start anything."""
    round = group.ask(str(group.store.dialogues()[0].id))
    (before, *during, after) = says(
        group, round, "before", *(f"{n} " + "x" * 3_000 for n in range(9)), "after"
    )
    first = await scribe.handle(before)
    mend = break_it(group, tmp_path)
    answers = await asyncio.gather(*(scribe.handle(event) for event in during))
    mend()
    last = await scribe.handle(after)

    assert [key_of(answer.reply) for answer in (first, last)] == [KEPT, KEPT]
    assert {key_of(answer.reply) for answer in answers} == {NOT_KEPT}
    assert [given_back(answer) for answer in answers] == [event.answers["body"] for event in during]  # type: ignore[union-attr]
    assert bodies_of(group) == ["after", "before"]


async def test_the_same_event_is_kept_when_it_comes_again(
    group: Group, scribe: Scribe, tmp_path: Path
) -> None:
    """A platform that delivers again after the trouble brings what could not be kept before (C3)."""
    round = group.ask(str(group.store.dialogues()[0].id))
    (event,) = says(group, round, "A lift")
    mend = forbid(group, tmp_path)
    first = await scribe.handle(event)
    mend()
    second, third = await scribe.handle(event), await scribe.handle(event)

    assert [key_of(answer.reply) for answer in (first, second, third)] == [NOT_KEPT, KEPT, ""]
    assert bodies_of(group) == ["A lift"]


# --- a server that is stopped and started ---


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    """A server of its own, that may be stopped."""
    with server_of_its_own() as made:
        yield made


async def test_a_server_that_comes_and_goes_under_load_loses_nothing(server: PostgresServer) -> None:
    """Whoever was thanked is in the memory once; the others were told; nothing was restarted (F23)."""
    with closing(Group(open_postgres(server.address()))) as group:
        group.join("Ben", group.start())
        round = group.ask(str(group.store.dialogues()[0].id))
        scribe = Scribe(group.engine)
        thanked: list[str] = []
        keys: set[str] = set()

        async def keep_saying() -> None:
            for number in range(1_000_000):
                (event,) = says(group, round, f"words {number}")
                key = key_of((await scribe.handle(event)).reply)
                keys.add(key)
                if key == KEPT:
                    thanked.append(f"words {number}")
                await asyncio.sleep(0.001)

        speaking = asyncio.create_task(keep_saying())
        for how in ("immediate", "fast"):
            await until(lambda: KEPT in keys)
            await asyncio.to_thread(server.stop, how)
            await until(lambda: NOT_KEPT in keys)
            await asyncio.to_thread(server.start)
            keys.clear()
            await until(lambda: KEPT in keys)
        speaking.cancel()
        await asyncio.wait([speaking])
        await scribe.close()

        kept = bodies_of(group)
        assert set(thanked) <= set(kept)
        assert len(kept) == len(set(kept))


async def test_posts_are_seen_once_while_the_server_is_restarted(
    server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was sent while nothing could be noted is noted later, and not sent again (P2)."""
    monkeypatch.setattr(scribe_module, "PATIENCE", (0.1,) * 60)
    with closing(Group(open_postgres(server.address()))) as group:
        group.join("Ben", group.start())
        round = group.ask(str(group.store.dialogues()[0].id))
        for number in range(30):
            group.say("Ben", round, f"words {number}")
        messenger = FakeMessenger()
        scribe = Scribe(group.engine)
        courier = Courier(scribe, group.engine, group.outbox, {"web": messenger}, lambda: datetime.now(UTC))

        async def restart() -> None:
            await asyncio.to_thread(server.stop, "immediate")
            await asyncio.to_thread(server.start)

        messenger.meanwhile = restart
        carrying = asyncio.create_task(courier.run())
        await until(lambda: len(messenger.standing) == 32)
        carrying.cancel()
        await asyncio.wait([carrying])
        await scribe.close()

        assert len(messenger.calls) == len(set(messenger.calls)) == 32


async def until(happened: Callable[[], bool]) -> None:
    """Wait until something has happened."""
    async with asyncio.timeout(30):
        while not happened():  # noqa: ASYNC110 - what happens, happens in other threads
            await asyncio.sleep(0.01)

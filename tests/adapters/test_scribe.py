"""The only writer: many events share a commit, are answered after it, and one that breaks harms no other."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import event as sql_event

from adapters.scribe import MOST_AT_ONCE, Scribe
from bot.dialogue.tickets import Action, Ticket
from bot.errors import StoreUnusable
from bot.speech.effects import Answer, FileKind, SendFile, Silence
from bot.speech.events import Event
from storage.database import open_file
from tests.fakes.group import Group, key_of
from tests.fakes.line_pen import lines_of

KEPT = "contribute-thanks-open"


@pytest.fixture
def group(tmp_path: Path) -> Iterator[Group]:
    """Ada and Ben, and a memory in a file: readers have connections of their own."""
    made = Group(open_file(tmp_path))
    dialogue = made.start()
    for who in ("Ada", "Ben"):
        made.join(who, dialogue)
    yield made
    made.close()


@pytest.fixture
def round(group: Group) -> str:
    """An open round."""
    return group.ask(str(group.store.dialogues()[0].id))


@pytest.fixture
async def scribe(group: Group) -> AsyncIterator[Scribe]:
    """The scribe of this group."""
    made = Scribe(group.engine)
    yield made
    await made.close()


@pytest.fixture
def statements(group: Group) -> Iterator[list[str]]:
    """What the database is told, from now on, in order."""
    told: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        told.append(statement)

    sql_event.listen(group.database.engine, "after_cursor_execute", note)
    yield told
    sql_event.remove(group.database.engine, "after_cursor_execute", note)


def says(group: Group, round: str, *bodies: str) -> list[Event]:
    """Return events in which Ben says these things."""
    ticket = Ticket(Action.CONTRIBUTE, round)
    return [group.form("Ben", ticket, body=body, level="named") for body in bodies]


def bodies_of(group: Group) -> list[str]:
    """Return what is kept, in the order of its numbers."""
    words = "SELECT body FROM revision JOIN contribution ON of = contribution.id ORDER BY contribution.number"
    with group.store.looking() as connection:
        return [str(body) for body in connection.exec_driver_sql(words).scalars()]


def break_on(group: Group, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Let the engine fail at one event, in a batch and alone."""
    handle_all, handle = group.engine.handle_all, group.engine.handle

    def is_broken(event: Event) -> bool:
        return body in getattr(event, "answers", {}).values()

    def all_but_one(events: Sequence[Event]) -> list[Answer]:
        if any(map(is_broken, events)):
            raise ZeroDivisionError
        return handle_all(events)

    def but_one(event: Event) -> Answer:
        if is_broken(event):
            raise ZeroDivisionError
        return handle(event)

    monkeypatch.setattr(group.engine, "handle_all", all_but_one)
    monkeypatch.setattr(group.engine, "handle", but_one)


async def test_what_waits_shares_one_commit(
    scribe: Scribe, group: Group, round: str, statements: list[str]
) -> None:
    """A flush of the disk is what costs; sixty people who write at once pay for it together."""
    events = says(group, round, *(f"words {number}" for number in range(60)))
    first = asyncio.create_task(scribe.handle(events[0]))
    await asyncio.sleep(0)
    others = await asyncio.gather(*(scribe.handle(event) for event in events[1:]))

    assert {key_of(answer.reply) for answer in [await first, *others]} == {KEPT}
    assert statements.count("COMMIT") == statements.count("BEGIN IMMEDIATE") <= 2


async def test_a_lone_event_does_not_wait_for_company(
    scribe: Scribe, group: Group, round: str, statements: list[str]
) -> None:
    """An idle bot answers at once: one event, one commit, no timed window."""
    (event,) = says(group, round, "A lift")

    await scribe.handle(event)

    assert statements.count("COMMIT") == 1


async def test_no_batch_is_larger_than_it_may_be(
    scribe: Scribe, group: Group, round: str, statements: list[str]
) -> None:
    """The last of very many must not make the first wait for ever."""
    events = says(group, round, *(f"words {number}" for number in range(2 * MOST_AT_ONCE + 1)))

    await asyncio.gather(*(scribe.handle(event) for event in events))

    assert statements.count("COMMIT") == 3


async def test_the_answer_leaves_after_the_commit(
    scribe: Scribe, group: Group, round: str, statements: list[str]
) -> None:
    """Whoever reads "kept" can rely on it (C2)."""
    (event,) = says(group, round, "A lift")
    answer = await scribe.handle(event)
    told = list(statements)

    assert key_of(answer.reply) == KEPT
    assert told[-1] == "COMMIT"
    assert bodies_of(group) == ["A lift"]


async def test_answers_come_in_the_order_of_the_events(scribe: Scribe, group: Group, round: str) -> None:
    """Whoever was first gets the first number."""
    bodies = [f"words {number}" for number in range(100)]

    answers = await asyncio.gather(*(scribe.handle(event) for event in says(group, round, *bodies)))

    assert bodies_of(group) == bodies
    for number, answer in enumerate(answers, start=1):
        assert f"#{number}" in lines_of(answer)[0]


async def test_one_event_that_breaks_harms_no_other(
    scribe: Scribe,
    group: Group,
    round: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The batch is taken back and done again one by one; only the broken one is answered with sorry."""
    break_on(group, monkeypatch, "A canary that breaks")
    events = says(group, round, "A lift", "A canary that breaks", "Stairs")
    first = asyncio.create_task(scribe.handle(says(group, round, "First")[0]))
    await asyncio.sleep(0)

    answers = await asyncio.gather(*(scribe.handle(event) for event in events))
    await first

    assert [key_of(answer.reply) for answer in answers] == [KEPT, "general-sorry", KEPT]
    assert bodies_of(group) == ["First", "A lift", "Stairs"]
    assert "canary" not in caplog.text, "what people write must never reach a log"


async def test_an_event_that_broke_may_come_again(
    scribe: Scribe, group: Group, round: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not noted as handled, so that the next try is a first one."""
    (event,) = says(group, round, "A lift")
    break_on(group, monkeypatch, "A lift")
    sorry = await scribe.handle(event)
    monkeypatch.undo()

    again = await scribe.handle(event)

    assert (key_of(sorry.reply), key_of(again.reply)) == ("general-sorry", KEPT)
    assert any(str(event.id)[:8] in line for line in lines_of(sorry)), (
        "the reference finds the line in the log"
    )


async def test_the_same_event_twice_at_once_is_kept_once(scribe: Scribe, group: Group, round: str) -> None:
    """Two sockets may deliver the same click (C3)."""
    (event,) = says(group, round, "A lift")

    answers = await asyncio.gather(scribe.handle(event), scribe.handle(event), scribe.handle(event))

    assert sorted(key_of(answer.reply) for answer in answers) == ["", "", KEPT]
    assert bodies_of(group) == ["A lift"]


async def test_whoever_only_looks_does_not_wait_for_the_writer(
    scribe: Scribe, group: Group, round: str
) -> None:
    """Reading the record goes on while a long batch is written."""
    held, reading = threading.Event(), group.command("Ben", Action.SHOW_RECORD)
    writing = asyncio.create_task(scribe.run(lambda: held.wait(10)))

    answer = await scribe.handle(reading)
    is_still_writing = not writing.done()
    held.set()
    await writing

    assert key_of(answer.reply) == "show_record-all"
    assert is_still_writing


async def test_looking_that_breaks_is_answered_too(
    scribe: Scribe, group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is left without an answer."""

    def fail(_event: Event) -> Answer:
        raise ZeroDivisionError

    monkeypatch.setattr(group.engine, "show", fail)

    assert key_of((await scribe.handle(group.command("Ben", Action.SHOW_RECORD))).reply) == "general-sorry"


async def test_readers_take_turns_where_there_is_one_connection(group: Group, round: str) -> None:
    """A memory without a file has one connection for everybody."""
    scribe = Scribe(group.engine, readers_wait=True)
    threads = {await scribe.read(threading.get_ident), await scribe.run(threading.get_ident)}

    assert len(threads) == 1
    await scribe.close()


async def test_a_file_is_written_beside_the_writer(scribe: Scribe, group: Group, round: str) -> None:
    """An export of a long record must not keep anybody from being heard."""
    event = group.command("Ada", Action.EXPORT, "", FileKind.JSON)
    answer = await scribe.handle(event)
    assert isinstance(answer.reply, SendFile)

    file = await scribe.write_file(answer.reply, event)

    assert b"".join(file.pieces).startswith(b"{")


async def test_closing_finishes_what_waits(group: Group, round: str) -> None:
    """Stopping the bot loses nothing that somebody has sent."""
    scribe = Scribe(group.engine)
    sent = [asyncio.create_task(scribe.handle(event)) for event in says(group, round, "A lift", "Stairs")]
    await asyncio.sleep(0)

    await scribe.close()

    assert [key_of((await answer).reply) for answer in sent] == [KEPT, KEPT]


async def test_after_closing_nobody_is_left_waiting(group: Group, round: str) -> None:
    """An answer that never comes would hang whoever waits for it."""
    scribe = Scribe(group.engine)
    await scribe.close()

    with pytest.raises(StoreUnusable):
        await asyncio.wait_for(scribe.handle(says(group, round, "A lift")[0]), 5)

    assert bodies_of(group) == []


async def test_whoever_went_away_disturbs_nobody(scribe: Scribe, group: Group, round: str) -> None:
    """A window that was closed while its words were being kept has sent them all the same."""
    events = says(group, round, "A lift", "Stairs")
    gone, stays = (asyncio.create_task(scribe.handle(event)) for event in events)
    await asyncio.sleep(0)
    gone.cancel()

    assert key_of((await stays).reply) == KEPT
    assert bodies_of(group) == ["A lift", "Stairs"]
    assert (await scribe.handle(events[0])).reply == Silence()

"""The heartbeat: what is due is handled once, whatever fails, whoever sleeps, and also after a restart."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event as sql_event

from adapters import clock as clock_module
from adapters.clock import Clock
from adapters.courier import Courier
from adapters.scribe import Scribe
from bot.dialogue.tickets import Action
from bot.engine import Engine
from bot.speech.effects import Answer
from bot.speech.events import CameDue, Event
from storage.database import open_file, open_in_memory
from tests.fakes.fake_messenger import FakeMessenger
from tests.fakes.group import Group, ticket_for

CLOSED = "Question 1 is closed"


@pytest.fixture
def group() -> Iterator[Group]:
    """Ada, Ben, and a question that is open for two days."""
    made = begin(Group(open_in_memory()))
    yield made
    made.close()


def begin(group: Group) -> Group:
    """Let a group begin."""
    dialogue = group.start()
    for who in ("Ada", "Ben"):
        group.join(who, dialogue)
    group.ask(dialogue, closes="in 2 days")
    return group


@pytest.fixture
async def scribe(group: Group) -> AsyncIterator[Scribe]:
    """The scribe of this group."""
    made = Scribe(group.engine, readers_wait=True)
    yield made
    await made.close()


@pytest.fixture
def clock(group: Group, scribe: Scribe) -> Clock:
    """A clock that shows the time of the group."""
    return clock_of(group, scribe)


def clock_of(group: Group, scribe: Scribe) -> Clock:
    """Return a clock that shows the time of a group."""
    courier = Courier(scribe, group.engine, group.outbox, {"web": FakeMessenger()}, lambda: group.clock.at)
    return Clock(scribe, group.agenda, courier, lambda: group.clock.at)


def closings(group: Group) -> int:
    """Deliver what waits, and return how many posts say that the question is closed."""
    group.deliver()
    return sum(CLOSED in " ".join(lines) for lines in group.channel.values())


async def test_a_round_closes_when_its_time_comes_and_once(clock: Clock, group: Group) -> None:
    """Not before, not twice, and without anybody being there."""
    before = await clock.beat()
    group.clock.pass_by(days=8)
    then, afterwards = await clock.beat(), await clock.beat()

    assert (before, then, afterwards) == (0, 1, 0)
    assert closings(group) == 1


async def test_after_a_restart_what_came_due_meanwhile_is_done_once(tmp_path: Path) -> None:
    """The bot was off when the question closed (F27)."""
    before = begin(Group(open_file(tmp_path)))
    moment = before.clock.pass_by(days=30)
    before.close()
    after = Group(open_file(tmp_path))
    after.clock.at = moment
    scribe = Scribe(after.engine)
    counts = [await clock_of(after, scribe).beat() for _ in range(2)]
    await scribe.close()

    assert counts == [1, 0]
    assert closings(after) == 1
    after.close()


async def test_a_restart_between_looking_and_keeping_does_it_once(tmp_path: Path) -> None:
    """The process was killed with the moment in its hands; it has the same id when it comes again."""
    before = begin(Group(open_file(tmp_path)))
    moment = before.clock.pass_by(days=8)
    in_hand = before.agenda.claim(moment, 9)
    before.close()
    after = Group(open_file(tmp_path))
    after.clock.at = moment
    scribe = Scribe(after.engine)
    await clock_of(after, scribe).beat()
    late = [after.engine.handle(event) for event in in_hand]
    await scribe.close()

    assert len(late) == 1
    assert closings(after) == 1
    after.close()


async def test_a_round_closed_by_hand_does_not_close_again(clock: Clock, group: Group) -> None:
    """Its time comes all the same, and nothing happens."""
    group.does("Ada", Action.CLOSE_ROUND)
    group.clock.pass_by(days=8)
    await clock.beat()

    assert closings(group) == 1


async def test_withdrawn_words_are_erased_when_their_week_is_over(clock: Clock, group: Group) -> None:
    """Seven days to change one's mind, then they are gone (decision 30)."""
    said = group.answer(group.text("Ben", "A canary"))
    group.presses("Ben", ticket_for(said, Action.WITHDRAW))
    group.clock.pass_by(days=6)
    await clock.beat()
    kept = texts(group)
    group.clock.pass_by(days=2)
    await clock.beat()

    assert (kept, texts(group)) == (["A canary"], [])


def texts(group: Group) -> list[str]:
    """Return all texts that are kept."""
    with group.store.looking() as connection:
        return [str(body) for body in connection.exec_driver_sql("SELECT body FROM revision").scalars()]


async def test_many_moments_share_commits(clock: Clock, group: Group) -> None:
    """A thousand questions that close at six must not need a thousand flushes of the disk."""
    dialogue = str(group.store.dialogues()[0].id)
    for _ in range(9):
        group.ask(dialogue, closes="in 2 days")
    group.clock.pass_by(days=8)
    commits: list[str] = []
    sql_event.listen(
        group.database.engine,
        "after_cursor_execute",
        lambda _connection, _cursor, statement, *_rest: commits.append(statement),
    )

    assert await clock.beat() == 10
    assert commits.count("COMMIT") <= 2


async def test_a_moment_that_breaks_harms_no_other_and_comes_again(
    clock: Clock, group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault must neither stop the beat nor be tried a thousand times a second."""
    second = group.ask(str(group.store.dialogues()[0].id), closes="in 2 days")
    group.clock.pass_by(days=8)
    tries = break_at(group.engine, second, monkeypatch)
    await clock.beat()
    closed_without = closings(group)
    monkeypatch.undo()
    await clock.beat()
    group.deliver()

    assert len(tries) == 2, "once with the others, once alone"
    assert closed_without == 1
    assert len([post for post in group.channel if post.startswith("closed-")]) == 2


def break_at(engine: Engine, round: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the engine fail when this round is to be closed; return a list that grows with each try."""
    handle_all, tries = engine.handle_all, list[str]()

    def fail(events: list[Event]) -> list[Answer]:
        if any(isinstance(event, CameDue) and event.ticket.subject == round for event in events):
            tries.append(round)
            raise ZeroDivisionError
        return handle_all(events)

    monkeypatch.setattr(engine, "handle_all", fail)
    return tries


async def test_the_heart_goes_on_when_a_beat_fails(
    clock: Clock, group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One exception that leaves a job can stop the scheduler for good while it says that it runs (D2)."""
    monkeypatch.setattr(clock_module, "BEAT", 0.01)
    claim, fails = group.agenda.claim, [1, 2]
    beats: list[int] = []

    def fail_at_first(*asked: object) -> tuple[CameDue, ...]:
        beats.append(len(beats))
        if fails:
            fails.pop()
            raise TimeoutError
        return claim(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(group.agenda, "claim", fail_at_first)
    group.clock.pass_by(days=8)
    clock.start()
    with suppress(TimeoutError):
        async with asyncio.timeout(5):
            while closings(group) == 0:  # noqa: ASYNC110 - nothing says when it is written
                await asyncio.sleep(0.01)
    await clock.stop()

    assert closings(group) == 1
    assert len(beats) > 2


async def test_a_machine_without_a_time_does_nothing(clock: Clock, group: Group) -> None:
    """In 1970 nothing is due, and nothing that is sent could be right (F26)."""
    group.clock.at = datetime(1970, 1, 1, tzinfo=UTC)

    assert await clock.beat() == 0


async def test_it_looks_again_at_the_moment_when_something_is_due(
    clock: Clock, group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is due in a few milliseconds must not wait for the next beat, and each pass is noted (R2)."""
    beats: list[int] = []
    due = [group.clock.at + timedelta(milliseconds=20), None]
    monkeypatch.setattr(group.agenda, "next_due", lambda: due[min(len(beats), 2) - 1])

    async def beat() -> int:
        beats.append(0)
        return 0

    monkeypatch.setattr(clock, "beat", beat)
    clock.start()
    async with asyncio.timeout(5):
        while len(beats) < 2:  # noqa: ASYNC110 - nothing says when it beats
            await asyncio.sleep(0.001)
    await clock.stop()

    assert clock.since_last_pass() < 5

"""A connection that one process holds: the others stand by, and take over when it is gone."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta

import pytest

from adapters.courier import Messenger
from adapters.scribe import Scribe
from adapters.standby import LENGTH, Standby, Turn
from bot.errors import StoreUnusable
from storage.database import open_in_memory
from storage.leases import SqlLeases
from tests.fakes.fake_messenger import FakeMessenger
from tests.fakes.group import Group


class Connection:
    """A way in that tells whether it is open."""

    platform = "discord"

    def __init__(self) -> None:
        self.messenger: Messenger = FakeMessenger()
        self.told: list[str] = []

    async def start(self, wake: Callable[[], None], say: Callable[[str], None]) -> None:  # noqa: ARG002
        """Open."""
        self.told.append("open")

    async def stop(self) -> None:
        """Close."""
        self.told.append("closed")


@pytest.fixture
def group() -> Iterator[Group]:
    """A memory that both processes share, and the time."""
    made = Group(open_in_memory())
    yield made
    made.close()


@pytest.fixture
async def scribe(group: Group) -> AsyncIterator[Scribe]:
    """The thread on which both write."""
    made = Scribe(group.engine, readers_wait=True)
    yield made
    await made.close()


def standby(group: Group, scribe: Scribe, holder: str) -> tuple[Standby, Connection]:
    """Return a process that wants the connection."""
    connection = Connection()
    leases = SqlLeases(group.store)
    return Standby(connection, leases, scribe, holder, lambda: group.clock.at), connection


async def look(*processes: Standby) -> None:
    """Let some time pass in each process."""
    for process in processes:
        await process.look(lambda: None, lambda _: None)


async def test_one_begins_and_the_other_says_that_it_stands_by(group: Group, scribe: Scribe) -> None:
    """The operator starts two, and must see that the second is not broken."""
    (first, ours), (second, theirs) = standby(group, scribe, "first"), standby(group, scribe, "second")
    said: list[str] = []

    await first.start(lambda: None, said.append)
    await second.start(lambda: None, said.append)

    assert (ours.told, theirs.told) == (["open"], [])
    assert (first.is_ours, second.is_ours) == (True, False)
    assert said == ["Another process holds the connection to discord. This one stands by."]
    await first.stop()
    await look(second)
    assert (ours.told, theirs.told) == (["open", "closed"], ["open"])
    await second.stop()


async def test_the_other_takes_over_when_the_first_is_gone(group: Group, scribe: Scribe) -> None:
    """Nobody has to be woken at night; and the first, once it is awake again, lets go (F31)."""
    (first, ours), (second, theirs) = standby(group, scribe, "first"), standby(group, scribe, "second")
    await look(first, second)
    group.clock.pass_by(seconds=LENGTH.total_seconds())
    slept = first.is_ours

    await look(second, first)

    assert not slept
    assert (ours.told, theirs.told) == (["open", "closed"], ["open"])
    assert (first.is_ours, second.is_ours) == (False, True)


async def test_a_lease_that_cannot_be_renewed_is_let_go_before_it_runs_out(
    group: Group, scribe: Scribe, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the memory nobody knows who else begins; a short failure interrupts nothing."""
    first, ours = standby(group, scribe, "first")
    await look(first)

    def fail(*_: object) -> None:
        raise StoreUnusable("gone")

    with monkeypatch.context() as broken:
        broken.setattr(SqlLeases, "take", fail)
        group.clock.pass_by(seconds=(LENGTH / 2).total_seconds())
        await look(first)
        held_on = list(ours.told)
        group.clock.pass_by(seconds=(LENGTH / 2 - timedelta(seconds=1)).total_seconds())
        await look(first)
        let_go = list(ours.told)
    await look(first)

    assert (held_on, let_go, ours.told) == (["open"], ["open", "closed"], ["open", "closed", "open"])


async def test_one_process_at_a_time_looks_at_the_agenda(group: Group, scribe: Scribe) -> None:
    """A moment that two processes handle at once would be decided twice and kept once, for nothing."""
    leases = SqlLeases(group.store)
    first, second = (Turn("clock", leases, scribe, name) for name in ("first", "second"))

    turns = [await turn.is_ours(group.clock.at) for turn in (first, second, first)]
    group.clock.pass_by(seconds=LENGTH.total_seconds())
    later = [await turn.is_ours(group.clock.at) for turn in (second, first)]

    assert (turns, later) == ([True, False, True], [True, False])

"""What processes agree on: one holds, the others wait; a number tells who came too late."""

from datetime import timedelta

import pytest

from storage.leases import SqlLeases
from tests.people import MONDAY
from tests.storage.memory import Memory

LENGTH = timedelta(seconds=20)
A_DAY = timedelta(days=1)


@pytest.fixture
def leases(memory: Memory) -> SqlLeases:
    """The leases of a memory of each kind."""
    return SqlLeases(memory.store)


def take(leases: SqlLeases, holder: str, after: float = 0) -> int | None:
    """Take the one lease of these tests."""
    return leases.take("connection discord", holder, MONDAY + timedelta(seconds=after), LENGTH)


def test_one_process_holds_and_the_others_wait(leases: SqlLeases) -> None:
    """Two connections with one token would answer everybody twice."""
    assert (take(leases, "first"), take(leases, "second"), take(leases, "first", 15)) == (1, None, 1)
    assert take(leases, "second", 34) is None, "it was renewed meanwhile"


def test_a_lease_that_ran_out_goes_to_whoever_asks_under_the_next_number(leases: SqlLeases) -> None:
    """A process that was killed must not keep a platform silent."""
    take(leases, "first")

    assert take(leases, "second", 20) == 2
    assert not leases.holds("connection discord", 1, MONDAY + timedelta(seconds=20))
    assert leases.holds("connection discord", 2, MONDAY + timedelta(seconds=20))
    assert take(leases, "first", 21) is None


def test_whoever_slept_through_its_own_lease_gets_another_number(leases: SqlLeases) -> None:
    """What it had begun under the old number counts no more (F3, F31)."""
    take(leases, "first")

    assert take(leases, "first", 21) == 2


def test_a_lease_given_back_is_free_at_once(leases: SqlLeases) -> None:
    """A process that is stopped in peace keeps nobody waiting; one that comes too late releases nothing."""
    take(leases, "first")
    leases.release("connection discord", 1)

    assert take(leases, "second", 1) == 2
    leases.release("connection discord", 1)
    assert take(leases, "third", 2) is None


def test_a_budget_is_spent_by_all_together_and_fills_again(leases: SqlLeases) -> None:
    """A crash loop must not spend what the platform allows in a day (R3)."""
    spent = [leases.spend("identify", MONDAY + timedelta(minutes=n), 3, A_DAY) for n in range(5)]
    others = leases.spend("something else", MONDAY, 3, A_DAY)
    later = [leases.spend("identify", MONDAY + A_DAY + timedelta(seconds=n), 3, A_DAY) for n in (0, 1)]

    assert (spent, others, later) == ([True, True, True, False, False], True, [True, False])

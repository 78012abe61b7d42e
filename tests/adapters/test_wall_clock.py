"""Jumps of the machine's clock: small ones are followed at once, large ones only when they stay."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.wall_clock import BELIEVED, OLDEST, WallClock
from tests.people import MONDAY


class Machine:
    """A machine whose clock can be set, and that counts seconds whatever its clock shows."""

    def __init__(self, shows: datetime = MONDAY) -> None:
        self.shows = shows
        self.counted = 0.0
        self.clock = WallClock(lambda: self.shows, lambda: self.counted)

    def pass_by(self, time: timedelta) -> datetime:
        """Let time pass, and return what the clock shows."""
        self.counted += time.total_seconds()
        self.shows += time
        return self.clock()


@pytest.mark.parametrize("jump", [timedelta(seconds=1), timedelta(hours=9), -timedelta(hours=2)])
def test_a_small_jump_is_followed_at_once(jump: timedelta) -> None:
    """A laptop that slept through the night is nine hours further (F27)."""
    machine = Machine()
    machine.shows += jump

    assert machine.pass_by(timedelta(0)) == MONDAY + jump


@pytest.mark.parametrize("years", [-10, -1, 1, 10])
def test_a_large_jump_is_not_believed_before_it_stays(years: int) -> None:
    """Else every question of ten years would be told as missed, and nothing could bring them back (F26)."""
    machine = Machine()
    machine.shows += timedelta(days=365 * years)
    at_first = machine.pass_by(timedelta(minutes=1))
    machine.shows = MONDAY + timedelta(minutes=1)
    when_it_was_mended = machine.pass_by(timedelta(minutes=1))

    assert at_first == MONDAY + timedelta(minutes=1)
    assert when_it_was_mended == MONDAY + timedelta(minutes=2)


def test_a_jump_that_stays_is_believed() -> None:
    """The machine was set right by hand."""
    machine = Machine()
    machine.shows += timedelta(days=30)
    machine.pass_by(timedelta(0))

    assert machine.pass_by(BELIEVED) == MONDAY + timedelta(days=30) + BELIEVED


def test_a_machine_that_begins_in_1970_has_no_time_until_it_gets_one() -> None:
    """And then it needs no ten minutes to believe it."""
    machine = Machine(datetime(1970, 1, 1, tzinfo=UTC))
    before = machine.clock()
    machine.shows = MONDAY

    assert (before < OLDEST, machine.clock()) == (True, MONDAY)

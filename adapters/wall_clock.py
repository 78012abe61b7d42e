"""What time it is: a clock on the wall that jumps by more than a day is not believed before it stays so."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic

DOUBTED = timedelta(days=1)
"""A jump further than this is a mistake more often than a long sleep of the machine."""
BELIEVED = timedelta(minutes=10)
"""So long it must stay before it counts: nothing is sent at the wrong hour, nothing is told as missed."""
OLDEST = datetime(2024, 1, 1, tzinfo=UTC)
"""A machine that shows an earlier time has no time at all."""


def _wall() -> datetime:
    return datetime.now(UTC)


class WallClock:
    """Shows the time of the machine; after a jump that is not believed yet, the time that must have come."""

    def __init__(
        self, wall: Callable[[], datetime] = _wall, counted: Callable[[], float] = monotonic
    ) -> None:
        self._wall = wall
        self._counted = counted
        self._shown, self._shown_at = wall(), counted()
        self._doubted_since: float | None = None

    def __call__(self) -> datetime:
        """Return what time it is."""
        found, counted = self._wall(), self._counted()
        expected = self._shown + timedelta(seconds=counted - self._shown_at)
        if self._is_doubted(abs(found - expected), counted):
            return expected
        self._shown, self._shown_at, self._doubted_since = found, counted, None
        return found

    def _is_doubted(self, jump: timedelta, counted: float) -> bool:
        if jump <= DOUBTED or self._shown < OLDEST:
            return False
        if self._doubted_since is None:
            self._doubted_since = counted
        return counted - self._doubted_since < BELIEVED.total_seconds()

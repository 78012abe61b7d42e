"""A clock that stands still until somebody moves it; each look at it is a little later than the last."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.people import MONDAY


@dataclass(slots=True)
class FakeClock:
    """Time as the tests want it."""

    at: datetime = MONDAY
    step: timedelta = timedelta(seconds=20)

    def now(self) -> datetime:
        """Return the time, and let a step pass."""
        self.at += self.step
        return self.at

    def pass_by(self, **how_long: float) -> datetime:
        """Let time pass: `pass_by(days=1)`."""
        self.at += timedelta(**how_long)
        return self.at

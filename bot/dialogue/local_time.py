"""Local date and time to a moment, and a typed time to a local one."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

OF_A_DAY = (time(12), time(0), time(23, 59))
"""Where clocks leap over midnight, one of these is still there."""


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the moment; a time that does not exist moves forward by the gap, a repeated one is the first."""
    return datetime.combine(day, at.replace(fold=0), zone).astimezone(UTC)


def has_day(day: date, zone: ZoneInfo) -> bool:
    """Whether there is such a day in *zone*; Samoa went from 29 to 31 December 2011."""
    return any(moment_of(day, at, zone).astimezone(zone).date() == day for at in OF_A_DAY)

"""Local date and time to a moment, and a typed time to a local one."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the moment; a time that does not exist moves forward by the gap, a repeated one is the first."""
    return datetime.combine(day, at.replace(fold=0), zone).astimezone(UTC)

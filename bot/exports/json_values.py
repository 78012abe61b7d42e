"""Values as JSON knows them, and how days and moments are written there."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | Mapping[str, Json] | Sequence[Json] | None"


def day_json(day: date | None) -> str | None:
    """Return a day as ISO 8601 writes it, or nothing."""
    return None if day is None else day.isoformat()


def moment_json(moment: datetime | None) -> str | None:
    """Return a moment as ISO 8601 writes it, with its offset, or nothing."""
    return None if moment is None else moment.isoformat()

"""Values as JSON knows them, and how days and moments are written there."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

from bot.dialogue.contributions import Version

Json: TypeAlias = "str | int | bool | Mapping[str, Json] | Sequence[Json] | None"


def day_json(day: date | None) -> str | None:
    """Return a day as ISO 8601 writes it, or nothing."""
    return None if day is None else day.isoformat()


def moment_json(moment: datetime | None) -> str | None:
    """Return a moment as ISO 8601 writes it, with its offset, or nothing."""
    return None if moment is None else moment.isoformat()


def revisions_json(revisions: Iterable[Version]) -> list[Json]:
    """Return every version of some words, the first one first."""
    return [
        {"number": each.number, "made_at": moment_json(each.made_at), "words": each.body}
        for each in revisions
    ]

"""A time as people type it ("Thursday 18:00", "in 3 days", "2026-05-03 18:00") to a moment."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.dialogue.local_time import moment_of
from bot.errors import Unreadable
from bot.words import Phrase

USUAL_TIME = time(18, 0)
FURTHEST = timedelta(days=3653)
"""Ten years: enough for every dialogue, and a mistyped century is seen."""
LONGEST_ZONE = 60
"""More than any name has: to compare a whole page with every zone would take minutes."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = re.compile(r"(?:in )?(\d{1,3}) days?(?: at)?")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_AT = re.compile(r"(?:^| )at$")


def read_time(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """
    Read a typed time in *zone*; without a time of day it is 18:00.

    Raises:
        Unreadable: It is no time, it is past, or it is more than ten years away.
    """
    typed = " ".join(text.lower().replace(",", " ").split())
    before, _, last = typed.rpartition(" ")
    found = _TIME.fullmatch(last)
    at = _time_of_day(int(found[1]), int(found[2]), text) if found else USUAL_TIME
    day_words = _AT.sub("", before) if found else typed
    moment = _on_day(day_words, at, now.astimezone(zone), zone, text)
    if moment <= now:
        raise Unreadable(Phrase("refusals-time-past", {"typed": text}))
    if moment - now > FURTHEST:
        raise Unreadable(Phrase("refusals-time-far", {"typed": text}))
    return moment


def _time_of_day(hour: int, minute: int, text: str) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise Unreadable(Phrase("refusals-time-of-day", {"typed": text})) from None


def _on_day(day_words: str, at: time, today: datetime, zone: ZoneInfo, text: str) -> datetime:
    if not day_words:
        moment = moment_of(today.date(), at, zone)
        return moment if moment > today else moment_of(today.date() + timedelta(days=1), at, zone)
    if days := _DAYS.fullmatch(day_words):
        return moment_of(today.date() + timedelta(days=int(days[1])), at, zone)
    if found := _DATE.fullmatch(day_words):
        try:
            return moment_of(date(int(found[1]), int(found[2]), int(found[3])), at, zone)
        except (ValueError, OverflowError):  # also the very first and last day, in some zones
            raise Unreadable(Phrase("refusals-no-such-day", {"typed": text})) from None
    return moment_of(today.date() + timedelta(days=_days_until(day_words, today, text)), at, zone)


def _days_until(word: str, today: datetime, text: str) -> int:
    if word in ("today", "tomorrow"):
        return int(word == "tomorrow")
    names = [name for name in WEEKDAYS if len(word) >= len("mon") and name.startswith(word)]
    if not names:
        raise Unreadable(Phrase("refusals-no-time", {"typed": text}))
    return (WEEKDAYS.index(names[0]) - today.weekday()) % 7 or 7


def read_zone(text: str) -> str:
    """
    Return the name of a time zone as the zone database writes it.

    Raises:
        Unreadable: There is none of this name; an offset or abbreviation does not say when clocks change.
    """
    typed = text.strip().replace(" ", "_")
    zones = _zones()
    if found := zones.get(typed.lower()):
        return found
    if re.fullmatch(r"(?:[A-Z]{2,5})?[+-]?[\d:]*", typed.upper()):
        raise Unreadable(Phrase("refusals-zone-offset", {"typed": text}))
    near = _nearest(typed[:LONGEST_ZONE], zones.values())
    raise Unreadable(Phrase("refusals-zone-unknown", {"typed": text, "near": near}))


@cache
def _zones() -> Mapping[str, str]:
    """Return every place that has a time, by its name in small letters; to look on the disk takes long."""
    return {name.lower(): name for name in available_timezones() if "/" in name or name == "UTC"}


def _nearest(typed: str, zones: Iterable[str]) -> str:
    return get_close_matches(typed, sorted(zones), n=1, cutoff=0)[0]

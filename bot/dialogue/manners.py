"""When a member may be written to: never at night, never in a pause, never on days they keep free."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.dialogue.local_time import moment_of

A_WEEK = 3
"""So many messages a member and week that were not asked for (`decisions.md` 23)."""
EVERY_DAY = frozenset(range(7))
FURTHEST = 400
"""So many days are looked through for one on which a member may be written to."""


class Occasion(StrEnum):
    """Why a member is written to."""

    PROMPT = "prompt"
    REMINDER = "reminder"
    INVITATION = "invitation"
    DIGEST = "digest"
    ASKED = "asked"  # the member asked for it at this moment, so nothing holds it back but a pause

    @property
    def counts(self) -> bool:
        """Whether it counts among the three a week."""
        return self is not Occasion.ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """The local hours in which nothing is sent to a member."""

    begin: time = time(20, 0)
    end: time = time(8, 0)

    def hold(self, at: time) -> bool:
        """Whether nothing is sent at this local time; equal hours hold nothing."""
        if self.begin <= self.end:
            return self.begin <= at < self.end
        return at >= self.begin or at < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a member wants to be reached, as far as they said so."""

    direct: bool = False
    """By direct message; otherwise things wait in their list."""
    reminders: bool = False
    digest: bool = False
    days: frozenset[int] = EVERY_DAY
    """Weekdays on which they may be written to; Monday is nought."""
    country: str = ""
    """Whose public holidays they keep free, such as SE."""


class Calendar(Protocol):
    """The public holidays of countries."""

    def knows(self, country: str) -> bool:
        """Whether there is such a country, by its two letters."""
        ...

    def days_off(self, country: str, year: int) -> frozenset[date]:
        """Return the public holidays of a country in a year."""
        ...


class NoHolidays:
    """A calendar without any holiday."""

    def knows(self, country: str) -> bool:
        """Know nobody's."""
        return not country

    def days_off(self, _country: str, _year: int) -> frozenset[date]:
        """Return none."""
        return frozenset()


def first_allowed(
    now: datetime, zone: ZoneInfo, quiet: QuietHours, wishes: Wishes, calendar: Calendar
) -> datetime | None:
    """Return the first moment from *now* on outside quiet hours and on a day they do not keep free."""
    here = now.astimezone(zone)
    for days in range(FURTHEST):
        day = here.date() + timedelta(days=days)
        if not _is_free(day, wishes, calendar):
            continue
        for moment in (now, *(moment_of(day, at, zone) for at in sorted({time(0), quiet.end}))):
            local = moment.astimezone(zone)
            if moment >= now and local.date() == day and not quiet.hold(local.time()):
                return moment
    return None


def _is_free(day: date, wishes: Wishes, calendar: Calendar) -> bool:
    return day.weekday() in wishes.days and not (
        wishes.country and day in calendar.days_off(wishes.country, day.year)
    )

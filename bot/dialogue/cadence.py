"""How often something returns: once, every few days, on weekdays, on the first Monday; and until when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from typing import Self

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)


class Every(StrEnum):
    """What a cadence counts in."""

    ONCE = "once"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """Which local dates something falls on, counted from the day it begins."""

    every: Every = Every.ONCE
    step: int = 1
    """Every so many days or weeks."""
    weekdays: tuple[int, ...] = ()
    """For weeks and months; Monday is nought, as everywhere in Python. People write them as words."""
    nth: int = 1
    """For months: the first, second … of its weekday; -1 is the last."""
    until: date | None = None
    """The last day it may fall on."""

    def __str__(self) -> str:
        """Write it the one way in which it is kept."""
        days = ", ".join(WEEKDAYS[day] for day in self.weekdays)
        nth = next(name for name, number in ORDINALS.items() if number == self.nth)
        words = {
            Every.ONCE: "once",
            Every.DAYS: f"every {self.step} days",
            Every.WEEKS: f"every {self.step} weeks on {days}",
            Every.MONTHS: f"every {nth} {days}",
        }[self.every]
        return f"{words} until {self.until.isoformat()}" if self.until else words

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what `str` wrote."""
        words, _, until = text.partition(" until ")
        last = date.fromisoformat(until) if until else None
        if words == "once":
            return cls(until=last)
        if found := re.fullmatch(r"every (\d+) days", words):
            return cls(every=Every.DAYS, step=int(found[1]), until=last)
        if found := re.fullmatch(r"every (\d+) weeks on (.+)", words):
            days = tuple(WEEKDAYS.index(day) for day in found[2].split(", "))
            return cls(every=Every.WEEKS, step=int(found[1]), weekdays=days, until=last)
        _, nth, day = words.split(" ")
        return cls(every=Every.MONTHS, nth=ORDINALS[nth], weekdays=(WEEKDAYS.index(day),), until=last)

    def days(self, begins: date, after: date | None = None) -> Iterator[date]:
        """Return the days it falls on, from *begins* on, or later than *after* where that is given."""
        first = begins if after is None else max(begins, after + A_DAY)
        for day in self._from(begins, first):
            if self.until is not None and day > self.until:
                return
            yield day

    def next_day(self, begins: date, after: date | None = None) -> date | None:
        """Return the next day it falls on, or nothing when there is none any more."""
        return next(self.days(begins, after), None)

    def last_of(self, begins: date, count: int) -> date:
        """Return the day of the last of so many times."""
        *_, last = islice(self.days(begins), count)
        return last

    def _from(self, begins: date, first: date) -> Iterator[date]:
        match self.every:
            case Every.ONCE:
                yield from (begins,) if begins >= first else ()
            case Every.DAYS:
                passed = -(-(first - begins).days // self.step)
                yield from _steps(begins + passed * self.step * A_DAY, self.step * A_DAY)
            case Every.WEEKS:
                monday = begins - begins.weekday() * A_DAY
                passed = (first - monday).days // (7 * self.step)
                weeks = _steps(monday + passed * self.step * A_WEEK, self.step * A_WEEK)
                found = (week + day * A_DAY for week in weeks for day in sorted(self.weekdays))
                yield from (day for day in found if day >= first)
            case Every.MONTHS:
                yield from (day for day in _steps(first, A_DAY) if self._is_nth(day))

    def _is_nth(self, day: date) -> bool:
        if day.weekday() not in self.weekdays:
            return False
        return (day + A_WEEK).month != day.month if self.nth == -1 else (day.day - 1) // 7 + 1 == self.nth


def _steps(first: date, step: timedelta) -> Iterator[date]:
    day = first
    while True:
        yield day
        if day > date.max - step:
            return
        day += step

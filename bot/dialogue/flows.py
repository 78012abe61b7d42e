"""A flow: questions with their days, laid down in one step; a proposal, every part of which may change."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise

from bot.dialogue.cadence import WEEKDAYS
from bot.errors import BrokenPrompts

LONGEST_OPEN = 60

_WHEN = re.compile(r"## (?:week ([1-9]\d?) (\w+)|day ([1-9]\d?)) (\d{1,2}):(\d{2})")
_TITLE = re.compile(r"# (\S.*)")
_ASK = re.compile(r"- ask: ([A-Z]{2,5}-[1-9]\d*)")
_OPEN = re.compile(r"- open for: ([1-9]\d?) days?")


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a flow: on which day from its first, at what time, and how long it stays open."""

    prompt: str
    days: int
    at: time
    open_days: int

    def day_from(self, first: date) -> date:
        """Return its day in a flow that begins on *first*."""
        return first + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Flow:
    """A template, by the name of its page."""

    name: str
    title: str
    steps: tuple[Step, ...]


def read_flows(pages: Mapping[str, str]) -> Mapping[str, Flow]:
    """
    Read the pages of one language, each by its name without `.md`.

    Raises:
        BrokenPrompts: Something cannot be understood; every problem names its page and line.
    """
    problems: list[str] = []
    flows = {name: _read(name, text, problems) for name, text in sorted(pages.items())}
    if problems:
        raise BrokenPrompts(problems)
    return flows


def _read(name: str, text: str, problems: list[str]) -> Flow:
    lines = text.splitlines()
    title = next((found[1] for line in lines if (found := _TITLE.fullmatch(line))), "")
    if not title:
        problems.append(f"flows/{name}.md, line 1: a flow begins with its name, like “# Four weeks”")
    return Flow(name, title, tuple(_steps(name, lines, problems)))


def _steps(name: str, lines: list[str], problems: list[str]) -> Iterator[Step]:
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    if not starts:
        problems.append(f"flows/{name}.md, line 1: there is no moment here, like “## week 1 Monday 10:00”")
    for start, end in pairwise([*starts, len(lines)]):
        below = [line for line in lines[start + 1 : end] if line.strip()]
        when, asked = _WHEN.fullmatch(lines[start]), [m for line in below if (m := _ASK.fullmatch(line))]
        is_open = [m for line in below if (m := _OPEN.fullmatch(line))]
        days = _days(when) if when else None
        if when is None or days is None or len(asked) != 1 or len(is_open) != 1 or len(below) != 2:  # noqa: PLR2004 - its two lines
            wanted = "“## week 1 Monday 10:00”, “- ask: INT-1” and “- open for: 5 days”"
            problems.append(f"flows/{name}.md, line {start + 1}: here stand {wanted}, and nothing else")
            continue
        yield Step(asked[0][1], days, time(int(when[4]), int(when[5])), int(is_open[0][1]))


def _days(when: "re.Match[str]") -> int | None:
    if int(when[4]) > time.max.hour or int(when[5]) > time.max.minute:
        return None
    if when[3]:
        return int(when[3]) - 1
    weekday = when[2].lower()
    return 7 * (int(when[1]) - 1) + WEEKDAYS.index(weekday) if weekday in WEEKDAYS else None

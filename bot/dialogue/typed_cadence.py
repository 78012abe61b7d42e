"""A rhythm as people type it ("Thursdays 18:00", "every 2 weeks on Monday", "first Monday at 9:00")."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.cadence import ORDINALS, WEEKDAYS, Cadence, Every
from bot.dialogue.typed_time import USUAL_TIME, read_time
from bot.errors import Unreadable
from bot.words import Phrase

MOST_TIMES = 400
"""More times than any dialogue needs; whoever wants more writes no end."""

_TIME = re.compile(r"(?:\bat )?\b(\d{1,2})(?:[:.](\d{2}))?(?: ?([ap])\.?m\.?)?$")
_UNTIL = re.compile(r"\b(?:until|till|to) (\d{4})-(\d{1,2})-(\d{1,2})$")
_COUNT = re.compile(r"\b(\d{1,4}) times?$")
_CRON = re.compile(r"(?:[\d*/,?-]+ ){2,}[\d*/,?-]+(?: .*)?")
_EVERY = re.compile(r"every (?:(\d+|other) )?(minute|hour|day|week|month)s?(?: on)?(?: (.*))?")
_NTH = re.compile(r"(?:every |the |on )*(first|second|third|fourth|last) (\w+)(?: (?:of|in) .*month)?")
_NUMBERED = re.compile(r"(?:on )?(?:day|weekday) \d+|every \d+")
_NAMED = {"weekday": (0, 1, 2, 3, 4), "workday": (0, 1, 2, 3, 4), "weekend": (5, 6), "day": tuple(range(7))}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What was typed: how often, at what time of day, and the day it begins."""

    cadence: Cadence
    time: time
    begins: date


def read_rhythm(text: str, now: datetime, zone: ZoneInfo) -> Rhythm:
    """
    Read a typed rhythm, or a single time; without a time of day it is 18:00.

    Raises:
        Unreadable: It is no rhythm; the phrase says what would be one.
    """
    typed = " ".join(text.lower().replace(",", " ").replace(" and ", " ").split())
    if _CRON.fullmatch(typed) or _NUMBERED.fullmatch(typed):
        raise Unreadable(Phrase("refusals-rhythm-words", {"typed": text}))
    rest, count = _cut_count(typed)
    rest, until = _cut_until(rest, text)
    rest, at = _cut_time(rest, text)
    cadence = _read_cadence(rest, text)
    if cadence is None:
        return _once(text, now, zone)
    begins = now.astimezone(zone).date()
    if datetime.combine(begins, at, zone) <= now:
        begins += timedelta(days=1)
    if until is not None and until < begins:
        values = {"end": until.isoformat(), "start": begins.isoformat()}
        raise Unreadable(Phrase("refusals-rhythm-end", values))
    first = cadence.next_day(begins)
    last = cadence.last_of(begins, count) if count else until
    if first is None or (last is not None and last < first):
        raise Unreadable(Phrase("refusals-rhythm-end", {"end": f"{until}", "start": f"{first or begins}"}))
    return Rhythm(replace(cadence, until=last), at, first)


def _cut_count(typed: str) -> tuple[str, int]:
    found = _COUNT.search(typed)
    if not found:
        return typed, 0
    count = int(found[1])
    if not 0 < count <= MOST_TIMES:
        raise Unreadable(Phrase("refusals-rhythm-times", {"most": MOST_TIMES}))
    return typed[: found.start()].strip(), count


def _cut_until(typed: str, text: str) -> tuple[str, date | None]:
    found = _UNTIL.search(typed)
    if not found:
        return typed, None
    try:
        return typed[: found.start()].strip(), date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise Unreadable(Phrase("refusals-no-such-day", {"typed": text})) from None


def _cut_time(typed: str, text: str) -> tuple[str, time]:
    found = _TIME.search(typed)
    if not found or (found[2] is None and not found[3] and not found[0].startswith("at ")):
        return typed, USUAL_TIME
    if found[3]:
        raise Unreadable(Phrase("refusals-time-of-day", {"typed": text}))
    try:
        return typed[: found.start()].strip().removesuffix(" at"), time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise Unreadable(Phrase("refusals-time-of-day", {"typed": text})) from None


def _read_cadence(words: str, text: str) -> Cadence | None:
    """Return how often; nothing where what is typed names a single day."""
    if words in ("daily", "weekly"):
        words = f"every {'day' if words == 'daily' else 'week'}"
    if found := _NTH.fullmatch(words):
        return Cadence(
            every=Every.MONTHS, nth=ORDINALS[found[1]], weekdays=(_weekday(found[2].removesuffix("s"), text),)
        )
    if found := _EVERY.fullmatch(words):
        return _every(found, text)
    plain = words.removeprefix("weekly on ").removeprefix("every ").removeprefix("on ")
    named = plain.split()
    is_many = plain != words or (bool(named) and all(name.endswith("s") for name in named))
    if not is_many:
        return None
    return Cadence(every=Every.WEEKS, weekdays=_weekdays(plain, text))


def _every(found: "re.Match[str]", text: str) -> Cadence:
    step = 2 if found[1] == "other" else int(found[1] or 1)
    if step == 0:
        raise Unreadable(Phrase("refusals-rhythm-zero"))
    days = found[3] or ""
    match found[2]:
        case "day" if not days:
            return Cadence(every=Every.DAYS, step=step)
        case "week" if days:
            return Cadence(every=Every.WEEKS, step=step, weekdays=_weekdays(days, text))
        case "minute" | "hour":
            raise Unreadable(Phrase("refusals-rhythm-often"))
        case _:
            raise Unreadable(Phrase("refusals-rhythm-which-day", {"typed": text}))


def _weekdays(words: str, text: str) -> tuple[int, ...]:
    found: set[int] = set()
    for word in words.split():
        name = word.removesuffix("s")
        found |= set(_NAMED.get(name, ())) or {_weekday(name, text)}
    return tuple(sorted(found))


def _weekday(word: str, text: str) -> int:
    if word.isdecimal():
        raise Unreadable(Phrase("refusals-rhythm-words", {"typed": text}))
    names = [
        place for place, name in enumerate(WEEKDAYS) if len(word) >= len("mon") and name.startswith(word)
    ]
    if not names:
        raise Unreadable(Phrase("refusals-no-rhythm", {"typed": text}))
    return names[0]


def _once(text: str, now: datetime, zone: ZoneInfo) -> Rhythm:
    local = read_time(text, now, zone).astimezone(zone)
    return Rhythm(Cadence(), local.time(), local.date())

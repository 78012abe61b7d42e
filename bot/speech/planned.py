"""How something planned stands in a sentence: its rhythm in words, and who it is for."""

from bot.dialogue.cadence import ORDINALS, WEEKDAYS, Every
from bot.dialogue.rhythm import Schedule
from bot.words import Phrase, Value


def rhythm_phrase(schedule: Schedule) -> Phrase:
    """Return how often something comes, at what time, and until when."""
    cadence = schedule.cadence
    nth = next(name for name, number in ORDINALS.items() if number == cadence.nth)
    values: dict[str, Value] = {
        "step": cadence.step,
        "time": f"{schedule.time:%H:%M}",
        "until": cadence.until.isoformat() if cadence.until else "",
        "begins": schedule.begins.isoformat(),
        "days": _days(cadence.weekdays) if cadence.weekdays else "",
        "nth": Phrase(f"general-{nth}") if cadence.every is Every.MONTHS else "",
    }
    ends = "until" if cadence.until and cadence.every is not Every.ONCE else "on"
    return Phrase(f"show_plan-{cadence.every}-{ends}", values)


def _days(weekdays: tuple[int, ...]) -> Phrase:
    first = Phrase(f"general-{WEEKDAYS[weekdays[0]]}")
    if len(weekdays) == 1:
        return first
    return Phrase("show_plan-list", {"first": first, "rest": _days(weekdays[1:])})

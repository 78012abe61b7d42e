"""What somebody typed as a rhythm is read as they meant it, or sent back with a clear answer."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue.typed_cadence import read_rhythm
from bot.errors import Unreadable

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize(
    ("typed", "cadence", "time", "begins"),
    [
        ("Thursdays 18:00", "every 1 weeks on thursday", "18:00", "05-07"),
        ("every Thursday at 18:00", "every 1 weeks on thursday", "18:00", "05-07"),
        ("Mondays and Thursdays at 9:00", "every 1 weeks on monday, thursday", "09:00", "05-07"),
        ("mon, thu 9.30", None, "", ""),
        ("every 2 weeks on Monday", "every 2 weeks on monday", "18:00", "05-04"),
        ("every other week on tuesday 8:15", "every 2 weeks on tuesday", "08:15", "05-05"),
        ("weekly on Friday", "every 1 weeks on friday", "18:00", "05-08"),
        ("daily 12:00", "every 1 days", "12:00", "05-05"),
        ("every 3 days at 20:00", "every 3 days", "20:00", "05-04"),
        ("weekdays 9:00", "every 1 weeks on monday, tuesday, wednesday, thursday, friday", "09:00", "05-05"),
        ("first Monday at 9:00", "every first monday", "09:00", "06-01"),
        ("the last Friday of the month", "every last friday", "18:00", "05-29"),
        ("Thursdays 18:00 until 2026-06-01", "every 1 weeks on thursday until 2026-06-01", "18:00", "05-07"),
        ("Thursdays 18:00 3 times", "every 1 weeks on thursday until 2026-05-21", "18:00", "05-07"),
        ("tomorrow 18:00", "once", "18:00", "05-05"),
        ("2026-06-01 10:00", "once", "10:00", "06-01"),
        ("in 3 days", "once", "18:00", "05-07"),
    ],
)
def test_a_rhythm_is_read(typed: str, cadence: str | None, time: str, begins: str) -> None:
    """In the words people use for it; a day without an s is a single day."""
    if cadence is None:
        with pytest.raises(Unreadable):
            read_rhythm(typed, NOW, STOCKHOLM)
        return
    found = read_rhythm(typed, NOW, STOCKHOLM)

    assert (str(found.cadence), f"{found.time:%H:%M}", f"{found.begins:%m-%d}") == (cadence, time, begins)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("25:00", "refusals-time-of-day"),
        ("Thursdays 25:00", "refusals-time-of-day"),
        ("Thursdays 9.30pm", "refusals-time-of-day"),
        ("every 0 days", "refusals-rhythm-zero"),
        ("every minute", "refusals-rhythm-often"),
        ("every 5 minutes", "refusals-rhythm-often"),
        ("every hour", "refusals-rhythm-often"),
        ("every week", "refusals-rhythm-which-day"),
        ("every month", "refusals-rhythm-which-day"),
        ("0 18 * * 4", "refusals-rhythm-words"),
        ("*/5 * * * *", "refusals-rhythm-words"),
        ("weekday 4", "refusals-rhythm-words"),
        ("every week on 4", "refusals-rhythm-words"),
        ("2026-02-31 18:00", "refusals-no-such-day"),
        ("Thursdays until 2026-02-31", "refusals-no-such-day"),
        ("Thursdays until 2026-05-03", "refusals-rhythm-end"),
        ("Thursdays until 2026-05-05", "refusals-rhythm-end"),
        ("Thursdays 0 times", "refusals-rhythm-times"),
        ("Thursdays 401 times", "refusals-rhythm-times"),
        ("every blue moon", "refusals-no-rhythm"),
        ("nonsense", "refusals-no-time"),
        ("", "refusals-time"),
    ],
)
def test_what_is_no_rhythm_gets_a_clear_answer(typed: str, key: str) -> None:
    """It says what would be one; nothing is guessed (B16, B17)."""
    if key == "refusals-time":
        assert read_rhythm(typed, NOW, STOCKHOLM).begins == date(2026, 5, 4), "empty: today at six"
        return
    with pytest.raises(Unreadable) as refused:
        read_rhythm(typed, NOW, STOCKHOLM)

    assert refused.value.phrase.key == key

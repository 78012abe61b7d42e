"""A local date and time as a moment, also when clocks change."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.local_time import moment_of

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
ZONES = st.sampled_from(
    ["UTC", "Europe/Stockholm", "Asia/Kolkata", "Australia/Lord_Howe", "America/New_York"]
)


def test_a_time_that_does_not_exist_moves_forward_by_the_gap() -> None:
    """At 02:30 on that night clocks already say 03:30."""
    assert moment_of(date(2026, 3, 29), time(2, 30), STOCKHOLM) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_time_that_comes_twice_is_the_first() -> None:
    """So that what is planned for it happens once, whatever the typed time remembered."""
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)

    assert moment_of(date(2026, 10, 25), time(2, 30), STOCKHOLM) == first
    assert moment_of(date(2026, 10, 25), time(2, 30, fold=1), STOCKHOLM) == first


def test_six_in_the_evening_stays_six_in_the_evening() -> None:
    """Before and after the clocks change, people come at the same time of their day."""
    before = moment_of(date(2026, 3, 26), time(18), STOCKHOLM)
    after = moment_of(date(2026, 4, 2), time(18), STOCKHOLM)

    assert [moment.hour for moment in (before, after)] == [17, 16]


@given(DAYS, st.times(), ZONES)
def test_every_local_time_is_a_moment_near_it(day: date, at: time, zone: str) -> None:
    """No zone and no clock change may move a time by more than the change itself."""
    moment = moment_of(day, at, ZoneInfo(zone))

    local = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert moment.tzinfo is UTC
    assert 0 <= (local - datetime.combine(day, at)).total_seconds() <= 3600

"""A time or zone as people type it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.dialogue.typed_time import FURTHEST, LONGEST_ZONE, read_time, read_zone
from bot.errors import Unreadable
from bot.words import Phrase
from tests.people import MONDAY

STOCKHOLM = ZoneInfo("Europe/Stockholm")
KOLKATA = ZoneInfo("Asia/Kolkata")


def local(day: int, hour: int, minute: int = 0, month: int = 5) -> datetime:
    """Return a moment of that spring as Stockholm's clocks show it."""
    return datetime(2026, month, day, hour, minute, tzinfo=STOCKHOLM).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-05-07 18:00", local(7, 18)),
        ("2026-5-7 at 9.05", local(7, 9, 5)),
        ("2026-05-07", local(7, 18)),
        ("Thursday 18:00", local(7, 18)),
        ("  THU,  18:00 ", local(7, 18)),
        ("thurs", local(7, 18)),
        ("Sat at 10:00", local(9, 10)),
        ("monday 13:00", local(11, 13)),
        ("today 23:59", local(4, 23, 59)),
        ("tomorrow", local(5, 18)),
        ("tomorrow at 7:30", local(5, 7, 30)),
        ("in 3 days", local(7, 18)),
        ("3 days at 8:00", local(7, 8)),
        ("1 day", local(5, 18)),
        ("18:00", local(4, 18)),
        ("at 18:00", local(4, 18)),
        ("8.00", local(5, 8)),
        ("", local(4, 18)),
        ("in 30 days 18:00", local(3, 18, month=6)),
    ],
)
def test_a_time_is_read_as_people_type_it(text: str, moment: datetime) -> None:
    """It is two in the afternoon of a Monday in Stockholm; what is meant is repeated before it counts."""
    assert read_time(text, MONDAY, STOCKHOLM) == moment


def test_a_day_is_the_day_of_the_zone() -> None:
    """At eight in the evening in London it is tomorrow in Kolkata already."""
    evening = datetime(2026, 5, 4, 20, tzinfo=UTC)

    assert read_time("today 9:00", evening, KOLKATA) == datetime(2026, 5, 5, 3, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("25:00", "refusals-time-of-day"),
        ("Thursday 18:60", "refusals-time-of-day"),
        ("9.30pm", "refusals-no-time"),
        ("118:00", "refusals-no-time"),
        ("2026-05-07T18:00", "refusals-no-time"),
        ("31 Feb", "refusals-no-time"),
        ("th 18:00", "refusals-no-time"),
        ("0 18 * * 4", "refusals-no-time"),
        ("\0", "refusals-no-time"),
        ("2026-02-31", "refusals-no-such-day"),
        ("0000-01-01 18:00", "refusals-no-such-day"),
        ("2026-05-04 13:59", "refusals-time-past"),
        ("today 14:00", "refusals-time-past"),
        ("0 days at 9:00", "refusals-time-past"),
        ("2019-05-07", "refusals-time-past"),
        ("2126-05-07 18:00", "refusals-time-far"),
    ],
)
def test_what_is_no_time_to_come_is_refused_with_what_was_typed(text: str, key: str) -> None:
    """A question that closes at a time nobody meant would shut people out."""
    with pytest.raises(Unreadable) as refusal:
        read_time(text, MONDAY, STOCKHOLM)

    assert refusal.value.phrase == Phrase(key, {"typed": text})


@pytest.mark.parametrize(
    ("text", "zone"), [("9999-12-31 23:00", "America/New_York"), ("0001-01-01 01:00", "Asia/Kolkata")]
)
def test_the_ends_of_the_calendar_are_no_fault_of_ours(text: str, zone: str) -> None:
    """On its very first and last day a local time has no moment; that is a refusal like any other."""
    with pytest.raises(Unreadable) as refusal:
        read_time(text, MONDAY, ZoneInfo(zone))

    assert refusal.value.phrase == Phrase("refusals-no-such-day", {"typed": text})


@given(st.text(max_size=40) | st.from_regex(r"\A(in )?\d{1,4}[-. ]?(\d\d?|days)([-: ]\d{1,3}){0,2}\Z"))
@example("9999-12-31")
def test_any_text_is_a_time_to_come_or_refused(text: str) -> None:
    """Whatever is typed, the program goes on, and nothing closes in the past."""
    try:
        moment = read_time(text, MONDAY, STOCKHOLM)
    except Unreadable:
        return

    assert MONDAY < moment <= MONDAY + FURTHEST


@given(
    st.datetimes(MONDAY.replace(tzinfo=None) + timedelta(days=1), datetime(2030, 1, 1)),  # noqa: DTZ001 - local
    st.sampled_from(["UTC", "Europe/Stockholm", "Asia/Kolkata", "America/New_York", "Pacific/Chatham"]),
)
def test_a_local_date_and_time_comes_back_as_it_was_typed(at: datetime, zone: str) -> None:
    """The form of a question is filled with the closing time as it would be typed."""
    typed = f"{at:%Y-%m-%d %H:%M}"

    read = read_time(typed, MONDAY, ZoneInfo(zone)).astimezone(ZoneInfo(zone))

    gap = read.replace(tzinfo=None) - at.replace(second=0, microsecond=0)
    assert gap in (timedelta(0), timedelta(hours=1))  # an hour: the time does not exist on that day


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Stockholm", "Europe/Stockholm"),
        (" europe/stockholm ", "Europe/Stockholm"),
        ("america/new york", "America/New_York"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_a_place(text: str, zone: str) -> None:
    """Small and capital letters and a space are no reason to send somebody back."""
    assert read_zone(text) == zone


@pytest.mark.parametrize("text", ["EST", "GMT+1", "+02:00", "CEST", ""])
def test_an_offset_does_not_say_when_clocks_change(text: str) -> None:
    """Half of the year every post would come an hour wrong."""
    with pytest.raises(Unreadable) as refusal:
        read_zone(text)

    assert refusal.value.phrase == Phrase("refusals-zone-offset", {"typed": text})


def test_an_unknown_zone_is_answered_with_the_nearest() -> None:
    """A slip of the finger costs one more try, not a search through five hundred names."""
    with pytest.raises(Unreadable) as refusal:
        read_zone("Europe/Londn")

    assert refusal.value.phrase == Phrase(
        "refusals-zone-unknown", {"typed": "Europe/Londn", "near": "Europe/London"}
    )


def test_a_page_of_text_is_no_zone_and_costs_no_time() -> None:
    """Every comparison with every zone stops everybody else who waits."""
    with pytest.raises(Unreadable):
        read_zone("x" * 1_000_000)

    assert max(map(len, available_timezones())) < LONGEST_ZONE


@given(st.text(max_size=70))
def test_any_text_is_a_zone_or_refused(text: str) -> None:
    """What is kept as a zone must be one that a clock can be set by."""
    try:
        zone = read_zone(text)
    except Unreadable:
        return

    assert ZoneInfo(zone).key == zone

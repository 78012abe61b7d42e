"""Which local dates something falls on, and that it is written and read one way."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.cadence import Cadence, Every

MONDAY = date(2026, 5, 4)
DATES = st.dates(date(2024, 1, 1), date(2037, 12, 31))
CADENCES = st.one_of(
    st.just(Cadence()),
    st.builds(Cadence, every=st.just(Every.DAYS), step=st.integers(1, 60)),
    st.builds(
        Cadence,
        every=st.just(Every.WEEKS),
        step=st.integers(1, 9),
        weekdays=st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    ),
    st.builds(
        Cadence,
        every=st.just(Every.MONTHS),
        nth=st.sampled_from([1, 2, 3, 4, -1]),
        weekdays=st.tuples(st.integers(0, 6)),
    ),
)


@pytest.mark.parametrize(
    ("cadence", "days"),
    [
        (Cadence(), ["05-04"]),
        (Cadence(every=Every.DAYS, step=3), ["05-04", "05-07", "05-10"]),
        (Cadence(every=Every.WEEKS, weekdays=(3,)), ["05-07", "05-14", "05-21"]),
        (Cadence(every=Every.WEEKS, step=2, weekdays=(0, 2)), ["05-04", "05-06", "05-18"]),
        (Cadence(every=Every.MONTHS, nth=1, weekdays=(0,)), ["05-04", "06-01", "07-06"]),
        (Cadence(every=Every.MONTHS, nth=-1, weekdays=(4,)), ["05-29", "06-26", "07-31"]),
        (Cadence(every=Every.DAYS, until=date(2026, 5, 5)), ["05-04", "05-05"]),
    ],
)
def test_it_falls_on_these_days(cadence: Cadence, days: list[str]) -> None:
    """Counted from the day it begins, a Monday."""
    assert [f"{day:%m-%d}" for day in islice(cadence.days(MONDAY), 3)] == days


@settings(max_examples=200, deadline=None)
@given(cadence=CADENCES, until=st.none() | DATES)
def test_it_is_written_and_read_one_way(cadence: Cadence, until: date | None) -> None:
    """A row of years ago must mean what it meant."""
    kept = Cadence(
        every=cadence.every, step=cadence.step, weekdays=cadence.weekdays, nth=cadence.nth, until=until
    )

    assert Cadence.read(str(kept)) == kept


@settings(max_examples=200, deadline=None)
@given(cadence=CADENCES, begins=DATES, later=st.integers(0, 800))
def test_the_next_day_is_the_first_that_follows(cadence: Cadence, begins: date, later: int) -> None:
    """Asked from any day on: nothing is passed over, and nothing comes twice."""
    after = begins + timedelta(days=later)
    following = cadence.next_day(begins, after)
    expected = next((day for day in islice(cadence.days(begins), 1000) if day > after), None)

    assert following == expected


def test_so_many_times_end_on_their_last_day() -> None:
    """A count is kept as a date."""
    assert Cadence(every=Every.WEEKS, weekdays=(3,)).last_of(MONDAY, 3) == date(2026, 5, 21)


def test_time_ends_and_nothing_breaks() -> None:
    """Nobody plans for the year 9999; a clock may show it."""
    assert list(Cadence(every=Every.DAYS, step=2).days(date(9999, 12, 29))) == [
        date(9999, 12, 29), date(9999, 12, 31),
    ]  # fmt: skip

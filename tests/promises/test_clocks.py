"""Clock changes: the short form of `make drill clocks`."""

from datetime import date

import pytest

from tests.promises.clocks import PAST, drill, look_around


def test_one_occurrence_a_local_date_whatever_the_clocks_do() -> None:
    """APScheduler's own triggers lose a thousand of these dates, and people lose their question (P4)."""
    counts = drill(5, seed=1)

    assert counts["zones"] == 5
    assert counts["came in a year"] in range(9 * 20, 10 * 20 + 1)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        *PAST,
        ("Europe/London", date(2026, 3, 29)),
        ("Africa/Cairo", date(2026, 4, 24)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("America/Nuuk", date(2026, 3, 28)),
        ("Antarctica/Troll", date(2026, 3, 29)),
        ("Asia/Kathmandu", date(2026, 1, 1)),
    ],
)
def test_the_edges_that_broke_others(zone: str, day: date) -> None:
    """At midnight, before midnight, by half an hour, by two hours, and a date that never was (F28)."""
    assert look_around(zone, day) >= 48 * 3

"""When a member may be written to: never at night, never on a day they keep free."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue.manners import NoHolidays, QuietHours, Wishes, first_allowed

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WORKDAYS = frozenset(range(5))


class MayDay:
    """A calendar with one holiday."""

    def knows(self, country: str) -> bool:
        """Know one country."""
        return country == "SE"

    def days_off(self, country: str, year: int) -> frozenset[date]:
        """Return the first of May."""
        return frozenset({date(year, 5, 1)}) if self.knows(country) else frozenset()


@pytest.mark.parametrize(
    ("now", "quiet", "wishes", "first"),
    [
        ("05-04 10:00", QuietHours(), Wishes(), "05-04 10:00"),
        ("05-04 20:00", QuietHours(), Wishes(), "05-05 08:00"),
        ("05-04 07:59", QuietHours(), Wishes(), "05-04 08:00"),
        ("05-04 13:00", QuietHours(begin=time(12), end=time(14)), Wishes(), "05-04 14:00"),
        ("05-04 03:00", QuietHours(begin=time(0), end=time(0)), Wishes(), "05-04 03:00"),
        ("05-09 10:00", QuietHours(), Wishes(days=WORKDAYS), "05-11 08:00"),
        ("05-08 21:00", QuietHours(), Wishes(days=WORKDAYS), "05-11 08:00"),
        ("05-01 10:00", QuietHours(), Wishes(country="SE"), "05-02 08:00"),
        ("05-01 10:00", QuietHours(), Wishes(country="NO"), "05-01 10:00"),
        ("05-09 10:00", QuietHours(begin=time(12), end=time(14)), Wishes(days=WORKDAYS), "05-11 00:00"),
        ("10-24 21:00", QuietHours(), Wishes(), "10-25 08:00"),
    ],
)
def test_the_first_allowed_moment(now: str, quiet: QuietHours, wishes: Wishes, first: str) -> None:
    """By the clock on the member's own wall, also over a clock change."""
    moment = datetime.strptime(f"2026-{now}", "%Y-%m-%d %H:%M").replace(tzinfo=STOCKHOLM)
    found = first_allowed(moment.astimezone(UTC), STOCKHOLM, quiet, wishes, MayDay())

    assert found is not None
    assert f"{found.astimezone(STOCKHOLM):%m-%d %H:%M}" == first


def test_whoever_keeps_every_day_free_is_never_written_to() -> None:
    """No form lets that be chosen, and a row could still say it."""
    moment = datetime(2026, 5, 4, 10, tzinfo=UTC)
    never = Wishes(days=frozenset())

    assert first_allowed(moment, STOCKHOLM, QuietHours(), never, NoHolidays()) is None
    assert NoHolidays().knows("")
    assert not NoHolidays().knows("SE")

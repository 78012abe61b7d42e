"""Every zone, every clock change, every half hour: one occurrence a local date; and a year of ten zones."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo, available_timezones

from bot.dialogue.cadence import Cadence, Every
from bot.dialogue.rhythm import Audience
from storage.database import open_in_memory
from tests.fakes.planning import PlanningGroup
from tests.people import BEN, a_schedule

BEGIN, END = date(2024, 1, 1), date(2037, 12, 31)
TIMES = [time(minutes // 60, minutes % 60) for minutes in range(0, 24 * 60, 30)]
A_DAY = timedelta(days=1)
PAST = (("Pacific/Apia", date(2011, 12, 30)), ("Africa/Casablanca", date(2019, 5, 5)))
"""Changes of the past that no rule of today repeats: a date that never was, and a rule by the moon."""
TEN = (
    "Europe/London", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe", "Africa/Casablanca",
    "America/Nuuk", "Pacific/Apia", "Asia/Kathmandu", "Antarctica/Troll", "America/St_Johns",
)  # fmt: skip


def drill(count: int, seed: int) -> Mapping[str, int]:
    """
    Look at *count* zones, every one where there are no more, then live a year in ten of them.

    Raises:
        AssertionError: A local date had no occurrence, or two.
    """
    zones = sorted(available_timezones())
    drawn = Random(seed).sample(zones, min(count, len(zones)))
    changes = dates = 0
    for name in drawn:
        for day in changes_of(name):
            changes += 1
            dates += look_around(name, day)
    for name, day in PAST:
        dates += look_around(name, day)
    members, days = (200, 365) if count > len(TEN) else (10, 20)
    came = live_a_year(members, days)
    return {"zones": len(drawn), "clock changes": changes, "zone-dates": dates, "came in a year": came}


def changes_of(name: str) -> Iterator[date]:
    """Return the local dates on which the clocks of a zone change."""
    zone = ZoneInfo(name)
    moment = datetime(BEGIN.year, 1, 1, tzinfo=UTC)
    before = moment.astimezone(zone).utcoffset()
    while moment.date() <= END:
        moment += A_DAY
        after = moment.astimezone(zone).utcoffset()
        if after != before:
            yield moment.astimezone(zone).date() - A_DAY
        before = after


def look_around(name: str, change: date) -> int:
    """See that every date around a change has one moment, in order, at its time or moved by the gap."""
    zone, looked = ZoneInfo(name), 0
    there = dates_seen(zone, change)
    for at in TIMES:
        schedule = a_schedule(
            Audience.MEMBERS, cadence=Cadence(every=Every.DAYS), time=at, begins=change - A_DAY
        )
        days = [change + n * A_DAY for n in range(-1, 3) if change + n * A_DAY in there]
        found = [each for day in (None, *days[:-1]) if (each := schedule.next_for(BEN.id, name, day))]
        moments = [each.due for each in found]
        assert [each.day for each in found] == days, (name, change, at)
        assert moments == sorted(set(moments)), (name, change, at)
        for day, moment in zip(days, moments, strict=True):
            local = moment.astimezone(zone)
            moved = datetime.combine(local.date(), local.time()) - datetime.combine(day, at)
            assert timedelta(0) <= moved <= timedelta(hours=3), (name, day, at, local)
        looked += len(days)
    return looked


def dates_seen(zone: ZoneInfo, about: date) -> set[date]:
    """Return the dates that a clock on the wall shows around a day, looked at every half hour."""
    noon = datetime.combine(about, time(12), UTC)
    moments = (noon + timedelta(minutes=30 * n) for n in range(-48 * 4, 48 * 5))
    return {moment.astimezone(zone).date() for moment in moments}


def live_a_year(members: int, days: int) -> int:
    """Let members in ten zones be asked every day for so long; return how often they were, all together."""
    group = PlanningGroup(open_in_memory())
    dialogue = group.start()
    group.clock.at = datetime(2026, 3, 20, tzinfo=UTC)
    group.join("Ada", dialogue)
    for number in range(members - 1):
        group.join(f"M{number}", dialogue)
        group.live_in(f"M{number}", TEN[number % len(TEN)])
    group.plan(f"daily 02:30 {days} times", "members", "1")
    planned_at = group.clock.at
    end = group.clock.at + timedelta(days=days + 3)
    while (due := group.agenda.next_due()) is not None and due < end:
        group.clock.at = max(group.clock.at, due)
        group.let_come_due()
    with group.store.looking() as connection:
        found = connection.exec_driver_sql(
            "SELECT recipient, day, zone FROM occurrence WHERE schedule != ''"
        ).all()
    group.close()
    assert len(found) == len({(recipient, day) for recipient, day, _ in found}), "one twice"
    each = Counter((recipient, zone) for recipient, _, zone in found)
    begins = min(date.fromisoformat(day) for _, day, _ in found)
    dates = [begins + n * A_DAY for n in range(days)]
    for (_, zone), count in each.items():
        moments = [datetime.combine(day, time(2, 30), ZoneInfo(zone)) for day in dates]
        assert count == sum(moment > planned_at for moment in moments), f"one lost in {zone}"
    assert len(each) == members
    return len(found)

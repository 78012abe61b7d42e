"""Once, at the right local time, for everybody, whatever clock, process and member do meanwhile."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue.tickets import Action
from storage.database import open_file, open_in_memory
from tests.fakes.line_pen import lines_of
from tests.fakes.planning import ZONES, PlanningGroup
from tests.fakes.running import Watching, running


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


async def test_a_weekly_question_reaches_the_place_and_three_zones_over_a_restart(tmp_path: Path) -> None:
    """Thursday at six is Thursday at six where each of them lives, also after the bot was off (K7, K9)."""
    before = PlanningGroup.begun(open_file(tmp_path))
    before.plan("Thursdays 18:00", "members")
    before.plan("Thursdays 18:00 3 times", "place")
    platform = Watching(before)
    begun = before.clock.at
    async with running(before, platform) as bot:
        await bot.until(begun + timedelta(days=4))
    before.close()

    after = before.restarted(open_file(tmp_path))
    platform.group = after
    async with running(after, platform) as bot:
        await bot.until(begun + timedelta(days=18))

    for who, zone in ZONES.items():
        local = [f"{at.astimezone(ZoneInfo(zone)):%a %d %H:%M}" for at in platform.at[f"@account-{who}"]]
        assert local == ["Thu 07 18:00", "Thu 14 18:00", "Thu 21 18:00"], who
    assert after.outcomes() == {"delivered": 3 * 4 + 3}
    after.close()


def at_home(platform: Watching, who: str) -> list[str]:
    """Return when somebody was written to, by their own clock."""
    zone = ZoneInfo(ZONES[who])
    return [f"{at.astimezone(zone):%a %d %H:%M}" for at in platform.at.get(f"@account-{who}", ())]


async def test_quiet_hours_hold_a_message_until_the_morning(group: PlanningGroup) -> None:
    """Nobody is woken; what comes in the morning says that it is late (decision 23)."""
    group.live_in("Ben", ZONES["Ben"], "17:00-08:00")
    group.plan("Thursdays 18:00", "members")
    platform = Watching(group)
    async with running(group, platform) as bot:
        await bot.until(group.clock.at + timedelta(days=6))

    assert at_home(platform, "Ben") == ["Fri 08 08:00"]
    assert at_home(platform, "Chidi") == ["Thu 07 18:00"]
    assert group.outcomes() == {"delivered": 3, "delivered_late": 1}
    assert "It was meant for" in platform.text()


async def test_a_pause_works_on_what_already_waits_and_what_is_missed_is_told(group: PlanningGroup) -> None:
    """A day later it is not sent any more: it stands in the list, and nothing comes in a burst (P7, P9)."""
    group.live_in("Ben", ZONES["Ben"], "17:00-08:00")
    group.plan("Thursdays 18:00", "members")
    platform = Watching(group)
    async with running(group, platform) as bot:
        await bot.until(group.clock.at + timedelta(days=3, hours=10))
        group.does("Ben", Action.PAUSE, choice="week")
        await bot.until(group.clock.at + timedelta(days=3))

    assert at_home(platform, "Ben") == []
    assert group.outcomes()["expired_told"] == 1
    assert "could not be sent to you in time" in "".join(lines_of(group.does("Ben", Action.SHOW_MINE)))


async def test_going_on_within_the_day_brings_what_waited(group: PlanningGroup) -> None:
    """Whoever changes their mind gets it at once."""
    group.does("Ben", Action.PAUSE, choice="week")
    group.plan("Thursdays 18:00", "members")
    platform = Watching(group)
    async with running(group, platform) as bot:
        await bot.until(group.clock.at + timedelta(days=3, hours=12))
        group.does("Ben", Action.PAUSE, choice="again")
        await bot.beat()

    assert at_home(platform, "Ben") == ["Fri 08 02:05"]


async def test_three_messages_a_week_and_no_more(group: PlanningGroup) -> None:
    """The fourth stands in the list, and counts as delivered there (decision 23)."""
    group.plan("daily 12:00", "members", "30")
    platform = Watching(group)
    async with running(group, platform) as bot:
        await bot.until(group.clock.at + timedelta(days=6, hours=20))

    assert len(at_home(platform, "Dana")) == 3
    assert set(group.outcomes()) == {"delivered"}


async def test_days_and_holidays_a_member_keeps_free(group: PlanningGroup) -> None:
    """The first of May of this tale is a Thursday that Sweden keeps: 14 May, Ascension Day."""
    group.be_reached("Ben", "direct", "monday,tuesday,wednesday,thursday,friday", "SE")
    group.be_reached("Chidi", "direct", "thursday,saturday")
    group.plan("Thursdays 18:00", "members")
    platform = Watching(group)
    async with running(group, platform) as bot:
        await bot.until(group.clock.at + timedelta(days=13))

    assert at_home(platform, "Ben") == ["Thu 07 18:00", "Fri 15 00:00"]
    assert at_home(platform, "Chidi") == ["Thu 07 18:00", "Thu 14 18:00"]


async def test_whoever_asked_for_no_direct_messages_finds_it_in_their_list(group: PlanningGroup) -> None:
    """In the place stands one post a day, without a name and without content (decision 16)."""
    for who in ZONES:
        group.be_reached(who, "")
    group.plan("Thursdays 18:00", "members")
    platform = Watching(group)
    async with running(group, platform) as bot:
        await bot.until(group.clock.at + timedelta(days=6))

    assert list(platform.at) == ["garden"]
    assert len(platform.at["garden"]) == 2, "the welcome, and one pointer for all"
    assert platform.text().count("Something new waits for some of you") == 1
    assert group.outcomes() == {"delivered": 4}


async def test_a_bot_that_was_away_for_weeks_sends_no_pile(group: PlanningGroup) -> None:
    """Of three Thursdays only the last is near enough; the others are told to the facilitators (P7)."""
    group.plan("Thursdays 18:00", "place")
    platform = Watching(group)
    async with running(group, platform) as bot:
        group.clock.pass_by(days=17, hours=8)
        await bot.beat()
        await bot.beat()

    assert len(platform.at["garden"]) == 2, "the welcome and one question"
    assert group.outcomes() == {"expired_told": 2, "delivered_late": 1}
    assert "was not asked" in "".join(lines_of(group.does("Ada", Action.SHOW_MINE)))


async def test_closed_direct_messages_lead_to_one_pointer(group: PlanningGroup) -> None:
    """After the third try nobody knocks again; facilitators learn that somebody cannot be reached (P10)."""
    group.plan("Thursdays 18:00", "members")
    platform = Watching(group)
    platform.closed = {"@account-Ben"}
    async with running(group, platform) as bot:
        await bot.until(group.clock.at + timedelta(days=13))

    assert platform.knocked == {"@account-Ben": 3}
    assert group.outcomes()["undeliverable_told"] == 1
    assert "can no longer be reached" in "".join(lines_of(group.does("Ada", Action.SHOW_MINE)))
    assert "Ben" not in "".join(lines_of(group.does("Ada", Action.SHOW_STATUS)))

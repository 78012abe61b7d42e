"""The question of a date is put once, however many clocks reach it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue.rhythm import Planned
from bot.dialogue.tickets import Action, Ticket
from storage.database import open_in_memory
from tests.fakes.planning import PlanningGroup


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


def rounds(group: PlanningGroup) -> int:
    """Return how many questions have been put."""
    with group.store.looking() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM round WHERE opened_at IS NOT NULL").scalar()
    return int(count or 0)


def test_one_question_for_one_date_in_all_zones(group: PlanningGroup) -> None:
    """Dana's clock opens it; the others join the same question."""
    group.plan("Thursdays 18:00", "members")
    group.clock.at += timedelta(days=3, hours=1)
    first = group.let_come_due()
    opened = rounds(group)
    group.clock.at += timedelta(hours=8)
    group.let_come_due()

    assert (first, opened, rounds(group)) == (1, 1, 1)
    assert {place for place, _ in group.posts()[1:]} == {
        "@account-Dana",
        "@account-Ben",
        "@account-Chidi",
        "garden",
    }


def test_what_two_clocks_saw_is_done_once(group: PlanningGroup) -> None:
    """The second one finds nothing left of it, also where it saw more than the first (P2)."""
    group.plan("Thursdays 18:00", "members")
    group.clock.at += timedelta(days=4)
    (event,) = group.agenda.claim(group.clock.at, 500)
    part = replace(event, id=type(event.id)("a part of it"), planned=event.planned[:2])
    for each in (part, event, event):
        group.engine.handle(each)
    posts = group.posts()

    assert len(posts) == 5
    assert len(set(posts)) == 4, "the welcome and one pointer stand in the garden"
    assert group.agenda.claim(group.clock.at, 500) == ()
    assert isinstance(event.planned[0], Planned)


def test_a_dialogue_that_has_ended_asks_nothing(group: PlanningGroup) -> None:
    """What was planned ends with it."""
    group.plan("Thursdays 18:00", "place")
    group.sends("Ada", Ticket(Action.CLOSE_DIALOGUE, group.dialogue), reason="It is done.")
    group.clock.at += timedelta(days=4)
    group.let_come_due()

    assert rounds(group) == 0
    assert group.outcomes() == {"cancelled": 1}


def test_a_direct_message_says_how_to_get_fewer(group: PlanningGroup) -> None:
    """Every message that was not asked for at this moment does (K31)."""
    group.plan("Thursdays 18:00", "members")
    group.clock.at += timedelta(days=4)
    group.let_come_due()
    group.deliver()
    told = next(
        lines for post, lines in group.channel.items() if "asked for direct messages" in "".join(lines)
    )

    assert "What for?" in "".join(told)

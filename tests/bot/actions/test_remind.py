"""One reminder, for those who asked for reminders and have not answered; nobody else hears of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.dialogue.tickets import Action, Ticket
from storage.database import open_in_memory
from tests.fakes.planning import PlanningGroup


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


def reminded(group: PlanningGroup) -> list[str]:
    """Return to whom a message waits."""
    return sorted(place for place, _ in group.posts() if place.startswith("@"))


def test_only_those_who_asked_and_have_not_answered(group: PlanningGroup) -> None:
    """Ben asked and answered, Chidi asked, Dana did not ask: no list of the silent exists anywhere."""
    for who in ("Ben", "Chidi"):
        group.be_reached(who, "direct,reminders")
    round = group.ask(group.dialogue)
    group.say("Ben", round, "A lift")
    group.clock.at += timedelta(days=6, hours=7)
    group.let_come_due()

    assert reminded(group) == ["@account-Chidi"]


def test_a_question_that_closed_reminds_nobody(group: PlanningGroup) -> None:
    """Its reminder goes with it."""
    group.be_reached("Chidi", "direct,reminders")
    group.ask(group.dialogue)
    group.does("Ada", Action.CLOSE_ROUND)
    group.clock.at += timedelta(days=9)
    group.let_come_due()

    assert reminded(group) == []


def test_whoever_asked_to_be_asked_tomorrow_is_asked(group: PlanningGroup) -> None:
    """Also without a wish for reminders: this one they asked for themselves."""
    round = group.ask(group.dialogue)
    group.presses("Dana", Ticket(Action.SNOOZE, round))
    group.clock.at += timedelta(days=1)
    group.let_come_due()

    assert reminded(group) == ["@account-Dana"]


def test_a_short_question_has_no_reminder(group: PlanningGroup) -> None:
    """A day before the close would be a moment after the question."""
    group.be_reached("Chidi", "direct,reminders")
    group.ask(group.dialogue, closes="in 2 days")
    group.clock.at += timedelta(days=1, hours=12)

    assert group.let_come_due() == 0

"""A question comes once more tomorrow, where somebody asked for that."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.dialogue.tickets import Action, Ticket
from storage.database import open_in_memory
from tests.fakes.group import key_of
from tests.fakes.planning import PlanningGroup


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


def test_it_comes_again_tomorrow_when_their_quiet_hours_end(group: PlanningGroup) -> None:
    """Whoever has no time now is asked once more, and nobody else is."""
    group.live_in("Dana", "Asia/Kolkata", "20:00-07:30")
    round = group.ask(group.dialogue)
    done = group.presses("Dana", Ticket(Action.SNOOZE, round))
    due = [each.due for each in group.agenda.planned(group.store.dialogues()[0].id) if each.recipient]

    assert key_of(done.reply) == "snooze-done"
    assert [f"{moment:%d %H:%M}" for moment in due] == ["05 02:00"]


def test_a_question_that_closes_before_cannot_be_put_off(group: PlanningGroup) -> None:
    """It would come too late to be answered."""
    round = group.ask(group.dialogue, closes="today 20:00")

    assert key_of(group.presses("Ben", Ticket(Action.SNOOZE, round)).reply) == "snooze-closes-before"


def test_a_closed_question_cannot_be_put_off(group: PlanningGroup) -> None:
    """The button may be days old."""
    round = group.ask(group.dialogue, closes="today 20:00")
    group.clock.at += timedelta(days=1)

    assert key_of(group.presses("Ben", Ticket(Action.SNOOZE, round)).reply) == "refusals-round-closed"

"""One time moves, is skipped, or all of it ends; each at everybody's own clock."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from storage.database import open_in_memory
from tests.fakes.group import key_of
from tests.fakes.planning import PlanningGroup
from tests.people import A_DAY


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


def due(group: PlanningGroup) -> list[str]:
    """Return the moments that are planned."""
    return [f"{each.due:%d %H:%M}" for each in group.agenda.planned(group.store.dialogues()[0].id)]


def test_one_time_moves_for_everybody_at_their_own_clock(group: PlanningGroup) -> None:
    """Dana, Ben, Chidi and Ada each see Friday at five where they live."""
    schedule = group.plan("Thursdays 18:00", "members")
    move = Ticket(Action.CHANGE_PLAN, schedule, "move-2026-05-07")
    form = group.presses("Ada", move)
    moved = group.sends("Ada", move, to="Friday 17:00")

    assert (key_of(form.reply), key_of(moved.reply)) == ("change_plan-title", "change_plan-moved")
    assert due(group) == ["08 11:30", "08 15:00", "08 15:00", "08 16:00"]


@pytest.mark.parametrize(
    ("to", "problem"),
    [
        ("some day", "refusals-no-time"),
        ("2026-05-14 18:00", "change_plan-too-late"),
        ("today 20:00", "change_plan-past-somewhere"),
    ],
)
def test_a_move_that_makes_no_sense_comes_back(to: str, problem: str, group: PlanningGroup) -> None:
    """Nor is one moved into the past of those who live furthest east."""
    schedule = group.plan("Thursdays 18:00", "members")
    ticket = Ticket(Action.CHANGE_PLAN, schedule, "move-2026-05-07")

    assert key_of(group.sends("Ada", ticket, to=to).reply) == f"to: {problem}"


def test_one_time_is_skipped_and_the_next_one_stands(group: PlanningGroup) -> None:
    """A holiday of the whole group."""
    schedule = group.plan("Thursdays 18:00", "place")
    group.presses("Ada", Ticket(Action.CHANGE_PLAN, schedule, "skip-2026-05-07"))

    assert due(group) == ["14 16:00"]
    assert group.outcomes() == {"cancelled": 1}


def test_what_has_ended_comes_no_more(group: PlanningGroup) -> None:
    """And its buttons are over."""
    schedule = group.plan("Thursdays 18:00", "members")
    ended = group.presses("Ada", Ticket(Action.CHANGE_PLAN, schedule, "end"))
    again = group.presses("Ada", Ticket(Action.CHANGE_PLAN, schedule, "end"))

    assert [key_of(answer.reply) for answer in (ended, again)] == ["change_plan-ended", "change_plan-over"]
    assert due(group) == []


def test_a_time_that_has_come_cannot_be_moved(group: PlanningGroup) -> None:
    """A button may be pressed days later."""
    schedule = group.plan("Thursdays 18:00", "place")
    group.clock.at += 4 * A_DAY
    group.let_come_due()
    late = group.presses("Ada", Ticket(Action.CHANGE_PLAN, schedule, "move-2026-05-07"))

    assert key_of(late.reply) == "change_plan-over"


def test_a_button_that_asks_for_something_else_does_nothing(group: PlanningGroup) -> None:
    """A ticket is no permission (A5)."""
    schedule = group.plan()

    for choice in ("flow", "sing", ""):
        answer = group.presses("Ada", Ticket(Action.CHANGE_PLAN, schedule, choice))
        assert key_of(answer.reply) == "refusals-button"

"""A whole flow is laid down in one step, and moves as one."""

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


def lay(group: PlanningGroup, **answers: str) -> str:
    """Lay down the four weeks from next Monday on, and return what was said."""
    chosen = {"flow": "four_weeks", "begins": "2026-05-11", "audience": "place"} | answers
    return key_of(group.sends("Ada", Ticket(Action.USE_FLOW, group.dialogue), **chosen).reply)


def days(group: PlanningGroup) -> list[str]:
    """Return the days that are planned."""
    return [f"{each.due:%m-%d}" for each in group.agenda.planned(group.store.dialogues()[0].id)]


def test_every_question_is_planned_on_its_day(group: PlanningGroup) -> None:
    """One form instead of ten."""
    form = group.does("Ada", Action.USE_FLOW)

    assert key_of(form.reply) == "use_flow-title"
    assert lay(group) == "use_flow-done"
    assert days(group) == [
        "05-11", "05-13", "05-15", "05-18", "05-21", "05-25", "05-27", "05-29", "06-05", "06-07",
    ]  # fmt: skip


def test_what_has_not_come_moves_as_one(group: PlanningGroup) -> None:
    """The group needs a week more; what was asked already stays."""
    lay(group)
    group.clock.at += 8 * A_DAY
    group.let_come_due()
    schedule = next(e.schedule for e in group.agenda.planned(group.store.dialogues()[0].id) if e.schedule)
    moved = group.sends("Ada", Ticket(Action.CHANGE_PLAN, schedule, "flow"), by_days="7")
    planned = [
        d
        for d, e in zip(days(group), group.agenda.planned(group.store.dialogues()[0].id), strict=True)
        if e.schedule
    ]

    assert key_of(moved.reply) == "change_plan-flow-moved"
    assert planned == ["05-20", "05-22", "05-25", "05-28", "06-01", "06-03", "06-05", "06-12", "06-14"]


@pytest.mark.parametrize("typed", ["", "soon", "0", "61", "-61"])
def test_a_flow_moves_by_days_only(typed: str, group: PlanningGroup) -> None:
    """What is no number of days comes back."""
    lay(group)
    schedule = group.agenda.planned(group.store.dialogues()[0].id)[0].schedule
    ticket = Ticket(Action.CHANGE_PLAN, schedule, "flow")

    assert key_of(group.presses("Ada", ticket).reply) == "change_plan-flow-title"
    assert key_of(group.sends("Ada", ticket, by_days=typed).reply) == "by_days: change_plan-no-days"


def test_what_is_not_understood_comes_back(group: PlanningGroup) -> None:
    """Nothing of it is planned."""
    assert lay(group, begins="some day") == "begins: refusals-no-time"
    assert lay(group, flow="five_weeks") == "flow: use_flow-which"
    assert days(group) == []

"""What is coming is shown to everybody, in their own zone."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action
from bot.speech.effects import Say
from storage.database import open_in_memory
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.planning import PlanningGroup


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


def test_everybody_sees_their_own_time(group: PlanningGroup) -> None:
    """Six in the evening is one moment for the channel, and another for each member (K7)."""
    group.plan("Thursdays 18:00", "place")
    group.plan("Fridays 9:00", "members")
    told = {who: lines_of(group.does(who, Action.SHOW_PLAN)) for who in ("Ada", "Dana")}

    assert "Thursday, 7 May 2026, 18:00" in "".join(told["Ada"])
    assert "Thursday, 7 May 2026, 21:30" in "".join(told["Dana"]), "the channel's evening is later there"
    assert "Friday, 8 May 2026, 09:00" in "".join(told["Dana"])
    assert "every week on Thursday at 18:00" in "".join(told["Dana"])


def test_only_facilitators_are_offered_changes(group: PlanningGroup) -> None:
    """Everybody may see it; who runs the dialogue may change it."""
    group.plan()
    ada, ben = (
        [c.ticket.action for part in answer.reply.message.below for c in part.choices]
        for answer in (group.does("Ada", Action.SHOW_PLAN), group.does("Ben", Action.SHOW_PLAN))
        if isinstance(answer.reply, Say)
    )

    assert set(ada) == {Action.CHANGE_PLAN}
    assert ben == []


def test_where_nothing_is_planned_that_is_said(group: PlanningGroup) -> None:
    """With the way to change it."""
    assert key_of(group.does("Ben", Action.SHOW_PLAN).reply) == "show_plan-nothing"


def test_what_closes_stands_in_it_too(group: PlanningGroup) -> None:
    """The next thing that happens may be an end."""
    group.ask(group.dialogue)

    assert "question 1 closes" in "".join(lines_of(group.does("Ben", Action.SHOW_PLAN)))

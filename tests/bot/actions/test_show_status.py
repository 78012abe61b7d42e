"""How things stand, in plain words and without a name."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action
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


def test_a_facilitator_sees_what_waits_and_what_comes(group: PlanningGroup) -> None:
    """Nobody has to read a log to know whether the bot is well (K53)."""
    before = "".join(lines_of(group.does("Ada", Action.SHOW_STATUS)))
    group.plan()
    after = "".join(lines_of(group.does("Ada", Action.SHOW_STATUS)))

    assert "Nothing is planned." in before
    assert "wait to be sent: 1" in before, "the welcome has not been carried yet"
    assert "Thursday, 7 May 2026, 18:00" in after
    assert not [who for who in ("Ben", "Chidi", "Dana") if who in after]


def test_members_are_told_who_may(group: PlanningGroup) -> None:
    """It is no secret, and not their work."""
    assert key_of(group.does("Ben", Action.SHOW_STATUS).reply) == "refusals-facilitators-only"

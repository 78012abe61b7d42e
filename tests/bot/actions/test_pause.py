"""Nothing is sent for a while, until a day, or at all; going on is one word."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action
from storage.database import open_in_memory
from tests.fakes.group import key_of
from tests.fakes.planning import PlanningGroup


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


@pytest.mark.parametrize(
    ("choice", "said"),
    [("week", "pause-until"), ("month", "pause-until"), ("stop", "pause-stopped"), ("again", "pause-over")],
)
def test_each_length_is_kept_and_said(choice: str, said: str, group: PlanningGroup) -> None:
    """And shown when somebody looks again."""
    done = group.does("Ben", Action.PAUSE, choice=choice)

    assert key_of(done.reply) == said
    assert key_of(group.does("Ben", Action.PAUSE).reply) == said


def test_a_typed_day_is_read_where_the_member_lives(group: PlanningGroup) -> None:
    """Until Thursday means until Thursday there."""
    done = group.does("Dana", Action.PAUSE, until="Thursday 08:00")

    assert key_of(done.reply) == "pause-until"
    assert "2026-05-07 02:30" in str(done.reply)[:2000].replace(
        "datetime.datetime(2026, 5, 7, 2, 30", "2026-05-07 02:30"
    )


def test_what_is_no_time_comes_back(group: PlanningGroup) -> None:
    """Nothing is changed by a slip."""
    assert key_of(group.does("Ben", Action.PAUSE, until="when I like").reply) == "refusals-no-time"
    assert key_of(group.does("Ben", Action.PAUSE, choice="nap").reply) == "refusals-button"
    assert key_of(group.does("Ben", Action.PAUSE).reply) == "pause-over"

"""A week in at most 150 words, for those who asked for it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from storage.database import open_in_memory
from tests.fakes.planning import PlanningGroup


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


def week(group: PlanningGroup) -> list[list[str]]:
    """Let a week pass, and return every digest that was sent."""
    group.clock.at += timedelta(days=7)
    group.let_come_due()
    group.deliver()
    return [lines for lines in group.channel.values() if "This week in" in "".join(lines)]


def test_it_tells_facts_and_questions_in_few_words(group: PlanningGroup) -> None:
    """Eight long questions, and still no more than 150 words (domain 12.1)."""
    group.be_reached("Ben", "direct,digest")
    for number in range(8):
        group.ask(group.dialogue, closes=f"in {number + 6} days")
    (told,) = week(group)

    assert len(" ".join(told).split()) <= 150
    assert sum("is open until" in line for line in told) == 4
    assert not [who for who in ("Ada", "Ben", "Chidi", "Dana") if who in " ".join(told)]


def test_a_week_in_which_nothing_happened_sends_nothing(group: PlanningGroup) -> None:
    """A message that says nothing costs more than it tells."""
    group.be_reached("Ben", "direct,digest")

    assert week(group) == []
    assert group.outcomes() == {"cancelled": 1}

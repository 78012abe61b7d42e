"""Somebody cannot be reached: one pointer without names, and the facilitators learn it once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import EventId, OccurrenceId, Seed
from bot.speech.events import MemberUnreachable
from storage.database import open_in_memory
from tests.fakes.line_pen import lines_of
from tests.fakes.planning import PlanningGroup


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


def unreachable(group: PlanningGroup, who: str) -> MemberUnreachable:
    """Return what the courier says after the third try."""
    with group.store.looking() as connection:
        found = connection.exec_driver_sql(f"SELECT id FROM member WHERE account = 'account-{who}'").scalar()
    return MemberUnreachable(
        id=EventId(f"unreachable:{who}"), at=group.clock.at, seed=Seed(bytes(32)),
        community=group.place.community, ticket=Ticket(Action.FALL_BACK, str(found)),
        occurrence=OccurrenceId("post"),
    )  # fmt: skip


def test_the_facilitators_learn_it_once_and_without_a_name(group: PlanningGroup) -> None:
    """Who it is concerns nobody; that somebody may miss things does (P10)."""
    event = unreachable(group, "Ben")
    group.engine.handle(event)
    group.engine.handle(replace(event, id=EventId("again"), seed=Seed(bytes(31) + b"2")))
    told = "".join(lines_of(group.does("Ada", Action.SHOW_MINE)))

    assert told.count("can no longer be reached") == 1
    assert "Ben" not in told
    assert [place for place, _ in group.posts()] == ["garden", "garden"]


def test_the_member_finds_it_in_their_list_and_can_mend_it(group: PlanningGroup) -> None:
    """Setting it again is all that is needed."""
    group.engine.handle(unreachable(group, "Ben"))
    told = "".join(lines_of(group.does("Ben", Action.SHOW_MINE)))
    group.be_reached("Ben", "direct")

    assert "closed to me" in told
    assert "Everybody who asked" in "".join(lines_of(group.does("Ada", Action.SHOW_STATUS)))

"""The bot is removed from a community: it stops, keeps everything for thirty days, then erases it."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action
from bot.identifiers import EventId, Seed
from bot.speech.events import CommunityBack, CommunityLeft
from storage.database import open_in_memory
from tests.fakes.group import Group
from tests.fakes.line_pen import lines_of
from tests.fakes.planning import PlanningGroup

PLATFORM = "terminal"


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group whose question returns every Thursday, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    made.plan()
    yield made
    made.close()


def leave(group: Group, id: str = "left") -> None:
    """Somebody removes the bot."""
    group.engine.handle(
        CommunityLeft(
            id=EventId(id), at=group.clock.now(), seed=Seed(id.ljust(32).encode()),
            community=group.place.community,
        )
    )  # fmt: skip


def come_back(group: Group, id: str = "back") -> None:
    """Somebody brings the bot again."""
    group.engine.handle(
        CommunityBack(
            id=EventId(id), at=group.clock.now(), seed=Seed(id.ljust(32).encode()),
            community=group.place.community,
        )
    )  # fmt: skip


def is_present(group: Group) -> bool:
    """Return whether the bot is where the group is."""
    return group.engine.presence(group.place.community.platform)[group.place.community]


def test_nothing_is_sent_where_the_bot_was_removed(group: PlanningGroup) -> None:
    """A post for a place that is closed would be tried again and again, and come back as a burst (F34)."""
    group.deliver()
    round = group.ask(group.dialogue)
    leave(group)
    group.clock.pass_by(days=5)

    assert round
    assert not is_present(group)
    assert group.agenda.claim(group.clock.now(), 10) == ()
    assert group.outbox.claim(group.clock.now(), group.place.community.platform, 10) == ()


def test_everything_is_erased_after_thirty_days_and_no_day_before(group: PlanningGroup) -> None:
    """That long somebody can change their mind (10.6)."""
    leave(group)
    group.clock.pass_by(days=29, hours=23)
    group.let_come_due()
    assert len(group.store.dialogues()) == 1

    group.clock.pass_by(hours=2)
    group.let_come_due()

    assert group.store.dialogues() == ()


def test_whoever_comes_back_in_time_finds_everything_and_learns_of_the_gap(group: PlanningGroup) -> None:
    """What was due meanwhile is told as missed; nothing of what was said is lost."""
    leave(group)
    group.clock.pass_by(days=20)
    come_back(group)
    group.let_come_due()
    told = "".join(lines_of(group.does("Ada", Action.SHOW_MINE)))
    group.clock.pass_by(days=40)
    group.let_come_due()

    assert is_present(group)
    assert "am back" in told
    assert len(group.store.dialogues()) == 1


def test_a_second_removal_begins_the_thirty_days_anew(group: PlanningGroup) -> None:
    """The first one counts no more."""
    leave(group)
    group.clock.pass_by(days=20)
    come_back(group)
    group.clock.pass_by(days=5)
    leave(group, "left again")
    leave(group, "told twice")
    group.clock.pass_by(days=29)
    group.let_come_due()
    assert len(group.store.dialogues()) == 1

    group.clock.pass_by(days=2)
    group.let_come_due()
    assert group.store.dialogues() == ()


def test_what_was_taken_back_is_erased_also_while_the_bot_is_away(group: PlanningGroup) -> None:
    """Seven days were promised to the person, whatever their group does."""
    round = group.ask(group.dialogue)
    group.say("Ben", round, "A pond, on the north side")
    group.does("Ben", Action.WITHDRAW, "1")
    leave(group)
    group.clock.pass_by(days=8)
    group.let_come_due()

    with group.store.looking() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM revision").scalar_one() == 0

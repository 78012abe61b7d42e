"""How a member wants to be reached: in one form, and it holds at once."""

from collections.abc import Iterator

import pytest

from bot.dialogue.manners import EVERY_DAY, Wishes
from bot.dialogue.members import Member
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import OpenForm
from storage.database import open_in_memory
from tests.fakes.group import key_of
from tests.fakes.planning import DAYS, PlanningGroup


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


def kept(group: PlanningGroup, who: str) -> Member:
    """Return a member as they are kept."""
    with group.store.reading(group.place.community) as work:
        found = work.member(group.caused(who)["account"], group.store.dialogues()[0].id)
    assert found
    return found


def test_what_was_ticked_is_kept_and_shown_again(group: PlanningGroup) -> None:
    """Each of them can be taken back alone."""
    group.be_reached("Ben", "direct,reminders", "monday,friday", "se")
    form = group.does("Ben", Action.SET_MANNERS).reply

    assert kept(group, "Ben").wishes == Wishes(
        direct=True, reminders=True, days=frozenset({0, 4}), country="SE"
    )
    assert isinstance(form, OpenForm)
    assert dict(form.form.values) == {"wants": "direct,reminders", "days": "monday,friday", "country": "SE"}


def test_without_a_tick_nothing_is_sent_alone(group: PlanningGroup) -> None:
    """That is how everybody begins (decision 16)."""
    assert kept(group, "Ada").wishes == Wishes(days=EVERY_DAY)
    ticket = Ticket(Action.SET_MANNERS, group.dialogue)
    assert key_of(group.sends("Ben", ticket, wants="", days=DAYS).reply) == "set_manners-listed"


def test_no_day_and_no_country_are_told_beside_the_field(group: PlanningGroup) -> None:
    """Somebody who wants to hear nothing has a word for it."""
    ticket = Ticket(Action.SET_MANNERS, group.dialogue)
    answer = group.sends("Ben", ticket, wants="direct", days="", country="Narnia")

    assert key_of(answer.reply) == "country: set_manners-no-country days: set_manners-no-day"


def test_the_first_who_wants_a_digest_makes_it_come_and_no_second_one(group: PlanningGroup) -> None:
    """Nobody has to plan it; who did not ask for it gets none."""
    for who in ("Ben", "Chidi"):
        group.be_reached(who, "direct,digest")
    planned = group.agenda.planned(group.store.dialogues()[0].id)

    assert {each.ticket.action for each in planned} == {Action.DIGEST}
    assert len({each.schedule for each in planned}) == 1
    assert sorted(each.zone for each in planned) == ["Europe/London", "Europe/Stockholm"]


def test_another_zone_moves_what_is_planned(group: PlanningGroup) -> None:
    """Whoever travels is asked at six where they are then."""
    group.plan("Thursdays 18:00", "members")
    group.live_in("Ben", "America/New_York")
    ben = kept(group, "Ben").id
    (mine,) = (e for e in group.agenda.planned(group.store.dialogues()[0].id) if e.recipient == ben)

    assert f"{mine.due:%d %H:%M}" == "07 22:00"

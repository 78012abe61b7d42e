"""A plan counts once a facilitator says yes, and only once."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from storage.database import open_in_memory
from tests.fakes.group import key_of, ticket_for
from tests.fakes.line_pen import lines_of
from tests.fakes.planning import PlanningGroup
from tests.people import A_DAY


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


def shown(group: PlanningGroup, when: str = "Thursdays 18:00", audience: str = "place") -> Ticket:
    """Write a plan, and return the ticket that says yes to it."""
    preview = group.sends(
        "Ada", Ticket(Action.OPEN_ROUND, group.dialogue, "dialogue.what"), question="What for?",
        closes="in 7 days", reveal="open", levels="named",
    )  # fmt: skip
    ticket = ticket_for(preview, Action.PLAN)
    plan = group.sends("Ada", ticket, when=when, audience=audience, open_days="6")
    return ticket_for(plan, Action.LAY_DOWN, "yes")


def test_a_yes_plans_the_first_time_and_stands_in_the_ledger(group: PlanningGroup) -> None:
    """What a facilitator does can be read by everybody (K35)."""
    yes = shown(group)
    done, again = group.presses("Ada", yes), group.presses("Ada", yes)

    assert [key_of(answer.reply) for answer in (done, again)] == ["lay_down-done", "lay_down-already"]
    assert group.agenda.next_due() is not None
    assert "plan" in "".join(lines_of(group.does("Ada", Action.SHOW_LEDGER)))


def test_each_member_gets_a_time_of_their_own(group: PlanningGroup) -> None:
    """Ada has the dialogue's zone, Ben lives in it, Chidi comes an hour later, Dana before all of them."""
    group.presses("Ada", shown(group, audience="members"))
    due = sorted(str(occurrence.due) for occurrence in group.agenda.planned(group.store.dialogues()[0].id))

    assert [moment[:16] for moment in due] == [
        "2026-05-07 12:30", "2026-05-07 16:00", "2026-05-07 16:00", "2026-05-07 17:00",
    ]  # fmt: skip


def test_a_no_drops_it(group: PlanningGroup) -> None:
    """Nothing is planned, and the button is over."""
    yes = shown(group)
    no = Ticket(Action.LAY_DOWN, yes.subject, "no")

    assert key_of(group.presses("Ada", no).reply) == "lay_down-dropped"
    assert key_of(group.presses("Ada", yes).reply) == "lay_down-already"
    assert group.agenda.next_due() is None


def test_a_plan_whose_times_have_passed_meanwhile_is_not_laid_down(group: PlanningGroup) -> None:
    """A preview may lie about for a week."""
    yes = shown(group, "tomorrow 18:00")
    group.clock.at += 3 * A_DAY

    assert key_of(group.presses("Ada", yes).reply) == "lay_down-over"


def test_more_than_three_a_day_is_refused(group: PlanningGroup) -> None:
    """Four hundred schedules are no dialogue (B16)."""
    for _ in range(21):
        group.presses("Ada", shown(group))

    assert key_of(group.presses("Ada", shown(group)).reply) == "lay_down-too-many"


def test_whoever_joins_later_gets_the_next_one(group: PlanningGroup) -> None:
    """Nobody has to be added by hand."""
    group.presses("Ada", shown(group, audience="members"))
    group.join("Ebba", group.dialogue)

    assert len(group.agenda.planned(group.store.dialogues()[0].id)) == 5

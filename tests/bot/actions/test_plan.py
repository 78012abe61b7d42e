"""A plan is shown with its times in every zone before it counts."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from storage.database import open_in_memory
from tests.fakes.group import key_of, ticket_for
from tests.fakes.line_pen import lines_of
from tests.fakes.planning import PlanningGroup


@pytest.fixture
def group() -> Iterator[PlanningGroup]:
    """A group in three zones, on a Monday at noon."""
    made = PlanningGroup.begun(open_in_memory())
    yield made
    made.close()


def written(group: PlanningGroup) -> Ticket:
    """Write a question, and return the ticket that plans it."""
    preview = group.sends(
        "Ada", Ticket(Action.OPEN_ROUND, group.dialogue, "dialogue.what"), question="What for?",
        closes="in 7 days", reveal="open", levels="named",
    )  # fmt: skip
    return ticket_for(preview, Action.PLAN)


def test_the_times_of_every_zone_are_shown_before_it_counts(group: PlanningGroup) -> None:
    """A facilitator sees what members will see, and when each of them will see it (K51)."""
    ticket = written(group)
    opened = group.presses("Ada", ticket)
    shown = group.sends("Ada", ticket, when="Thursdays 18:00", audience="members", open_days="6")

    assert key_of(opened.reply) == "plan-title"
    assert key_of(shown.reply) == "plan-preview-members"
    assert [line for line in lines_of(shown) if "first on" in line] == [
        "Asia/Kolkata: first on 2026-05-07 18:00",
        "Europe/London: first on 2026-05-07 18:00",
        "Europe/Stockholm: first on 2026-05-07 18:00",
    ]
    assert group.agenda.next_due() is None


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"when": "25:00"}, "when: refusals-time-of-day"),
        ({"when": "0 18 * * 4"}, "when: refusals-rhythm-words"),
        ({"open_days": "0"}, "open_days: plan-no-days"),
        ({"open_days": "many"}, "open_days: plan-no-days"),
    ],
)
def test_what_cannot_be_read_comes_back_with_a_clear_answer(
    typed: dict[str, str], problem: str, group: PlanningGroup
) -> None:
    """Nothing is guessed, and nothing is planned (B16, B17)."""
    answers = {"when": "Thursdays 18:00", "audience": "place", "open_days": "6"} | typed

    assert key_of(group.sends("Ada", written(group), **answers).reply) == problem


def test_a_question_that_was_posted_cannot_be_planned(group: PlanningGroup) -> None:
    """It would be put twice."""
    ticket = written(group)
    group.presses("Ada", Ticket(Action.POST_ROUND, ticket.subject, "post"))

    assert key_of(group.presses("Ada", ticket).reply) == "post_round-no-preview"

"""A flow is read from its page, and a page that cannot be understood says where."""

from datetime import date, time

import pytest

from adapters.pages import read_prompts
from bot.dialogue.flows import Flow, Step, read_flows
from bot.errors import BrokenPrompts
from bot.speech.library import read_library

PAGE = """# Two weeks

For editors.

## week 1 Monday 10:00
- ask: INT-1
- open for: 6 days

## day 9 9:30
- ask: DLG-4
- open for: 1 day
"""


def test_a_page_becomes_steps_with_their_days() -> None:
    """A week begins on the day that is chosen, mostly a Monday."""
    flow = read_flows({"two_weeks": PAGE})["two_weeks"]

    assert flow == Flow(
        "two_weeks", "Two weeks", (Step("INT-1", 0, time(10), 6), Step("DLG-4", 8, time(9, 30), 1))
    )
    assert flow.steps[1].day_from(date(2026, 5, 4)) == date(2026, 5, 12)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("", 1),
        ("# Empty", 1),
        (PAGE.replace("Monday", "Moonday"), 5),
        (PAGE.replace("10:00", "25:00"), 5),
        (PAGE.replace("- ask: INT-1\n", ""), 5),
        (PAGE.replace("- open for: 1 day", "- open for: ever"), 9),
        (PAGE + "- sing: loudly\n", 9),
        (PAGE.replace("# Two weeks", "Two weeks"), 1),
    ],
)
def test_what_is_not_understood_names_its_line(page: str, line: int) -> None:
    """Whoever edits it finds the place."""
    with pytest.raises(BrokenPrompts) as broken:
        read_flows({"page": page})

    assert broken.value.problems[0].startswith(f"flows/page.md, line {line}: ")


def test_the_flows_of_the_house_ask_what_the_library_has() -> None:
    """At most three questions a week, each with nothing left to fill in (domain 12)."""
    prompts = read_prompts()
    library = read_library(prompts.library["en"])
    flows = read_flows(prompts.flows["en"])

    assert set(flows) == {"four_weeks", "two_people"}
    for flow in flows.values():
        asked = [library.get(step.prompt) for step in flow.steps]
        assert [prompt.id for prompt in asked if prompt.slots or prompt.mechanism is None] == []
        weeks = [step.days // 7 for step in flow.steps]
        assert max(weeks.count(week) for week in weeks) <= 3

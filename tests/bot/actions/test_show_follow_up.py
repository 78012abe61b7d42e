"""What became of what was said, one's own first; what nobody answered stays visible."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.tickets_in import tickets_in
from tests.fakes.weighing import Weighing

SAID = {"sources": "1", "became": "changed", "what": "There is a lift now.", "decided_by": "All of us"}
TAKEN_ON = {"what": "Ask three firms", "doer": "Ben and Dana", "when": "in 14 days", "sources": "2"}


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people, and three things that were said, the third without a name."""
    made = Weighing()
    round = made.group.ask(made.dialogue)
    for who, words, level in (
        ("Ben", "A lift.", "named"),
        ("Dana", "A pond.", "named"),
        ("Fay", "Bees.", "unnamed"),
    ):
        made.group.say(who, round, words, level=level)
    made.group.clock.pass_by(days=8)
    made.group.let_come_due()
    yield made
    made.group.close()


def shown(weighing: Weighing, who: str, action: Action = Action.SHOW_FOLLOW_UP) -> str:
    """Return what somebody is shown."""
    return "\n".join(lines_of(weighing.group.does(who, action)))


def test_what_nobody_answered_stays_visible(weighing: Weighing) -> None:
    """Without a name for who should have."""
    assert "these 3:" in shown(weighing, "Gwen")

    weighing.group.sends("Ada", Ticket(Action.FOLLOW_UP, weighing.dialogue), **SAID)
    weighing.group.sends("Ben", Ticket(Action.COMMIT, weighing.dialogue), **TAKEN_ON)

    text = shown(weighing, "Gwen")
    assert "of this one:" in text
    assert text.rindex("Bees.") > text.index("of this one:")


def test_ones_own_come_first_also_without_a_name(weighing: Weighing) -> None:
    """Only their author sees that they are theirs."""
    own = shown(weighing, "Fay")

    assert (
        own.index("What you said:") < own.index("Bees.") < own.index("Nobody has said yet what became of it.")
    )
    assert "What you said:" not in shown(weighing, "Gwen")


def test_at_the_end_each_contributor_hears_once(weighing: Weighing) -> None:
    """Those who wrote, and nobody else; in their list until they have looked."""
    weighing.group.sends("Ada", Ticket(Action.CLOSE_DIALOGUE, weighing.dialogue), reason="The time is over.")

    for who in ("Ben", "Dana", "Fay"):
        assert shown(weighing, who, Action.SHOW_MINE).count("This dialogue has ended.") == 1
    for who in ("Ada", "Gwen"):
        assert "This dialogue has ended." not in shown(weighing, who, Action.SHOW_MINE)


def test_only_facilitators_find_the_button_that_answers(weighing: Weighing) -> None:
    """Members find the one with which they take something on."""

    def actions(who: str) -> set[Action]:
        return {ticket.action for ticket in tickets_in(weighing.group.does(who, Action.SHOW_FOLLOW_UP))}

    assert Action.FOLLOW_UP in actions("Ada")
    assert Action.FOLLOW_UP not in actions("Gwen")
    assert Action.COMMIT in actions("Gwen")


def test_nothing_else_can_be_asked_for(weighing: Weighing) -> None:
    """A forged button."""
    there = Ticket(Action.SHOW_FOLLOW_UP, weighing.dialogue, "all")

    assert key_of(weighing.group.presses("Ben", there).reply) == "refusals-button"

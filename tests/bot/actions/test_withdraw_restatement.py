"""Taking back what one said in one's own words."""

from dataclasses import replace

import pytest

from bot.actions.withdraw_restatement import withdraw_restatement
from bot.dialogue.contributions import ContributionState
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.effects import Say
from tests.people import ADA, BEN, TODAY, asking, pressed
from tests.understandings import a_restatement

MINE = a_restatement(BEN, 1)


def ticket(choice: str = "") -> Ticket:
    """Return the button."""
    return Ticket(Action.WITHDRAW_RESTATEMENT, MINE.id, choice)


def test_it_is_asked_first_and_then_only_a_marker_stays() -> None:
    """The words are erased at once."""
    asked = withdraw_restatement(MINE, asking(BEN), pressed(BEN, ticket()))
    done = withdraw_restatement(MINE, asking(BEN), pressed(BEN, ticket("yes")))

    assert isinstance(asked.reply, Say)
    assert asked.keep == ()
    assert done.keep == (replace(MINE, state=ContributionState.WITHDRAWN, state_on=TODAY),)
    assert done.erase == (MINE.id,)


def test_nobody_takes_back_what_another_said() -> None:
    """What is sealed is not even there."""
    with pytest.raises(NotAllowed):
        withdraw_restatement(MINE, asking(ADA), pressed(ADA, ticket("yes")))
    for gone in (a_restatement(BEN, 0), replace(MINE, state=ContributionState.ERASED)):
        with pytest.raises(NotFound):
            withdraw_restatement(gone, asking(BEN), pressed(BEN, ticket("yes")))
    with pytest.raises(NotFound):
        withdraw_restatement(MINE, asking(BEN), pressed(BEN, ticket("perhaps")))

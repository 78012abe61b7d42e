"""Taking back a line that one drafted."""

from dataclasses import replace

import pytest

from bot.actions.withdraw_line import withdraw_line
from bot.dialogue.contributions import ContributionState
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.effects import Say
from tests.notes import FROM_BEN, a_line, with_notes
from tests.people import ADA, BEN, TODAY, asking, pressed

LINE = replace(a_line(FROM_BEN), origin="The letter.")


def ticket(choice: str = "") -> Ticket:
    """Return the button."""
    return Ticket(Action.WITHDRAW_LINE, LINE.id, choice)


def test_it_is_asked_first_and_then_only_a_marker_stays() -> None:
    """Text and origin are gone, and nobody is asked about it any more."""
    asked = withdraw_line(LINE, asking(ADA, with_notes([LINE])), pressed(ADA, ticket()))
    done = withdraw_line(LINE, asking(ADA, with_notes([LINE])), pressed(ADA, ticket("yes")))

    assert isinstance(asked.reply, Say)
    assert asked.keep == ()
    assert done.keep == (replace(LINE, state=ContributionState.WITHDRAWN, state_on=TODAY, origin=""),)
    assert (done.erase, done.settled) == ((LINE.id,), (LINE.id,))
    assert str(done.posts[0].id) == LINE.id


def test_nobody_takes_back_what_another_drafted() -> None:
    """Nor what is gone, nor by a button that never was."""
    gone = replace(LINE, state=ContributionState.WITHDRAWN)

    with pytest.raises(NotAllowed):
        withdraw_line(LINE, asking(BEN, with_notes([LINE])), pressed(BEN, ticket("yes")))
    with pytest.raises(NotFound):
        withdraw_line(gone, asking(ADA, with_notes([gone])), pressed(ADA, ticket("yes")))
    with pytest.raises(NotFound):
        withdraw_line(LINE, asking(ADA, with_notes([LINE])), pressed(ADA, ticket("perhaps")))

"""Taking one's own note back."""

from dataclasses import replace

import pytest

from bot.actions.withdraw_minority_note import withdraw_minority_note
from bot.dialogue.contributions import ContributionState
from bot.dialogue.dissent import Notes
from bot.dialogue.members import Member
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.effects import Effects, Reply
from tests.people import ADA, BEN, CHIDI, TODAY, asking, pressed
from tests.statements import CLOSED, NOTE, in_check_in


def withdrawn(who: Member, choice: str, note: object = NOTE) -> Effects[Reply]:
    """Somebody presses the button."""
    ticket = Ticket(Action.WITHDRAW_MINORITY_NOTE, NOTE.id, choice)
    beside = asking(who, CLOSED, Notes((NOTE,)), in_check_in())
    return withdraw_minority_note(note, beside, pressed(who, ticket))  # type: ignore[arg-type]


def test_it_is_asked_first() -> None:
    """What cannot be called back is said before it is done."""
    assert withdrawn(CHIDI, "").keep == ()


def test_a_marker_stays_and_the_words_are_erased() -> None:
    """The record stays honest, and the author keeps control."""
    effects = withdrawn(CHIDI, "yes")

    assert effects.keep == (replace(NOTE, state=ContributionState.WITHDRAWN, state_on=TODAY),)
    assert effects.erase == (NOTE.id,)
    assert effects.posts[0].message.below[0].phrase.key == "write_minority_note-withdrawn"


@pytest.mark.parametrize("who", [ADA, BEN])
def test_nobody_else_takes_it_back(who: Member) -> None:
    """Facilitators neither."""
    with pytest.raises(NotAllowed):
        withdrawn(who, "yes")


def test_what_is_gone_is_gone() -> None:
    """And an unknown button does nothing."""
    with pytest.raises(NotFound):
        withdrawn(CHIDI, "yes", replace(NOTE, state=ContributionState.WITHDRAWN))
    with pytest.raises(NotFound):
        withdrawn(CHIDI, "other")

"""Signing somebody else's note."""

from dataclasses import replace

import pytest

from bot.actions.sign_minority_note import sign_minority_note
from bot.dialogue.contributions import ContributionState
from bot.dialogue.dissent import Notes
from bot.dialogue.members import Member
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.asking import Asking
from tests.people import ADA, BEN, CHIDI, asking, pressed
from tests.statements import CLOSED, NOTE, in_check_in

SIGN = Ticket(Action.SIGN_MINORITY_NOTE, NOTE.id)
BACK = Ticket(Action.SIGN_MINORITY_NOTE, NOTE.id, "back")


def here(member: Member) -> Asking:
    """Return who asks, beside the note."""
    return asking(member, CLOSED, Notes((NOTE,)), in_check_in())


def test_a_name_is_added_once_and_taken_back() -> None:
    """Whoever signs can think again."""
    signed = replace(NOTE, signed_by=(ADA.id, BEN.id))

    assert sign_minority_note(replace(NOTE, signed_by=(ADA.id,)), here(BEN), pressed(BEN, SIGN)).keep == (
        signed,
    )
    assert sign_minority_note(signed, here(BEN), pressed(BEN, SIGN)).keep == (signed,)
    assert sign_minority_note(signed, here(BEN), pressed(BEN, BACK)).keep == (
        replace(NOTE, signed_by=(ADA.id,)),
    )


def test_one_does_not_sign_ones_own_or_what_is_gone() -> None:
    """The author's name stands above it already."""
    gone = replace(NOTE, state=ContributionState.WITHDRAWN)
    with pytest.raises(NotAllowed):
        sign_minority_note(NOTE, here(CHIDI), pressed(CHIDI, SIGN))
    with pytest.raises(NotFound):
        sign_minority_note(gone, here(BEN), pressed(BEN, SIGN))
    with pytest.raises(NotFound):
        sign_minority_note(NOTE, here(BEN), pressed(BEN, Ticket(Action.SIGN_MINORITY_NOTE, NOTE.id, "x")))

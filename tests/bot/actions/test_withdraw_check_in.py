"""Withdrawing a check-in: with a reason, and what was responded stays sealed."""

import pytest

from bot.actions.withdraw_check_in import offer_withdraw_check_in, withdraw_check_in
from bot.dialogue.check_ins import CheckIn, CheckInState
from bot.dialogue.readings import Reading
from bot.dialogue.tickets import Action, Ticket
from bot.errors import CheckInClosed
from bot.speech.effects import Deed, OpenForm, RejectForm
from tests.people import ADA, MONDAY, asking, pressed, sent
from tests.statements import CHECK_IN, CLOSED, STATEMENT

TICKET = Ticket(Action.WITHDRAW_CHECK_IN, CHECK_IN.id)


def test_it_ends_without_a_result_and_says_why() -> None:
    """The reason stands in the record, in the place and in the ledger."""
    effects = withdraw_check_in(CHECK_IN, asking(ADA), sent(ADA, TICKET, MONDAY, reason="Wrong text."))

    (check_in,) = effects.keep
    assert isinstance(check_in, CheckIn)
    assert (check_in.state, check_in.reading) == (CheckInState.WITHDRAWN, Reading.WITHDRAWN)
    assert (check_in.because, check_in.closed_at) == ("Wrong text.", MONDAY)
    assert effects.cancel == (CHECK_IN.closing,)
    assert effects.deed == Deed(action=Action.WITHDRAW_CHECK_IN, target=STATEMENT.id, reason="Wrong text.")


def test_it_needs_a_reason_and_a_check_in_that_is_open() -> None:
    """What was read cannot be withdrawn."""
    assert isinstance(offer_withdraw_check_in(CHECK_IN, asking(ADA), pressed(ADA, TICKET)).reply, OpenForm)
    refused = withdraw_check_in(CHECK_IN, asking(ADA), sent(ADA, TICKET, MONDAY, reason=" "))
    assert isinstance(refused.reply, RejectForm)
    with pytest.raises(CheckInClosed):
        offer_withdraw_check_in(CLOSED, asking(ADA), pressed(ADA, TICKET))

"""Extending a check-in: once, and only after its time was up with too few responses."""

from dataclasses import replace

import pytest

from bot.actions.extend_check_in import extend_check_in
from bot.dialogue.check_ins import CheckIn, Extension
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.tickets import Action, Ticket
from bot.errors import CheckInClosed, NotAllowed
from bot.speech.effects import Deed
from tests.people import A_DAY, A_WEEK, ADA, MONDAY, asking, pressed
from tests.statements import CHECK_IN, CLOSED, STATEMENT

TICKET = Ticket(Action.EXTEND_CHECK_IN, CHECK_IN.id)
OFFERED = replace(CHECK_IN, extension=Extension.OFFERED, moves=1)


def test_it_stays_open_for_as_long_again() -> None:
    """The members see until when, and the ledger who did it."""
    effects = extend_check_in(OFFERED, asking(ADA), pressed(ADA, TICKET))

    check_in, closing = effects.keep
    assert isinstance(check_in, CheckIn)
    assert isinstance(closing, Occurrence)
    assert (check_in.closes_at, check_in.extension) == (MONDAY + 5 * A_DAY, Extension.TAKEN)
    assert closing.due == check_in.closes_at
    assert (closing.id, effects.cancel) == (check_in.closing, (OFFERED.closing,))
    assert effects.deed == Deed(action=Action.EXTEND_CHECK_IN, target=STATEMENT.id)


@pytest.mark.parametrize("extension", [Extension.NONE, Extension.TAKEN])
def test_it_is_not_extended_before_or_twice(extension: Extension) -> None:
    """Whoever could extend at any time would learn how many have responded."""
    with pytest.raises(NotAllowed):
        extend_check_in(replace(CHECK_IN, extension=extension), asking(ADA), pressed(ADA, TICKET))


def test_a_check_in_that_closed_stays_closed() -> None:
    """What was read stays as it was."""
    for check_in in (CLOSED, replace(OFFERED, closes_at=MONDAY - A_WEEK)):
        with pytest.raises(CheckInClosed):
            extend_check_in(check_in, asking(ADA), pressed(ADA, TICKET))

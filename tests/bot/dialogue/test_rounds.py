"""When a round takes answers."""

from dataclasses import replace

import pytest

from bot.dialogue.framework import Mechanism
from bot.dialogue.rounds import DEFAULT_REVEAL, Round
from bot.errors import RoundClosed
from bot.words import Phrase
from tests.people import A_MINUTE, A_WEEK, MONDAY, a_preview, a_round

ROUND = a_round()


def test_a_round_is_open_until_its_time_comes() -> None:
    """The last minute belongs to it, the closing time no longer."""
    assert ROUND.is_open(MONDAY)
    assert ROUND.is_open(ROUND.closes_at - A_MINUTE)
    assert not ROUND.is_open(ROUND.closes_at)
    ROUND.require_open(MONDAY)


@pytest.mark.parametrize(
    "round",
    [a_preview(), replace(ROUND, closed_at=MONDAY - A_MINUTE), replace(ROUND, closes_at=MONDAY)],
    ids=["preview", "closed by hand", "its time came"],
)
def test_a_round_that_is_not_open_refuses(round: Round) -> None:
    """A pass after the close would change what was read there."""
    with pytest.raises(RoundClosed) as refusal:
        round.require_open(MONDAY)

    assert refusal.value.phrase == Phrase("refusals-round-closed")


def test_a_closed_round_was_opened_all_the_same() -> None:
    """Late words are kept, so only a preview refuses them."""
    replace(ROUND, closed_at=MONDAY).require_opened()
    ROUND.require_opened()


def test_a_preview_refuses_answers() -> None:
    """Nobody but its facilitator has seen the question."""
    with pytest.raises(RoundClosed) as refusal:
        a_preview().require_opened()

    assert refusal.value.phrase == Phrase("refusals-round-not-open-yet")


def test_a_round_does_not_open_again_by_waiting() -> None:
    """Closed by hand, it stays closed although its time is still to come."""
    assert not replace(ROUND, closed_at=MONDAY).is_open(MONDAY + A_WEEK)


def test_every_mechanism_has_its_usual_reveal() -> None:
    """A question that is posted without thinking about it should lean on nobody's first answer."""
    assert set(DEFAULT_REVEAL) == set(Mechanism)

"""How much one member may send in a while."""

from datetime import timedelta

import pytest

from bot.dialogue.limits import UNLIMITED, Limits, require_stances_left, require_words_left
from bot.errors import NotAllowed
from bot.words import Phrase
from tests.people import MONDAY

LIMITS = Limits(words_a_minute=2, words_a_day=4, stances_a_minute=3)
SECOND = timedelta(seconds=1)


def test_the_usual_limits_are_those_of_a_person_who_types() -> None:
    """Ten texts a minute and a hundred a day; stances are quicker (`decisions.md` 22)."""
    assert Limits() == Limits(words_a_minute=10, words_a_day=100, stances_a_minute=120)


def test_what_is_within_the_limits_passes() -> None:
    """One below each limit is the last that goes through."""
    require_words_left([], MONDAY, LIMITS)
    require_words_left([MONDAY - SECOND, *[MONDAY - 61 * SECOND] * 2], MONDAY, LIMITS)
    require_stances_left(2, LIMITS)


def test_too_much_within_a_minute_has_to_wait_a_little() -> None:
    """Nobody floods a dialogue by holding down a key."""
    with pytest.raises(NotAllowed) as refusal:
        require_words_left([MONDAY, MONDAY - 59 * SECOND], MONDAY, LIMITS)

    assert refusal.value.phrase == Phrase("refusals-too-fast", {"most": 2})


def test_a_minute_later_it_passes_again() -> None:
    """The limit is about flooding, not about people who have much to say."""
    require_words_left([MONDAY - 60 * SECOND] * 2, MONDAY, LIMITS)


def test_too_much_within_a_day_has_to_wait_until_tomorrow() -> None:
    """A patient flood is a flood."""
    earlier = [MONDAY - timedelta(hours=hours) for hours in range(1, 5)]

    with pytest.raises(NotAllowed) as refusal:
        require_words_left(iter(earlier), MONDAY, LIMITS)

    assert refusal.value.phrase == Phrase("refusals-too-many-today", {"most": 4})


def test_too_many_stances_within_a_minute_have_to_wait() -> None:
    """Nobody gives them that fast by hand."""
    with pytest.raises(NotAllowed) as refusal:
        require_stances_left(3, LIMITS)

    assert refusal.value.phrase == Phrase("refusals-too-fast", {"most": 3})


def test_a_conversation_that_took_place_can_be_replayed() -> None:
    """Thousands of statements with the same moment are history, not a flood."""
    require_words_left([MONDAY] * 10_000, MONDAY, UNLIMITED)
    require_stances_left(10_000, UNLIMITED)

"""How an author is shown, and what may honestly be promised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.attribution import ALL_LEVELS, FEWEST_FOR_HIDING, Attribution, honest_levels, require_honest
from bot.errors import NotAllowed
from bot.words import Phrase

NAMED, CHOSEN_NAME, UNNAMED = ALL_LEVELS
ANY_LEVELS = st.lists(st.sampled_from(ALL_LEVELS), unique=True, min_size=1).map(tuple)


def test_five_people_are_enough_to_leave_the_name_off() -> None:
    """The limit itself is on the honest side."""
    assert honest_levels(ALL_LEVELS, 5) == ALL_LEVELS
    require_honest(UNNAMED, ALL_LEVELS, 5)


def test_four_people_are_not_offered_to_hide() -> None:
    """Among four, leaving the name off hides nobody, and to offer it would be a false promise."""
    assert honest_levels(ALL_LEVELS, 4) == (NAMED, CHOSEN_NAME)


def test_where_only_hiding_was_offered_a_few_people_can_still_speak() -> None:
    """A round without any level left would shut everybody out."""
    assert honest_levels((UNNAMED,), 2) == (NAMED,)
    require_honest(NAMED, (UNNAMED,), 2)


def test_hiding_among_few_is_refused_with_the_reason() -> None:
    """Somebody who asked to be hidden must learn why that would not be true."""
    with pytest.raises(NotAllowed) as refusal:
        require_honest(UNNAMED, ALL_LEVELS, 4)

    assert refusal.value.phrase == Phrase("contribute-too-few-to-hide", {"eligible": 4, "fewest": 5})


@pytest.mark.parametrize(
    ("level", "offered", "eligible"),
    [(UNNAMED, (NAMED, CHOSEN_NAME), 20), (NAMED, (CHOSEN_NAME, UNNAMED), 20), (CHOSEN_NAME, (UNNAMED,), 2)],
)
def test_a_level_that_is_not_offered_is_refused(
    level: Attribution, offered: tuple[Attribution, ...], eligible: int
) -> None:
    """What a form does not offer can still be sent by hand; it is checked again."""
    with pytest.raises(NotAllowed) as refusal:
        require_honest(level, offered, eligible)

    assert refusal.value.phrase == Phrase("contribute-level-not-offered")


@given(ANY_LEVELS, st.integers(0, 1000))
def test_something_honest_is_always_offered(offered: tuple[Attribution, ...], eligible: int) -> None:
    """Whatever a round offers and however few there are, there is a way to speak, and it is accepted."""
    levels = honest_levels(offered, eligible)

    assert levels
    assert UNNAMED not in levels or eligible >= FEWEST_FOR_HIDING
    for level in levels:
        require_honest(level, offered, eligible)

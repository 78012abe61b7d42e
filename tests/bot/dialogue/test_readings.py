"""What the counts of a check-in suggest, row by row, and what must hold for all of them."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.readings import Reading, Stakes, concentrated, read_gradients, suggested_quorum
from bot.dialogue.scales import RESIST, Gradient

SAID = {
    "e": Gradient.ENDORSE,
    "m": Gradient.MINOR_POINT,
    "r": Gradient.RESERVATIONS,
    "a": Gradient.ABSTAIN,
    "d": Gradient.MORE_DISCUSSION,
    "w": Gradient.DISLIKE_WILL_SUPPORT,
    "s": Gradient.SERIOUS_DISAGREEMENT,
    "v": Gradient.VETO,
}
AGREEMENTS = {Reading.AGREED, Reading.AGREED_WITH_RECORDED_DISSENT}
RESPONSES = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=2), st.sampled_from(Gradient), max_size=20
)


def said(letters: str) -> Mapping[str, Gradient]:
    """Return responses, one person a letter."""
    return {f"person {place}": SAID[letter] for place, letter in enumerate(letters)}


@pytest.mark.parametrize(
    ("letters", "quorum", "stakes", "reading"),
    [
        ("", 3, Stakes.NORMAL, Reading.INCONCLUSIVE),
        ("ee", 3, Stakes.NORMAL, Reading.INCONCLUSIVE),
        ("ev", 3, Stakes.NORMAL, Reading.INCONCLUSIVE),
        ("eee", 3, Stakes.NORMAL, Reading.AGREED),
        ("emr", 3, Stakes.NORMAL, Reading.AGREED),
        ("eeeev", 3, Stakes.NORMAL, Reading.BLOCKED),
        ("eeees", 3, Stakes.NORMAL, Reading.MORE_DIALOGUE),
        ("eeeed", 3, Stakes.NORMAL, Reading.MORE_DIALOGUE),
        ("eeaaa", 3, Stakes.NORMAL, Reading.INCONCLUSIVE),
        ("eeeeaa", 3, Stakes.NORMAL, Reading.AGREED),
        ("err", 3, Stakes.NORMAL, Reading.MORE_DIALOGUE),
        ("eerr", 3, Stakes.NORMAL, Reading.AGREED),
        ("eerr", 3, Stakes.HIGH, Reading.MORE_DIALOGUE),
        ("eeer", 3, Stakes.HIGH, Reading.AGREED),
        ("errr", 3, Stakes.LOW, Reading.AGREED),
        ("errrr", 3, Stakes.LOW, Reading.MORE_DIALOGUE),
        ("rrr", 3, Stakes.LOW, Reading.MORE_DIALOGUE),
        ("eeew", 3, Stakes.NORMAL, Reading.AGREED_WITH_RECORDED_DISSENT),
        ("ee", 2, Stakes.NORMAL, Reading.AGREED),
    ],
)
def test_counts_are_read_as_the_method_says(
    letters: str, quorum: int, stakes: Stakes, reading: Reading
) -> None:
    """The rows of the method are the specification."""
    assert read_gradients(said(letters), {}, quorum, stakes) is reading


@pytest.mark.parametrize(
    ("eligible", "quorum"), [(1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (6, 4), (9, 6), (12, 8), (100, 67)]
)
def test_the_quorum_is_two_thirds(eligible: int, quorum: int) -> None:
    """At least three, of two people both, and never more than are asked."""
    assert suggested_quorum(eligible) == quorum


def test_a_group_that_resists_is_not_outvoted() -> None:
    """A majority of others must not read over those whom it concerns most."""
    responses = said("eeeeeeeeww")
    roles = {"residents": {"person 7", "person 8", "person 9"}}

    assert concentrated(responses, roles, RESIST)
    assert read_gradients(responses, roles, 3) is Reading.MORE_DIALOGUE
    assert not concentrated(responses, {"residents": {"person 8", "person 9"}}, RESIST)


@given(RESPONSES, st.integers(1, 30), st.sampled_from(Stakes))
def test_nothing_reads_as_agreed_below_quorum(
    responses: Mapping[str, str], quorum: int, stakes: Stakes
) -> None:
    """Silence is silence: whoever did not respond has not agreed."""
    reading = read_gradients(responses, {}, quorum, stakes)

    assert len(responses) >= quorum or reading not in AGREEMENTS


@given(RESPONSES, st.sampled_from(Stakes))
def test_whoever_disagrees_seriously_keeps_it_from_reading_as_agreed(
    responses: Mapping[str, str], stakes: Stakes
) -> None:
    """No count of others outweighs it."""
    strong = {Gradient.SERIOUS_DISAGREEMENT, Gradient.VETO, Gradient.MORE_DISCUSSION}

    assert not strong & set(responses.values()) or read_gradients(responses, {}, 1, stakes) not in AGREEMENTS

"""What the counts of a check-in suggest, row by row, and what must hold for all of them."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.methods import MANNERS, Method
from bot.dialogue.readings import (
    AGREEMENTS,
    Reading,
    Stakes,
    Weighed,
    concentrated,
    holds_open,
    read,
    read_consensus,
    read_consent,
    read_fist,
    read_gradients,
    read_two_person,
    suggested_quorum,
)
from bot.dialogue.scales import CONSENSUS, CONSENT, GRADIENTS_2014, Gradient, Scale

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
    ("unresolved", "responded", "edition", "reading"),
    [
        (0, 3, 1, Reading.AGREED_FOR_NOW),
        (0, 2, 1, Reading.INCONCLUSIVE),
        (1, 3, 1, Reading.MORE_DIALOGUE),
        (1, 1, 1, Reading.MORE_DIALOGUE),
        (2, 3, 2, Reading.MORE_DIALOGUE),
        (1, 3, 3, Reading.NOT_AGREED),
        (1, 1, 4, Reading.NOT_AGREED),
        (0, 3, 4, Reading.AGREED_FOR_NOW),
    ],
)
def test_consent_is_read_as_the_method_says(
    unresolved: int, responded: int, edition: int, reading: Reading
) -> None:
    """One objection is enough, however few responded; after three editions the group has tried enough."""
    given = {f"person {place}": "consent" for place in range(responded)}

    assert read_consent(unresolved, given, edition, 3) is reading


CONSENSUS_SAID = {"a": "agree", "r": "reservations", "s": "stand_aside", "b": "block", "x": "abstain"}


@pytest.mark.parametrize(
    ("letters", "reading"),
    [
        ("aa", Reading.INCONCLUSIVE),
        ("ab", Reading.INCONCLUSIVE),
        ("aaa", Reading.AGREED),
        ("aar", Reading.AGREED_WITH_RECORDED_DISSENT),
        ("aaaab", Reading.BLOCKED),
        ("aaaas", Reading.AGREED_WITH_RECORDED_DISSENT),
        ("aaas", Reading.MORE_DIALOGUE),
        ("a" * 17 + "sss", Reading.MORE_DIALOGUE),
        ("a" * 17 + "ss", Reading.AGREED_WITH_RECORDED_DISSENT),
        ("axx", Reading.INCONCLUSIVE),
        ("aax", Reading.AGREED),
    ],
)
def test_consensus_is_read_as_the_method_says(letters: str, reading: Reading) -> None:
    """A block is never outvoted, and many who stand aside are more than a detail."""
    given = {f"person {place}": CONSENSUS_SAID[letter] for place, letter in enumerate(letters)}

    assert read_consensus(given, {}, 3) is reading


def test_a_group_that_stands_aside_together_is_heard() -> None:
    """Two of ten are few; two of three residents are not."""
    given = {f"person {place}": "stand_aside" if place < 2 else "agree" for place in range(10)}
    roles = {"residents": {"person 0", "person 1", "person 2"}}

    assert read_consensus(given, roles, 3) is Reading.MORE_DIALOGUE
    assert read_consensus(given, {}, 3) is Reading.AGREED_WITH_RECORDED_DISSENT


@pytest.mark.parametrize(
    ("hands", "reading"),
    [
        ("55", Reading.INCONCLUSIVE),
        ("50", Reading.INCONCLUSIVE),
        ("550", Reading.BLOCKED),
        ("551", Reading.MORE_DIALOGUE),
        ("552", Reading.MORE_DIALOGUE),
        ("333", Reading.MORE_DIALOGUE),
        ("334", Reading.AGREED),
        ("335", Reading.AGREED),
    ],
)
def test_hands_are_read_as_the_method_says(hands: str, reading: Reading) -> None:
    """That nobody is against it is not yet that somebody wants it."""
    assert read_fist({f"person {place}": hand for place, hand in enumerate(hands)}, 3) is reading


@pytest.mark.parametrize(
    ("first", "second", "reading"),
    [
        ("yes", "", Reading.INCONCLUSIVE),
        ("not_yet", "", Reading.INCONCLUSIVE),
        ("yes", "yes", Reading.AGREED),
        ("yes", "yes_if", Reading.MORE_DIALOGUE),
        ("yes_if", "not_yet", Reading.NOT_AGREED),
        ("yes", "not_yet", Reading.NOT_AGREED),
    ],
)
def test_two_people_are_read_as_the_method_says(first: str, second: str, reading: Reading) -> None:
    """Nobody outvotes anybody between two."""
    given = {name: key for name, key in (("Ada", first), ("Ben", second)) if key}

    assert read_two_person(given) is reading


@pytest.mark.parametrize("method", [Method.SENSE_CHECK, Method.RINGS_TRUE, Method.FIRMNESS])
def test_what_leads_to_no_decision_is_not_read(method: Method) -> None:
    """A sense check is a tone, whatever everybody said."""
    assert read(method, Weighed(responses={"Ada": "looks_good"}, quorum=1)) is None


@pytest.mark.parametrize(("scale", "key"), [(CONSENT, "question"), (CONSENSUS, "need_info")])
def test_nothing_is_read_while_a_question_waits(scale: Scale, key: str) -> None:
    """Whoever needs to know something first has not said yes."""
    given = {"Ada": "consent", "Ben": key}

    assert holds_open(scale, given)
    assert not holds_open(scale, {"Ada": "consent"})
    held = Weighed(responses=given, quorum=1, is_held=True)
    assert read(Method.CONSENT, held) is Reading.INCONCLUSIVE


KEYS_OF = {method: tuple(manner.scale.labels) for method, manner in MANNERS.items()}


@given(st.data(), st.sampled_from(Method), st.integers(0, 9), st.integers(1, 5))
def test_no_method_reads_as_agreed_below_quorum(
    data: st.DataObject, method: Method, eligible: int, edition: int
) -> None:
    """Silence is silence, in every way of asking."""
    people = [f"person {place}" for place in range(eligible)]
    given = {who: key for who in people if (key := data.draw(st.sampled_from((*KEYS_OF[method], ""))))}
    scale = MANNERS[method].scale
    quorum = suggested_quorum(2 if method is Method.TWO_PERSON else eligible)
    stops = sum(key in scale.stops for key in given.values())
    weighed = Weighed(responses=given, quorum=quorum, unresolved=stops, edition=edition)

    reading = read(method, weighed)

    assert len(given) >= quorum or reading not in AGREEMENTS
    assert not stops or reading not in AGREEMENTS
    assert reading not in {Reading.AGREED_TO_DIFFER, Reading.WITHDRAWN}


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

    assert concentrated(responses, roles, GRADIENTS_2014.resists)
    assert read_gradients(responses, roles, 3) is Reading.MORE_DIALOGUE
    assert not concentrated(responses, {"residents": {"person 8", "person 9"}}, GRADIENTS_2014.resists)


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

"""The three signs that it was a dialogue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.turns import Signs, Turn, TurnKind, dialogue_signs
from bot.identifiers import ContributionId, MemberId

ADA, BEN, CHIDI = MemberId("ada"), MemberId("ben"), MemberId("chidi")
NOBODY = MemberId("")


def turn(author: MemberId, what: str, to_author: MemberId, to: str, kind: TurnKind = TurnKind.BUILD) -> Turn:
    """Return a turn."""
    return Turn(author, ContributionId(what), to_author, ContributionId(to), kind)


def test_answers_alone_are_no_dialogue() -> None:
    """Collecting views is a survey, and the bot does not call it more."""
    signs = dialogue_signs([], set())

    assert signs == Signs(mutuality=False, clarification=False, insight=False)
    assert signs.label == "collected"
    assert signs.missing == ("mutuality", "clarification", "insight")


def test_turns_in_both_directions_are_mutual() -> None:
    """Two people heard each other."""
    signs = dialogue_signs([turn(BEN, "2", ADA, "1"), turn(ADA, "3", BEN, "2")], set())

    assert signs == Signs(mutuality=True, clarification=False, insight=False)
    assert signs.label == "begun"
    assert signs.missing == ("clarification", "insight")


def test_turns_in_one_direction_are_not_mutual() -> None:
    """Three people who all answer the first are still not answered."""
    turns = [turn(BEN, "2", ADA, "1"), turn(CHIDI, "3", BEN, "2"), turn(ADA, "4", CHIDI, "3")]

    assert not dialogue_signs(turns, set()).mutuality


def test_a_question_that_somebody_else_answered_is_clarified() -> None:
    """Anybody but the asker may answer it."""
    asked = turn(BEN, "2", ADA, "1", TurnKind.QUESTION)

    for author in (ADA, CHIDI):
        signs = dialogue_signs([asked, turn(author, "3", BEN, "2", TurnKind.ANSWER)], set())
        assert signs.clarification


@pytest.mark.parametrize(
    "second",
    [
        turn(BEN, "3", BEN, "2", TurnKind.ANSWER),
        turn(ADA, "3", BEN, "2", TurnKind.THANKS),
        turn(ADA, "3", BEN, "9", TurnKind.ANSWER),
    ],
    ids=["the asker answers", "thanks are no answer", "another one is answered"],
)
def test_a_question_that_nobody_answered_clarifies_nothing(second: Turn) -> None:
    """The sign stands for an exchange, not for a question mark."""
    asked = turn(BEN, "2", ADA, "1", TurnKind.QUESTION)

    assert not dialogue_signs([asked, second], set()).clarification


def test_talking_to_oneself_is_no_dialogue() -> None:
    """Somebody may go on with their own words; that is no turn between people."""
    turns = [turn(BEN, "2", BEN, "1", TurnKind.QUESTION), turn(BEN, "3", BEN, "2", TurnKind.ANSWER)]

    assert dialogue_signs(turns, set()).label == "collected"


def test_words_of_nobody_known_show_no_exchange() -> None:
    """An erased author could be anybody, also the one who answered."""
    turns = [turn(NOBODY, "2", ADA, "1"), turn(ADA, "3", NOBODY, "2")]

    assert not dialogue_signs(turns, set()).mutuality


def test_all_three_signs_make_it_recorded() -> None:
    """Only then does the bot speak of dialogue without an addition."""
    asked = turn(BEN, "2", ADA, "1", TurnKind.QUESTION)
    answered = turn(ADA, "3", BEN, "2", TurnKind.ANSWER)

    signs = dialogue_signs([asked, answered], {ContributionId("3")})

    assert signs == Signs(mutuality=True, clarification=True, insight=True)
    assert signs.label == "recorded"
    assert signs.missing == ()


@given(
    st.lists(
        st.builds(
            Turn,
            st.sampled_from([ADA, BEN, NOBODY]),
            st.sampled_from("123").map(ContributionId),
            st.sampled_from([ADA, BEN, NOBODY]),
            st.sampled_from("123").map(ContributionId),
            st.sampled_from(TurnKind),
        )
    ),
    st.integers(0, 8),
)
def test_more_turns_never_take_a_sign_away(turns: list[Turn], end: int) -> None:
    """A late answer must not undo the dialogue that was there before it."""
    before, after = dialogue_signs(turns[:end], set()), dialogue_signs(turns, set())

    assert set(after.missing) <= set(before.missing)

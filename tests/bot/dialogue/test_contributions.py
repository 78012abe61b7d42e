"""Who may do something with words, and which words are still there."""

import pytest

from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.errors import NotAllowed, NotFound
from bot.words import Phrase
from tests.people import ADA, BEN, a_contribution


def test_the_author_passes() -> None:
    """Whoever wrote it decides about it."""
    a_contribution(BEN).require_author(BEN.id)


def test_nobody_else_passes_facilitators_included() -> None:
    """No role lets anybody touch the words of somebody else."""
    with pytest.raises(NotAllowed) as refusal:
        a_contribution(BEN, 7).require_author(ADA.id)

    assert refusal.value.phrase == Phrase("refusals-only-author", {"number": 7})


def test_live_words_are_there() -> None:
    """The usual case."""
    a_contribution(BEN).require_live()


@pytest.mark.parametrize(
    "state", [ContributionState.HELD, ContributionState.WITHDRAWN, ContributionState.ERASED]
)
def test_words_that_are_gone_cannot_be_answered_or_changed(state: ContributionState) -> None:
    """A button under an old post can still be pressed."""
    with pytest.raises(NotFound) as refusal:
        a_contribution(BEN, 7, state=state).require_live()

    assert refusal.value.phrase == Phrase("refusals-words-gone", {"number": 7})


def test_a_pass_is_not_words() -> None:
    """There is nothing in it to change, to hide or to answer."""
    words = a_contribution(BEN)

    words.require_kind(ContributionKind.WORDS)
    with pytest.raises(NotFound):
        words.require_kind(ContributionKind.PASS)

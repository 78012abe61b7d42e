"""Taking one's own interpretation back."""

import pytest

from bot.actions.withdraw_interpretation import withdraw_interpretation
from bot.dialogue.contributions import ContributionState
from bot.dialogue.interpretations import Interpretation
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.effects import Effects, Reply, Say
from tests.notes import FROM_CHIDI, an_interpretation, with_interpretations
from tests.people import ADA, BEN, asking, pressed

PRIVATE = an_interpretation(BEN, FROM_CHIDI)
SHARED = an_interpretation(BEN, FROM_CHIDI, number=1)


def taken_back(before: Interpretation, choice: str) -> Effects[Reply]:
    """Ben presses the button."""
    ticket = Ticket(Action.WITHDRAW_INTERPRETATION, before.id, choice)
    return withdraw_interpretation(before, asking(BEN, with_interpretations(before)), pressed(BEN, ticket))


def test_a_private_one_leaves_nothing_at_all() -> None:
    """No marker: nobody else ever knew that it was there."""
    effects = taken_back(PRIVATE, "yes")

    assert (effects.keep, effects.posts, effects.erase) == ((), (), (PRIVATE.id,))


def test_a_shared_one_leaves_a_marker() -> None:
    """In the record and in its post."""
    effects = taken_back(SHARED, "yes")

    (gone,) = effects.keep
    assert isinstance(gone, Interpretation)
    assert gone.state is ContributionState.WITHDRAWN
    assert [part.phrase.key for part in effects.posts[0].message.below] == ["interpret-gone"]
    assert effects.posts[0].message.choices == ()


@pytest.mark.parametrize("before", [PRIVATE, SHARED])
def test_it_is_asked_first_and_only_its_author_is_asked(before: Interpretation) -> None:
    """A forged ticket finds nothing."""
    ticket = Ticket(Action.WITHDRAW_INTERPRETATION, before.id, "yes")
    asked = taken_back(before, "")

    assert isinstance(asked.reply, Say)
    assert asked.erase == ()
    with pytest.raises(NotFound):
        withdraw_interpretation(before, asking(ADA, with_interpretations(before)), pressed(ADA, ticket))
    with pytest.raises(NotFound):
        taken_back(before, "perhaps")

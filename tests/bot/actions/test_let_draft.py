"""Who drafts lines of the notes."""

import pytest

from bot.actions.let_draft import let_draft
from bot.dialogue.lines import Drafters, Drafting
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from tests.notes import with_notes
from tests.people import ADA, GARDEN, asking, pressed


def test_a_facilitator_lets_everybody_draft_and_the_group_is_told() -> None:
    """It stands in the ledger, as every act of a facilitator does."""
    ticket = Ticket(Action.LET_DRAFT, GARDEN.id, "everybody")

    effects = let_draft(GARDEN, asking(ADA, with_notes(())), pressed(ADA, ticket))

    assert effects.keep == (Drafters(id=GARDEN.id, dialogue=GARDEN.id, drafting=Drafting.EVERYBODY),)
    assert [post.message.phrase.key for post in effects.posts] == ["let_draft-everybody-now"]
    assert effects.deed is not None
    assert (effects.deed.action, effects.deed.target) == (Action.LET_DRAFT, "everybody")


def test_what_is_so_already_changes_nothing() -> None:
    """And no button says anything else."""
    here = asking(ADA, with_notes(()))

    again = let_draft(GARDEN, here, pressed(ADA, Ticket(Action.LET_DRAFT, GARDEN.id, "facilitators")))
    assert (again.keep, again.posts, again.deed) == ((), (), None)
    for choice in ("", "nobody"):
        with pytest.raises(NotFound):
            let_draft(GARDEN, here, pressed(ADA, Ticket(Action.LET_DRAFT, GARDEN.id, choice)))

"""Changing one's own interpretation."""

import pytest

from bot.actions.change_interpretation import change_interpretation, offer_change
from bot.dialogue.contributions import Revision
from bot.dialogue.interpretations import Interpretation, Sense, Sureness
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from tests.notes import FROM_CHIDI, an_interpretation, with_interpretations
from tests.people import ADA, BEN, CHIDI, MONDAY, asking, pressed, sent

NEW = Sense(notice="Three want it.", means="It will be done.", asks="Nothing.")
ANSWERS = {"notice": NEW.notice, "feel": "", "means": NEW.means, "asks": NEW.asks, "sureness": "sure"}
PRIVATE = an_interpretation(BEN, FROM_CHIDI)
SHARED = an_interpretation(BEN, FROM_CHIDI, number=1)


def changed(before: Interpretation, **answers: str) -> Effects[AfterForm]:
    """Ben sends the form in."""
    here = asking(BEN, with_interpretations(before), Recent(()))
    ticket = Ticket(Action.CHANGE_INTERPRETATION, before.id)
    return change_interpretation(before, here, sent(BEN, ticket, MONDAY, **answers))


def test_a_private_one_stays_private() -> None:
    """No version, no post: what nobody saw was never said."""
    effects = changed(PRIVATE, **ANSWERS)

    (kept,) = effects.keep
    assert isinstance(kept, Interpretation)
    assert (Sense.read(kept.draft), kept.sureness, kept.edits) == (NEW, Sureness.SURE, 0)
    assert effects.posts == ()


def test_a_shared_one_gets_a_further_version() -> None:
    """The earlier words stay in the record, and the post shows the new ones."""
    effects = changed(SHARED, **ANSWERS)

    kept, words = effects.keep
    assert isinstance(kept, Interpretation)
    assert isinstance(words, Revision)
    assert (kept.draft, kept.edits, words.number, Sense.read(words.body)) == ("", 1, 2, NEW)
    assert [str(post.id) for post in effects.posts] == [SHARED.id]
    assert "interpret-feel-said" not in [part.phrase.key for part in effects.posts[0].message.below]


@pytest.mark.parametrize("before", [PRIVATE, SHARED])
def test_the_form_opens_with_ones_own_words(before: Interpretation) -> None:
    """And comes back with what is wrong."""
    here = asking(BEN, with_interpretations(before))
    ticket = Ticket(Action.CHANGE_INTERPRETATION, before.id)
    opened = offer_change(before, here, pressed(BEN, ticket)).reply
    wrong = changed(before, **(ANSWERS | {"means": ""})).reply

    assert isinstance(opened, OpenForm)
    assert opened.form.values["means"] == "It can be done."
    assert isinstance(wrong, RejectForm)


@pytest.mark.parametrize("before", [PRIVATE, SHARED])
@pytest.mark.parametrize("who", [ADA, CHIDI])
def test_nobody_changes_what_another_wrote(before: Interpretation, who: object) -> None:
    """With a forged ticket there is nothing to be found."""
    member = ADA if who is ADA else CHIDI
    here = asking(member, with_interpretations(before), Recent(()))
    ticket = Ticket(Action.CHANGE_INTERPRETATION, before.id)

    with pytest.raises(NotFound):
        offer_change(before, here, pressed(member, ticket))
    with pytest.raises(NotFound):
        change_interpretation(before, here, sent(member, ticket, MONDAY, **ANSWERS))

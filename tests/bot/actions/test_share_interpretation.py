"""Sharing what one takes from the record."""

from dataclasses import replace

import pytest

from bot.actions.share_interpretation import offer_share, share_interpretation
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState, Revision
from bot.dialogue.interpretations import Interpretation, Sense
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from tests.notes import FROM_CHIDI, SENSE, an_interpretation, with_interpretations
from tests.people import ADA, BEN, CHIDI, MONDAY, TODAY, a_round, asking, pressed, sent

PRIVATE = an_interpretation(BEN, FROM_CHIDI)
TICKET = Ticket(Action.SHARE_INTERPRETATION, PRIVATE.id)


def shared(record: Record | None = None, **answers: str) -> Effects[AfterForm]:
    """Ben sends the form in."""
    here = asking(BEN, record or with_interpretations(PRIVATE))
    return share_interpretation(PRIVATE, here, sent(BEN, TICKET, MONDAY, **answers))


def test_its_author_chooses_when_and_under_which_name() -> None:
    """From then on it has a number, and its words are in the record."""
    other = an_interpretation(CHIDI, FROM_CHIDI, number=4)

    effects = shared(with_interpretations(PRIVATE, other), level="chosen_name", chosen_name="Otter")

    kept, words, member = effects.keep
    assert isinstance(kept, Interpretation)
    assert isinstance(words, Revision)
    assert (kept.number, kept.level, kept.shown_name, kept.shared_on, kept.draft) == (
        5,
        Attribution.CHOSEN_NAME,
        "Otter",
        TODAY,
        "",
    )
    assert (words.of, words.number, Sense.read(words.body)) == (PRIVATE.id, 1, SENSE)
    assert member == replace(BEN, chosen_name="Otter")
    (post,) = effects.posts
    assert str(post.id) == PRIVATE.id
    assert [part.phrase.key for part in post.message.below] == [
        "interpret-notice-said",
        "interpret-feel-said",
        "interpret-means-said",
        "interpret-asks-said",
        "interpret-sure-fairly",
        "interpret-reads",
    ]


def test_a_name_is_asked_for_and_none_can_be_left_off() -> None:
    """It is shown at once, so the time would tell who wrote it."""
    opened = offer_share(PRIVATE, asking(BEN, with_interpretations(PRIVATE)), pressed(BEN, TICKET)).reply
    unnamed = shared(level="unnamed").reply

    assert isinstance(opened, OpenForm)
    assert isinstance(unnamed, RejectForm)
    assert len(shared(level="named").keep) == 2


def test_nobody_shares_what_another_wrote() -> None:
    """Nor what is shared or gone already."""
    with pytest.raises(NotFound):
        offer_share(PRIVATE, asking(ADA, with_interpretations(PRIVATE)), pressed(ADA, TICKET))
    for before in (
        an_interpretation(BEN, FROM_CHIDI, number=1),
        replace(PRIVATE, state=ContributionState.WITHDRAWN),
    ):
        with pytest.raises(NotFound):
            offer_share(before, asking(BEN, with_interpretations(before)), pressed(BEN, TICKET))


def test_what_rests_on_sealed_words_waits_for_their_close() -> None:
    """What somebody has not answered yet must not reach them by a detour."""
    record = replace(with_interpretations(PRIVATE), rounds=(a_round(Reveal.ANSWER_FIRST),))

    with pytest.raises(NotAllowed):
        offer_share(PRIVATE, asking(BEN, record), pressed(BEN, TICKET))
    with pytest.raises(NotAllowed):
        shared(record, level="named")

"""All my words gone."""

from dataclasses import replace

import pytest

from bot.actions.erase import erase
from bot.dialogue.standing import Mine
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.effects import Effects, Say
from bot.speech.messages import Choice, Message
from bot.words import Phrase
from tests.people import BEN, GARDEN, a_contribution, asking, pressed

FIRST, SECOND = a_contribution(BEN, 1), a_contribution(BEN, 7)
MINE = Mine((FIRST, SECOND))
TICKET = Ticket(Action.ERASE, GARDEN.id)
YES = replace(TICKET, choice="yes")


def test_it_is_asked_first_what_will_be_gone() -> None:
    """How much it is, and that nothing of it can be called back; nothing happens yet."""
    effects = erase(GARDEN, asking(BEN, MINE), pressed(BEN, TICKET))

    yes = Choice(Phrase("erase-yes-choice"), YES)
    assert effects == Effects(reply=Say(Message(Phrase("erase-sure", {"count": 2}), (yes,))))


def test_a_yes_erases_everything_of_this_person() -> None:
    """Every contribution, and with the member every stance, name and thing that waits."""
    effects = erase(GARDEN, asking(BEN, MINE), pressed(BEN, YES))

    assert effects == Effects(
        reply=Say(Message(Phrase("erase-done"))),
        erase=(FIRST.id, SECOND.id),
        erase_member=BEN.id,
        settled=(FIRST.id, SECOND.id),
    )


def test_somebody_who_wrote_nothing_can_be_erased_too() -> None:
    """Name, yes and stances are theirs as well."""
    effects = erase(GARDEN, asking(BEN, Mine(())), pressed(BEN, YES))

    assert (effects.erase, effects.erase_member) == ((), BEN.id)


def test_a_button_that_was_never_ours_erases_nothing() -> None:
    """What cannot be undone is done only when it was asked for in so many words."""
    with pytest.raises(NotFound, match="refusals-button"):
        erase(GARDEN, asking(BEN, MINE), pressed(BEN, replace(TICKET, choice="maybe")))

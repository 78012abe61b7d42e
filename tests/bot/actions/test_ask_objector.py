"""Asking whoever objects: once, and nothing about the objection changes."""

from dataclasses import replace

import pytest

from bot.actions.ask_objector import ask_objector
from bot.dialogue.objections import Objection, ObjectionState
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed
from bot.identifiers import MemberId
from bot.speech.effects import Deed, Effects, Reply
from tests.people import ADA, CHIDI, asking, pressed
from tests.statements import OBJECTION, STATEMENT


def asked(objection: Objection = OBJECTION) -> Effects[Reply]:
    """Ada asks."""
    return ask_objector(objection, asking(ADA), pressed(ADA, Ticket(Action.ASK_OBJECTOR, objection.id)))


def test_the_author_is_told_and_the_ledger_says_who_asked() -> None:
    """It stays an objection until they say otherwise."""
    effects = asked()

    assert effects.keep == (replace(OBJECTION, was_asked=True),)
    assert [(told.member, told.action) for told in effects.tell] == [(CHIDI.id, Action.SETTLE_OBJECTION)]
    assert effects.deed == Deed(action=Action.ASK_OBJECTOR, target=STATEMENT.id)


@pytest.mark.parametrize(
    "objection",
    [
        replace(OBJECTION, was_asked=True),
        replace(OBJECTION, standing=ObjectionState.MET),
        replace(OBJECTION, member=MemberId("")),
    ],
)
def test_it_is_asked_once_and_only_while_it_matters(objection: Objection) -> None:
    """To ask again and again would be to press."""
    with pytest.raises(NotAllowed):
        asked(objection)

"""Asking everybody to say something in their own words."""

from dataclasses import replace

import pytest

from bot.actions.understand import offer_understand, understand
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Stage, UnderstandingCheck
from bot.errors import DialogueClosed, NotAllowed, NotFound
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from tests.notes import PEOPLE, with_notes
from tests.people import ADA, EVERYBODY, GARDEN, MONDAY, asking, pressed, sent, typed
from tests.understandings import CHECK, with_checks

TICKET = Ticket(Action.UNDERSTAND, GARDEN.id)
GOOD = {"question": "Why this?", "closes": "in 3 days at 18:00", "levels": "named,unnamed"}


def asked(**answers: str) -> Effects[AfterForm]:
    """Ada sends the form in."""
    return understand(GARDEN, asking(ADA, with_checks(CHECK)), sent(ADA, TICKET, MONDAY, **answers))


def test_question_and_people_are_fixed_and_the_close_is_planned() -> None:
    """Who comes later was not asked."""
    effects = asked(**GOOD)

    check, closing = effects.keep
    assert isinstance(check, UnderstandingCheck)
    assert isinstance(closing, Occurrence)
    assert (check.number, check.question, check.stage, check.quorum) == (2, "Why this?", Stage.RESTATING, 3)
    assert set(check.eligible) == {member.id for member in EVERYBODY}
    assert closing.ticket == Ticket(Action.CLOSE_UNDERSTANDING, check.id)
    assert closing.due == check.closes_at
    assert [post.message.phrase.key for post in effects.posts] == ["understand-asked"]
    assert effects.deed is not None


def test_what_is_missing_is_said_beside_its_field() -> None:
    """A question, a time, and a way to be shown."""
    reply = asked(question="", closes="never", levels="").reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"question", "closes", "levels"}


def test_a_question_of_the_library_can_be_named() -> None:
    """And changed before it is asked."""
    here = asking(ADA, with_notes(()))
    named = offer_understand(GARDEN, here, typed(ADA, TICKET, prompt="int-1")).reply
    usual = offer_understand(GARDEN, here, pressed(ADA, TICKET)).reply

    assert isinstance(named, OpenForm)
    assert isinstance(usual, OpenForm)
    assert named.form.values["question"] == "What brings you here?"
    assert usual.form.values["question"] == ""
    with pytest.raises(NotFound):
        offer_understand(GARDEN, here, typed(ADA, TICKET, prompt="xyz-1"))


def test_nobody_is_asked_alone_or_after_the_end() -> None:
    """To understand each other takes two."""
    alone = with_notes((), people=PEOPLE[:1])

    with pytest.raises(NotAllowed):
        offer_understand(GARDEN, asking(ADA, alone), pressed(ADA, TICKET))
    ended = replace(GARDEN, state=DialogueState.CLOSED)
    with pytest.raises(DialogueClosed):
        offer_understand(ended, asking(ADA, alone), pressed(ADA, TICKET))

"""The question that a way back leads to."""

from dataclasses import replace

import pytest

from bot.actions.ask_again import ask_again, offer_again
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.rounds import Round
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.ways_back import LedTo
from bot.errors import NotFound, RoundClosed
from bot.speech.effects import OpenForm, RejectForm
from tests.people import ADA, MONDAY, a_preview, a_round, asking, pressed, sent
from tests.ways import WAY

OWN = Ticket(Action.ASK_AGAIN, WAY.id, "intentions.why")
TAKEN = Ticket(Action.ASK_AGAIN, WAY.id, "INT-1")
HERE = asking(ADA, LedTo(None))
ANSWERS = {"question": "Why are we here now?", "closes": "in 3 days", "reveal": "open", "levels": "named"}


def test_the_form_holds_the_question_that_was_taken() -> None:
    """Every word of it can still be changed."""
    reply = offer_again(WAY, HERE, pressed(ADA, TAKEN)).reply

    assert isinstance(reply, OpenForm)
    assert reply.form.values["question"] == "What brings you here?"
    assert reply.form.ticket == TAKEN


def test_the_question_and_the_way_back_name_each_other() -> None:
    """Both are kept: what the group came from, and what it came to."""
    effects = ask_again(WAY, HERE, sent(ADA, OWN, MONDAY, **ANSWERS))

    round, way = effects.keep
    assert isinstance(round, Round)
    assert (round.mechanism, round.theme, round.opened_at) == (Mechanism.INTENTIONS, Theme.WHY, None)
    assert way == replace(WAY, round=round.id)


@pytest.mark.parametrize("choice", ["dialogue.what", "PWR-1", "INT-99", ""])
def test_a_question_of_another_part_is_refused(choice: str) -> None:
    """The group was told to what it goes back."""
    with pytest.raises(NotFound):
        offer_again(WAY, HERE, pressed(ADA, replace(OWN, choice=choice)))


def test_one_way_back_leads_to_one_question() -> None:
    """A preview that was thrown away is followed by another; a question that was put is not."""
    preview, put = asking(ADA, LedTo(a_preview())), asking(ADA, LedTo(a_round()))

    assert ask_again(WAY, preview, sent(ADA, OWN, MONDAY, **ANSWERS)).keep
    with pytest.raises(RoundClosed):
        offer_again(WAY, put, pressed(ADA, OWN))
    with pytest.raises(RoundClosed):
        ask_again(WAY, put, sent(ADA, OWN, MONDAY, **ANSWERS))


def test_what_is_wrong_comes_back() -> None:
    """With what was typed, so that nothing is lost."""
    event = sent(ADA, OWN, MONDAY, **(ANSWERS | {"question": " "}))

    reply = ask_again(WAY, HERE, event).reply

    assert isinstance(reply, RejectForm)
    assert (set(reply.problems), reply.answers) == ({"question"}, event.answers)

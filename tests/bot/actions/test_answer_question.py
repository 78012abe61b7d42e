"""Answering a question that holds a check-in open."""

from dataclasses import replace

import pytest

from bot.actions.answer_question import answer_question, offer_answer_question
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.remarks import Remark, RemarkKind, Remarks
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import RemarkId
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from tests.people import A_DAY, A_WEEK, BEN, DANA, MONDAY, asking, pressed, sent
from tests.statements import CHECK_IN, QUESTION

TICKET = Ticket(Action.ANSWER_QUESTION, QUESTION.id)
HELD = replace(CHECK_IN, held_since=MONDAY, closes_at=MONDAY + A_WEEK, moves=1)
ANOTHER = replace(QUESTION, id=RemarkId("another"), member=DANA.id)


def answered(*remarks: Remark, check_in: CheckIn = HELD, body: str = "The council.") -> Effects[AfterForm]:
    """Dana answers Ben's question."""
    here = asking(DANA, check_in, Remarks((QUESTION, *remarks)), Recent(()))
    return answer_question(QUESTION, here, sent(DANA, TICKET, MONDAY, body=body, level="named"))


def test_the_answer_stands_under_the_question_and_who_asked_is_told() -> None:
    """They can then respond anew."""
    effects = answered()

    (answer,) = (fact for fact in effects.keep if isinstance(fact, Remark) and fact.version == 0)
    assert (answer.kind, answer.to) == (RemarkKind.ANSWER, QUESTION.id)
    assert replace(QUESTION, is_settled=True) in effects.keep
    assert str(effects.posts[0].id) == QUESTION.id
    assert [message.phrase.key for message in effects.posts[0].message.below] == ["answer_question-answered"]
    assert [(told.member, told.action) for told in effects.tell] == [(BEN.id, Action.RESPOND)]


def test_with_the_last_answer_the_check_in_goes_on() -> None:
    """For a day, so that whoever asked can respond; while another question waits it stays as it is."""
    (moved,) = (fact for fact in answered().keep if isinstance(fact, CheckIn))

    assert (moved.closes_at, moved.moves) == (MONDAY + A_DAY, 2)
    assert answered().cancel == (HELD.closing,)
    for still in (answered(ANOTHER), answered(check_in=CHECK_IN)):
        assert not [fact for fact in still.keep if isinstance(fact, CheckIn)]


def test_only_a_question_that_is_there_is_answered_in_words() -> None:
    """Everything else gets a clear no."""
    comment = replace(QUESTION, kind=RemarkKind.COMMENT)
    with pytest.raises(NotFound):
        offer_answer_question(comment, asking(DANA), pressed(DANA, TICKET))
    assert isinstance(offer_answer_question(QUESTION, asking(DANA), pressed(DANA, TICKET)).reply, OpenForm)
    assert isinstance(answered(body=" ").reply, RejectForm)

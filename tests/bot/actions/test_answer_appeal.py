"""Answering an appeal in words that everybody can read."""

from dataclasses import replace

import pytest

from bot.actions.answer_appeal import answer_appeal, offer_answer_appeal
from bot.dialogue.appeals import Appeal
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed
from bot.identifiers import AppealId, ContributionId, MemberId
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, RejectForm, Say
from bot.speech.messages import Form, Message
from bot.speech.telling import tell
from bot.words import Part, Phrase, Quote
from tests.people import ADA, BEN, GARDEN, MONDAY, SEED, asking, pressed, sent

MADE = Appeal(
    id=AppealId("appeal"), dialogue=GARDEN.id, member=BEN.id, about=ContributionId("ben-1"), made_at=MONDAY
)
ANSWERED = replace(MADE, answered_at=MONDAY)
TICKET = Ticket(Action.ANSWER_APPEAL, MADE.id)


def form(appeal: Appeal = MADE) -> Form:
    """Return the form that opens."""
    effects = offer_answer_appeal(appeal, asking(ADA), pressed(ADA, TICKET))
    assert isinstance(effects.reply, OpenForm)
    return effects.reply.form


def answered(appeal: Appeal = MADE, answer: str = "Shown again.") -> Effects[AfterForm]:
    """Ada sends the form in."""
    return answer_appeal(appeal, asking(ADA), sent(ADA, TICKET, answer=answer))


def test_the_words_of_the_appeal_stand_above_the_answer() -> None:
    """They are looked up at that moment, and the name of who wrote them is not asked for."""
    words = Phrase("answer_appeal-words", {"body": Quote(MADE.id)})
    about = Phrase("answer_appeal-about", {"number": Quote("ben-1", Part.NUMBER)})
    intro = Phrase("answer_appeal-intro")

    assert form().intro == (words, about, intro)
    assert form(replace(MADE, about=None)).intro == (words, intro)


def test_the_answer_reaches_the_member_and_the_ledger() -> None:
    """It leaves every facilitator's list, and leads the member to what it was about."""
    told = Phrase("answer_appeal-told", {"answer": "Shown again."})

    assert answered() == Effects(
        keep=(ANSWERED,),
        reply=Say(Message(Phrase("answer_appeal-done"))),
        tell=tell(SEED, BEN.id, told, Action.SHOW_ENTRY, "ben-1"),
        settled=(MADE.id,),
        deed=Deed(action=Action.ANSWER_APPEAL, target=MADE.id, reason="Shown again."),
    )


def test_an_answer_about_no_contribution_leads_to_the_ledger() -> None:
    """That is where the act is that was appealed against."""
    told = Phrase("answer_appeal-told", {"answer": "Shown again."})

    assert answered(replace(MADE, about=None)).tell == tell(SEED, BEN.id, told, Action.SHOW_LEDGER, GARDEN.id)


def test_an_answer_to_somebody_who_erased_everything_is_still_kept() -> None:
    """Nobody is left to tell; the group can read it."""
    effects = answered(replace(MADE, member=MemberId("")))

    assert effects.tell == ()
    assert effects.deed == Deed(action=Action.ANSWER_APPEAL, target=MADE.id, reason="Shown again.")


def test_an_appeal_is_answered_once() -> None:
    """Another facilitator may have been quicker."""
    with pytest.raises(NotAllowed) as refused:
        form(ANSWERED)
    with pytest.raises(NotAllowed) as refused_again:
        answered(ANSWERED)

    already = Phrase("answer_appeal-already")
    assert (refused.value.phrase, refused_again.value.phrase) == (already, already)


def test_an_empty_answer_is_given_back() -> None:
    """To say nothing is no answer."""
    assert answered(answer=" ") == Effects(
        reply=RejectForm(form(), {"answer": Phrase("refusals-text-empty")}, {"answer": " "})
    )

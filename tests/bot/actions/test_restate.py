"""Saying it in one's own words, sealed until all are shown together."""

from dataclasses import replace

import pytest

from bot.actions.restate import offer_restate, restate
from bot.dialogue.attribution import Attribution
from bot.dialogue.limits import Limits
from bot.dialogue.record import Record
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Restatement
from bot.errors import CheckInClosed, NotAllowed, NotFound
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from bot.speech.messages import FIELDS_IN_A_FORM
from tests.people import BEN, MONDAY, a_member, asking, pressed, sent
from tests.understandings import CHECK, SHOWN, a_restatement, with_checks

TICKET = Ticket(Action.RESTATE, CHECK.id)
BEFORE = a_restatement(BEN, 0)


def said(record: Record, **answers: str) -> Effects[AfterForm]:
    """Ben sends the form in."""
    return restate(CHECK, asking(BEN, record, Recent(())), sent(BEN, TICKET, MONDAY, **answers))


def test_words_are_kept_sealed_and_nothing_is_posted() -> None:
    """No revision, no post, nobody told: nothing moves before the close."""
    effects = said(with_checks(CHECK), body="A lift.", level="named")

    (kept,) = effects.keep
    assert isinstance(kept, Restatement)
    assert (kept.member, kept.draft, kept.number, kept.shared_on) == (BEN.id, "A lift.", 0, None)
    assert (effects.posts, effects.tell, effects.deed) == ((), (), None)


def test_one_person_says_one_thing_and_may_change_it() -> None:
    """A later text takes the place of the earlier; a pass takes it back."""
    record = with_checks(CHECK, said=[BEFORE])
    (changed,) = said(record, body="Stairs.", level="chosen_name", chosen_name="Heron").keep
    passed = offer_restate(CHECK, asking(BEN, record), pressed(BEN, Ticket(Action.RESTATE, CHECK.id, "pass")))

    expected = replace(BEFORE, draft="Stairs.", level=Attribution.CHOSEN_NAME, shown_name="Heron")
    assert changed == expected
    (kept,) = passed.keep
    assert isinstance(kept, Restatement)
    assert (kept.id, kept.is_pass, kept.draft, kept.shown_name) == (BEFORE.id, True, "", "")


def test_the_form_opens_with_ones_own_words_and_fits() -> None:
    """Nobody else's are in it."""
    reply = offer_restate(CHECK, asking(BEN, with_checks(CHECK, said=[BEFORE])), pressed(BEN, TICKET)).reply

    assert isinstance(reply, OpenForm)
    assert reply.form.values["body"] == "Ben says it."
    assert len(reply.form.fields) <= FIELDS_IN_A_FORM


def test_what_cannot_be_kept_comes_back() -> None:
    """No words, a level that hides nobody here, too much in a minute."""
    reply = said(with_checks(CHECK), body=" ", level="unnamed").reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"body", "level"}
    here = asking(BEN, with_checks(CHECK), Recent(()), limits=Limits(words_a_minute=0))
    with pytest.raises(NotAllowed):
        restate(CHECK, here, sent(BEN, TICKET, MONDAY, body="A lift.", level="named"))


def test_nobody_joins_in_late() -> None:
    """Neither after it is shown, nor without being asked, nor by a button that never was."""
    with pytest.raises(CheckInClosed):
        offer_restate(SHOWN, asking(BEN, with_checks(SHOWN)), pressed(BEN, TICKET))
    with pytest.raises(NotAllowed):
        offer_restate(CHECK, asking(a_member("Eli"), with_checks(CHECK)), pressed(a_member("Eli"), TICKET))
    peek = Ticket(Action.RESTATE, CHECK.id, "peek")
    with pytest.raises(NotFound):
        offer_restate(CHECK, asking(BEN, with_checks(CHECK)), pressed(BEN, peek))

"""Marking the line of the group, sealed until the close."""

from dataclasses import replace

import pytest

from bot.actions.mark import mark, offer_mark
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Firmness, Mark, MarkKey
from bot.errors import CheckInClosed, NotAllowed
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from bot.speech.messages import FIELDS_IN_A_FORM
from tests.people import BEN, MONDAY, a_member, asking, pressed, sent
from tests.understandings import CHECK, MARKING, READ, a_mark, with_checks

TICKET = Ticket(Action.MARK, MARKING.id)


def marked(record: Record, **answers: str) -> Effects[AfterForm]:
    """Ben sends the form in."""
    return mark(MARKING, asking(BEN, record), sent(BEN, TICKET, MONDAY, **answers))


def test_a_mark_is_kept_sealed_with_what_differs() -> None:
    """Nothing is posted, and nobody is told."""
    effects = marked(
        with_checks(MARKING), key="partly", differs="Not so.", firmness="just_for_now", level="named"
    )

    (kept,) = effects.keep
    assert isinstance(kept, Mark)
    assert (kept.key, kept.differs, kept.firmness, kept.has_words) == (
        MarkKey.PARTLY,
        "Not so.",
        Firmness.JUST_FOR_NOW,
        False,
    )
    assert (effects.posts, effects.tell) == ((), ())


def test_one_person_marks_once_and_may_change_it() -> None:
    """What differs can go again."""
    before = a_mark(BEN, MarkKey.DIFFERENT, "Not so.")
    record = with_checks(MARKING, marks=[before])

    (kept,) = marked(record, key="same", differs=" ", firmness="firm", level="named").keep

    assert kept == replace(before, key=MarkKey.SAME, differs="", firmness=Firmness.FIRM)


def test_the_form_opens_with_ones_own_mark_and_fits() -> None:
    """Nobody else's is in it."""
    before = a_mark(BEN, MarkKey.DIFFERENT, "Not so.")
    mine = offer_mark(MARKING, asking(BEN, with_checks(MARKING, marks=[before])), pressed(BEN, TICKET)).reply
    new = offer_mark(MARKING, asking(BEN, with_checks(MARKING)), pressed(BEN, TICKET)).reply

    assert isinstance(mine, OpenForm)
    assert isinstance(new, OpenForm)
    assert (mine.form.values["key"], mine.form.values["differs"]) == ("different", "Not so.")
    assert "key" not in new.form.values
    assert len(mine.form.fields) <= FIELDS_IN_A_FORM


def test_what_is_missing_is_said_beside_its_field() -> None:
    """How it compares and how firm it is."""
    reply = marked(with_checks(MARKING), key="agree", differs="\0", firmness="", level="named").reply
    named = marked(
        with_checks(MARKING), key="same", firmness="firm", level="chosen_name", chosen_name="Otter"
    )

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"key", "differs", "firmness"}
    assert replace(BEN, chosen_name="Otter") in named.keep


def test_only_those_who_are_asked_mark_it_and_only_while_it_is_open() -> None:
    """Whoever came later was not asked."""
    late = a_member("Eli")
    with pytest.raises(NotAllowed):
        offer_mark(MARKING, asking(late, with_checks(MARKING)), pressed(late, TICKET))
    for check in (CHECK, READ):
        with pytest.raises(CheckInClosed):
            offer_mark(check, asking(BEN, with_checks(check)), pressed(BEN, TICKET))

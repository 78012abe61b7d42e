"""Saying why a part of the map is empty."""

from collections.abc import Iterator

import pytest

from bot.actions.explain_gap import explain_gap, offer_explain
from bot.dialogue.contributions import Revision
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.gaps import Gap, GapReason
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.effects import FileKind, OpenForm, RejectForm
from storage.ledger import verify_all
from tests.fakes.line_pen import lines_of
from tests.fakes.weighing import Weighing
from tests.people import BEN, GARDEN, MONDAY, asking, pressed, sent

CELL = Ticket(Action.EXPLAIN_GAP, GARDEN.id, "assets.who")
HERE = asking(BEN, Recent(()))
NOTE = "Agreed by phone on 2 May."


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people at a bot of their own."""
    made = Weighing()
    yield made
    made.group.close()


def test_the_form_offers_the_three_reasons_and_sets_none() -> None:
    """The bot never guesses why something is empty."""
    reply = offer_explain(GARDEN, HERE, pressed(BEN, CELL)).reply

    assert isinstance(reply, OpenForm)
    reason, note = reply.form.fields
    assert [option.key for option in reason.options] == list(GapReason)
    assert not note.is_required
    assert reply.form.values == {}


def test_what_a_person_chose_is_kept() -> None:
    """With the note as words of their own."""
    gap, text = explain_gap(GARDEN, HERE, sent(BEN, CELL, MONDAY, reason="did_not_happen", note=NOTE)).keep

    assert isinstance(gap, Gap)
    assert isinstance(text, Revision)
    assert (gap.mechanism, gap.theme, gap.reason) == (Mechanism.ASSETS, Theme.WHO, GapReason.DID_NOT_HAPPEN)
    assert (gap.member, gap.has_note, text.of, text.body) == (BEN.id, True, gap.id, NOTE)


def test_a_note_can_be_left_out() -> None:
    """A reason says enough."""
    (gap,) = explain_gap(GARDEN, HERE, sent(BEN, CELL, MONDAY, reason="not_applicable", note=" ")).keep

    assert isinstance(gap, Gap)
    assert not gap.has_note


@pytest.mark.parametrize("reason", ["", "because", "0"])
def test_there_are_three_reasons_and_no_other(reason: str) -> None:
    """They are those of the article."""
    event = sent(BEN, CELL, MONDAY, reason=reason, note=NOTE)
    reply = explain_gap(GARDEN, HERE, event).reply

    assert isinstance(reply, RejectForm)
    assert (set(reply.problems), reply.answers) == ({"reason"}, event.answers)


@pytest.mark.parametrize("choice", ["", "assets", "assets.", ".who", "assets.where", "who.assets"])
def test_a_cell_that_is_not_there_cannot_be_explained(choice: str) -> None:
    """A forged button."""
    ticket = Ticket(Action.EXPLAIN_GAP, GARDEN.id, choice)

    with pytest.raises(NotFound):
        offer_explain(GARDEN, HERE, pressed(BEN, ticket))
    with pytest.raises(NotFound):
        explain_gap(GARDEN, HERE, sent(BEN, ticket, MONDAY, reason="did_not_happen"))


def test_whoever_speaks_last_is_shown(weighing: Weighing) -> None:
    """And what was said before stays with its author, and can be erased by them."""
    explain(weighing, "Ben", "did_not_happen", "Nobody asked.")
    explain(weighing, "Dana", "happened_not_recorded", NOTE)

    text = told(weighing)
    assert "It happened, but we have no record. Chosen by Dana on" in text
    assert NOTE in text
    assert "Nobody asked." not in text
    assert "It happened, but we have no record" in "\n".join(
        lines_of(weighing.group.does("Ada", Action.SHOW_MAP))
    )
    assert NOTE in weighing.file(FileKind.MARKDOWN).replace("\\", "")
    assert NOTE in weighing.file(FileKind.JSON)


def test_erasing_takes_the_note_and_the_name(weighing: Weighing) -> None:
    """The reason was chosen from three and says nothing of a person."""
    explain(weighing, "Dana", "happened_not_recorded", NOTE)
    weighing.group.does("Dana", Action.ERASE, weighing.dialogue, "yes")

    assert "It happened, but we have no record. Chosen by A member on" in told(weighing)
    for kind in (FileKind.MARKDOWN, FileKind.JSON, FileKind.HTML):
        assert NOTE not in weighing.file(kind).replace("\\", "")
    with weighing.group.store.looking() as connection:
        assert set(verify_all(connection).values()) == {None} or all(
            mismatch is None for _, mismatch in verify_all(connection).values()
        )


def test_one_takes_home_what_one_said(weighing: Weighing) -> None:
    """It is theirs."""
    explain(weighing, "Dana", "happened_not_recorded", NOTE)

    assert NOTE in weighing.file(FileKind.OWN, "Dana", Action.MY_DATA)
    assert NOTE not in weighing.file(FileKind.OWN, "Ben", Action.MY_DATA)


def explain(weighing: Weighing, who: str, reason: str, note: str) -> None:
    """Somebody says why nothing is recorded of what people bring, under who."""
    ticket = Ticket(Action.EXPLAIN_GAP, weighing.dialogue, "assets.who")
    weighing.group.sends(who, ticket, reason=reason, note=note)


def told(weighing: Weighing) -> str:
    """Return what is said about what people bring."""
    return "\n".join(lines_of(weighing.group.does("Ada", Action.SHOW_MAP, weighing.dialogue, "assets")))

"""Writing the note that stands under a statement."""

from dataclasses import replace

import pytest

from bot.actions.write_minority_note import offer_note, write_minority_note
from bot.dialogue.contributions import Revision
from bot.dialogue.dissent import MinorityNote, MyNote, Notes
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed
from bot.identifiers import NoteId
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from tests.people import ADA, BEN, CHIDI, MONDAY, asking, pressed, sent
from tests.statements import CHECK_IN, CLOSED, NOTE, in_check_in

TICKET = Ticket(Action.WRITE_MINORITY_NOTE, CLOSED.id)


def written(mine: MyNote, *others: MinorityNote, **answers: str) -> Effects[AfterForm]:
    """Chidi sends the form in."""
    here = asking(CHIDI, mine, Notes(others), in_check_in(), Recent(()))
    return write_minority_note(CLOSED, here, sent(CHIDI, TICKET, MONDAY, **answers))


def test_a_note_is_kept_and_shown_directly_under_the_statement() -> None:
    """Before any count, in the post that shows the result."""
    effects = written(MyNote(None), body="I see it differently.", level="named")

    note, revision = effects.keep
    assert isinstance(note, MinorityNote)
    assert isinstance(revision, Revision)
    assert (note.member, note.shown_name, revision.of, revision.number) == (CHIDI.id, "Chidi", note.id, 1)
    (post,) = effects.posts
    assert post.id == f"closed-{CLOSED.id}"
    assert [message.phrase.key for message in post.message.below][:2] == [
        "write_minority_note-shown",
        "close_check_in-counts",
    ]


def test_its_author_changes_it_and_signatures_are_asked_anew() -> None:
    """Nobody signed the new words."""
    earlier = replace(NOTE, signed_by=(ADA.id,))
    note, revision = written(MyNote(earlier, "Before."), earlier, body="After.", level="named").keep

    assert note == replace(NOTE, edits=1)
    assert isinstance(revision, Revision)
    assert (revision.number, revision.body) == (2, "After.")


def test_notes_of_others_stay_where_they_are() -> None:
    """A new note pushes none away."""
    other = replace(NOTE, id=NoteId("other"), member=BEN.id, signed_by=(ADA.id,))
    (post,) = written(MyNote(None), other, body="Mine.", level="named").posts

    shown = [message for message in post.message.below if message.phrase.key == "write_minority_note-shown"]
    assert len(shown) == 2
    assert [message.phrase.key for message in shown[0].below] == ["sign_minority_note-signed"]


def test_the_form_holds_ones_own_note() -> None:
    """To change it, one starts from what it says."""
    reply = offer_note(CLOSED, asking(CHIDI, MyNote(NOTE, "Before.")), pressed(CHIDI, TICKET)).reply

    assert isinstance(reply, OpenForm)
    assert reply.form.values["body"] == "Before."


def test_a_note_without_words_comes_back() -> None:
    """With a new name kept where there are words."""
    reply = written(MyNote(None), body=" ", level="unnamed").reply
    named = written(MyNote(None), body="Mine.", level="chosen_name", chosen_name="Otter")

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"body", "level"}
    assert replace(CHIDI, chosen_name="Otter") in named.keep


def test_nothing_can_be_noted_before_the_close() -> None:
    """A note would tell how its author responded."""
    with pytest.raises(NotAllowed):
        offer_note(CHECK_IN, asking(CHIDI, MyNote(None)), pressed(CHIDI, TICKET))
    with pytest.raises(NotAllowed):
        write_minority_note(CHECK_IN, asking(CHIDI, MyNote(None)), sent(CHIDI, TICKET, MONDAY, body="X"))

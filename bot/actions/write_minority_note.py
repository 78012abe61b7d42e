"""Write a note that stands directly under a statement and sees it differently; only its author changes it."""

from dataclasses import replace

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import Revision
from bot.dialogue.dissent import NOTE_LEVELS, MinorityNote, MyNote
from bot.dialogue.kept import Kept
from bot.dialogue.limits import require_words_left
from bot.dialogue.responses import InCheckIn
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import NoteId, RevisionId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message
from bot.speech.standing_posts import posts_of
from bot.speech.writing import (
    BODY,
    CHOSEN_NAME,
    LEVEL,
    Signature,
    read_signature,
    read_words,
    signature_fields,
    usual_level,
)
from bot.words import Phrase, Quote


def offer_note(check_in: CheckIn, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form, with the member's own note in it if there is one.

    Raises:
        NotAllowed: The check-in has not closed, so there is nothing to differ from yet.
    """
    check_in.require_closed()
    return Effects(reply=OpenForm(_form(check_in, asking)))


def write_minority_note(check_in: CheckIn, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the note and show it under the statement.

    Raises:
        NotAllowed: The check-in has not closed, or the member has sent too much in a short while.
    """
    check_in.require_closed()
    problems: dict[str, Phrase] = {}
    body = read_words(problems, BODY, event.answers.get(BODY, ""))
    signature = read_signature(event.answers, asking.me, NOTE_LEVELS, 0, problems)
    if problems or signature is None:
        return Effects(reply=RejectForm(_form(check_in, asking), problems, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    note = _note(check_in, asking, event, signature)
    revision = Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=note.id,
        dialogue=note.dialogue,
        number=note.edits + 1,
        body=body,
        made_at=event.at,
    )
    keep: tuple[Kept, ...] = (note, revision)
    if signature.member != asking.me:
        keep = (*keep, signature.member)
    take_back = Choice(
        Phrase("withdraw_minority_note-choice"), Ticket(Action.WITHDRAW_MINORITY_NOTE, note.id)
    )
    return Effects(
        keep=keep,
        reply=Say(Message(Phrase("write_minority_note-thanks"), (take_back,))),
        posts=posts_of(check_in, asking.loaded(InCheckIn), asking, note=note),
        done=(check_in.id,),
    )


def _note(check_in: CheckIn, asking: Asking, event: FormSubmitted, signature: Signature) -> MinorityNote:
    """Return the member's note changed, or a new one; who signed the earlier words has to sign again."""
    earlier = asking.loaded(MyNote).note
    if earlier is not None:
        return replace(
            earlier,
            level=signature.level,
            shown_name=signature.shown_name,
            edits=earlier.edits + 1,
            signed_by=(),
        )
    return MinorityNote(
        id=NoteId(new_id(event.seed, "note")),
        dialogue=check_in.dialogue,
        check_in=check_in.id,
        member=asking.me.id,
        level=signature.level,
        shown_name=signature.shown_name,
        made_at=event.at,
    )


def _form(check_in: CheckIn, asking: Asking) -> Form:
    body_hint = Phrase("write_minority_note-body-hint")
    long = FieldKind.PARAGRAPH
    return Form(
        title=Phrase("write_minority_note-title"),
        ticket=Ticket(Action.WRITE_MINORITY_NOTE, check_in.id),
        intro=(
            Phrase("respond-statement", {"body": Quote(check_in.statement)}),
            Phrase("write_minority_note-intro"),
        ),
        fields=(
            Field(id=BODY, label=Phrase("write_minority_note-body-field"), kind=long, hint=body_hint),
            *signature_fields(NOTE_LEVELS),
        ),
        values={
            BODY: asking.loaded(MyNote).body,
            LEVEL: usual_level(asking.me, NOTE_LEVELS),
            CHOSEN_NAME: asking.me.chosen_name,
        },
    )

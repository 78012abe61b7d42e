"""How a question with its answers, and a comment, stand beside a check-in, and the form to write one."""

from collections.abc import Iterable
from typing import TypeAlias

from bot.dialogue.contributions import ContributionState, Revision
from bot.dialogue.dissent import NOTE_LEVELS
from bot.dialogue.kept import Kept
from bot.dialogue.limits import require_words_left
from bot.dialogue.members import Member
from bot.dialogue.remarks import Remark, RemarkKind
from bot.dialogue.standing import Recent
from bot.dialogue.statement_excerpts import RemarkExcerpt
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import CheckInId, RemarkId, RevisionId, new_id
from bot.speech.asking import Asking
from bot.speech.events import FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message
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
from bot.words import Part, Phrase, Quote, Value

Shown: TypeAlias = Remark | RemarkExcerpt
"""A remark as it was just kept, or as a reader may see it."""


def question_message(question: Shown, answers: Iterable[Shown]) -> Message:
    """Return a question as it stands in its place, with its answers under it."""
    choice = Choice(Phrase("answer_question-choice"), Ticket(Action.ANSWER_QUESTION, question.id))
    return Message(
        _said("answer_question-asked", question),
        (choice,) if question.state is ContributionState.LIVE else (),
        tuple(Message(_said("answer_question-answered", answer)) for answer in answers),
    )


def comment_message(comment: Shown) -> Message:
    """Return a comment as it stands in its place."""
    return Message(_said("comment-said", comment))


def remark_form(ticket: Ticket, title: Phrase, label: Phrase, asking: Asking, *intro: Phrase) -> Form:
    """Return the form for words that are shown at once, and so under a name or a chosen name."""
    return Form(
        title=title,
        ticket=ticket,
        intro=(*intro, Phrase("comment-shown-at-once")),
        fields=(
            Field(id=BODY, label=label, kind=FieldKind.PARAGRAPH),
            *signature_fields(NOTE_LEVELS),
        ),
        values={LEVEL: usual_level(asking.me, NOTE_LEVELS), CHOSEN_NAME: asking.me.chosen_name},
    )


def read_remark(
    asking: Asking, event: FormSubmitted, problems: dict[str, Phrase]
) -> tuple[str, Signature] | None:
    """Return the words and the signature, or nothing: what is wrong is noted beside its field."""
    body = read_words(problems, BODY, event.answers.get(BODY, ""))
    signature = read_signature(event.answers, asking.me, NOTE_LEVELS, 0, problems)
    return None if problems or signature is None else (body, signature)


def require_may_write(asking: Asking, event: FormSubmitted) -> None:
    """
    Let only those write on who have not sent very much in a short while.

    Raises:
        NotAllowed: The member has sent too much.
    """
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)


def new_remark(  # noqa: PLR0913 - the fields of a remark
    kind: RemarkKind,
    check_in: CheckInId,
    asking: Asking,
    event: FormSubmitted,
    signature: Signature,
    *,
    to: RemarkId | None = None,
) -> Remark:
    """Return a new remark of the member who asks."""
    return Remark(
        id=RemarkId(new_id(event.seed, "remark")),
        dialogue=asking.here.id,
        check_in=check_in,
        kind=kind,
        to=to,
        member=asking.me.id,
        level=signature.level,
        shown_name=signature.shown_name,
        made_at=event.at,
    )


def words_of(remark: Remark, body: str, event: FormSubmitted) -> Revision:
    """Return the words of a new remark as they are kept."""
    return Revision(
        id=RevisionId(new_id(event.seed, f"words {remark.id}")),
        of=remark.id,
        dialogue=remark.dialogue,
        number=1,
        body=body,
        made_at=event.at,
    )


def renamed(member: Member, asking: Asking) -> tuple[Kept, ...]:
    """Return the member where a new chosen name came with the form."""
    return (member,) if member != asking.me else ()


def _said(key: str, remark: Shown) -> Phrase:
    values: dict[str, Value] = {"author": Quote(remark.id, Part.AUTHOR), "body": Quote(remark.id)}
    return Phrase(key, values)

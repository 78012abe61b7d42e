"""Propose a statement for the group to consider, or a new edition, to which no earlier response counts."""

from dataclasses import replace

from bot.dialogue.check_ins import CheckIn, CheckInState, OpenCheckIns
from bot.dialogue.contributions import Revision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.dissent import NOTE_LEVELS
from bot.dialogue.kept import Kept
from bot.dialogue.limits import require_words_left
from bot.dialogue.members import Role
from bot.dialogue.objections import Objections
from bot.dialogue.standing import Recent
from bot.dialogue.statements import Statement, Statements
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed
from bot.identifiers import PostId, RevisionId, StatementId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say, Telling
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message
from bot.speech.results import statement_choices, statement_values
from bot.speech.telling import tell
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

ABOUT = "about"


def offer_propose(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form for a new statement, or for a new edition of the one that is named.

    Raises:
        NotFound: There is no statement with this number.
        NotAllowed: A check-in on it is open, and the member cannot end that.
    """
    dialogue.require_open()
    typed = event.options.get(ABOUT, "") if isinstance(event, CommandGiven) else ""
    earlier = _earlier(asking, event.ticket.choice or typed)
    _require_may_replace(earlier, asking)
    return Effects(reply=OpenForm(_form(dialogue, asking, earlier)))


def propose(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the text and show it; a check-in that is open on an earlier edition lapses.

    Raises:
        NotFound: There is no statement with this number.
        NotAllowed: A check-in on it is open, or the member has sent too much in a short while.
    """
    dialogue.require_open()
    earlier = _earlier(asking, event.ticket.choice)
    _require_may_replace(earlier, asking)
    problems: dict[str, Phrase] = {}
    body = read_words(problems, BODY, event.answers.get(BODY, ""))
    signature = read_signature(event.answers, asking.me, NOTE_LEVELS, 0, problems)
    if problems or signature is None:
        return Effects(reply=RejectForm(_form(dialogue, asking, earlier), problems, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    statement = _statement(asking, event, earlier, signature)
    return _kept(statement, body, signature, _open_on(earlier, asking), asking, event)


def _kept(  # noqa: PLR0913, PLR0917 - what was read from the form, and who sent it
    statement: Statement,
    body: str,
    signature: Signature,
    lapsing: tuple[CheckIn, ...],
    asking: Asking,
    event: FormSubmitted,
) -> Effects[AfterForm]:
    keep: list[Kept] = [statement, _text(statement, body, event)]
    keep += [replace(check_in, state=CheckInState.LAPSED) for check_in in lapsing]
    if signature.member != asking.me:
        keep.append(signature.member)
    values = statement_values(statement)
    shown = Message(Phrase("propose-shared", values), statement_choices(statement))
    lapsed = Message(Phrase("propose-lapsed", {"number": statement.number}))
    return Effects(
        keep=tuple(keep),
        reply=Say(
            Message(Phrase("propose-thanks", {"number": statement.number, "edition": statement.edition}))
        ),
        posts=(
            Post(PostId(statement.id), asking.here.place, shown),
            *(Post(PostId(check_in.id), check_in.place, lapsed) for check_in in lapsing),
        ),
        cancel=tuple(check_in.closing for check_in in lapsing),
        tell=_ask_objectors(statement, asking, event),
        settled=tuple(check_in.id for check_in in lapsing),
        deed=Deed(action=Action.PROPOSE, target=statement.id) if lapsing else None,
    )


def _ask_objectors(statement: Statement, asking: Asking, event: FormSubmitted) -> tuple[Telling, ...]:
    """Ask whoever objected to an earlier edition whether this one meets it; nobody else can say so."""
    editions = asking.loaded(Statements).editions
    earlier = (other.id for other in editions if other.number == statement.number)
    phrase = Phrase("propose-objection-told", {"number": statement.number, "body": Quote(statement.id)})
    return tuple(
        telling
        for objection in asking.loaded(Objections).open_to(earlier)
        for telling in tell(event.seed, objection.member, phrase, Action.SETTLE_OBJECTION, objection.id)
    )


def _text(statement: Statement, body: str, event: FormSubmitted) -> Revision:
    return Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=statement.id,
        dialogue=statement.dialogue,
        number=1,
        body=body,
        made_at=event.at,
    )


def _statement(
    asking: Asking, event: FormSubmitted, earlier: Statement | None, signature: Signature
) -> Statement:
    numbers = (statement.number for statement in asking.loaded(Statements).newest)
    return Statement(
        id=StatementId(new_id(event.seed, "statement")),
        dialogue=asking.here.id,
        number=earlier.number if earlier else max(numbers, default=0) + 1,
        edition=earlier.edition + 1 if earlier else 1,
        member=asking.me.id,
        level=signature.level,
        shown_name=signature.shown_name,
        made_at=event.at,
    )


def _earlier(asking: Asking, number: str) -> Statement | None:
    return asking.loaded(Statements).numbered(number) if number else None


def _open_on(statement: Statement | None, asking: Asking) -> tuple[CheckIn, ...]:
    if statement is None:
        return ()
    return tuple(c for c in asking.loaded(OpenCheckIns).check_ins if c.statement == statement.id)


def _require_may_replace(statement: Statement | None, asking: Asking) -> None:
    """Let nobody but a facilitator end a check-in by changing its text."""
    if _open_on(statement, asking) and asking.me.role is not Role.FACILITATOR:
        raise NotAllowed(Phrase("propose-check-in-open"))


def _form(dialogue: Dialogue, asking: Asking, earlier: Statement | None) -> Form:
    intro = [Phrase("propose-intro")]
    if earlier:
        intro.append(Phrase("propose-earlier", {"number": earlier.number, "body": Quote(earlier.id)}))
    if _open_on(earlier, asking):
        intro.append(Phrase("propose-will-lapse"))
    return Form(
        title=Phrase("propose-title"),
        ticket=Ticket(Action.PROPOSE, dialogue.id, str(earlier.number) if earlier else ""),
        intro=tuple(intro),
        fields=(
            Field(id=BODY, label=Phrase("propose-body-field"), kind=FieldKind.PARAGRAPH),
            *signature_fields(NOTE_LEVELS),
        ),
        values={LEVEL: usual_level(asking.me, NOTE_LEVELS), CHOSEN_NAME: asking.me.chosen_name},
    )

"""Every statement with its editions, what was responded once it closed, and the notes under it."""

from bot.dialogue.check_ins import CheckInState
from bot.dialogue.contributions import ContributionState
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.excerpts import Excerpt
from bot.dialogue.members import Role
from bot.dialogue.objections import UNRESOLVED
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.record import Record
from bot.dialogue.remarks import RemarkKind
from bot.dialogue.statement_excerpts import CheckInExcerpt, NoteExcerpt, StatementExcerpt
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.speech.asking import Asking
from bot.speech.deciding import said_of
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.objecting import settle_choices
from bot.speech.pointing import led_from, return_choice
from bot.speech.remarking import comment_message, question_message
from bot.speech.results import (
    confirm_choices,
    counted,
    labels_of,
    note_message,
    respond_choices,
    statement_choices,
    statement_values,
)
from bot.words import Part, Phrase, Quote


def show_statements(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Show all statements, the newest edition of each with what can be done with it."""
    seen = excerpt(asking.loaded(Record), asking.member, event.at)
    newest = {part.statement.number: part.statement.id for part in seen.statements}
    is_open = dialogue.state is DialogueState.OPEN and asking.me.has_voice
    below = tuple(
        _statement(part, asking, seen, may_act=is_open and newest[part.statement.number] == part.statement.id)
        for part in seen.statements
    )
    propose = Choice(Phrase("propose-choice"), Ticket(Action.PROPOSE, dialogue.id))
    heading = Phrase("show_statements-all", {"count": len(newest)})
    return Effects(reply=Say(Message(heading, (propose,) if is_open else (), below)))


def own_note(note: NoteExcerpt) -> Message:
    """Return a note; its author changes it or takes it back, where others can sign."""
    said = note_message(note)
    if not note.is_own or note.state is not ContributionState.LIVE:
        return said
    back = Choice(Phrase("withdraw_minority_note-choice"), Ticket(Action.WITHDRAW_MINORITY_NOTE, note.id))
    return Message(said.phrase, (back,), said.below)


def check_in_message(part: CheckInExcerpt, asking: Asking) -> Message:
    """Return where a check-in stands for this reader."""
    check_in = part.check_in
    said = remark_messages(part)
    if check_in.state is CheckInState.LAPSED:
        return Message(Phrase("show_statements-lapsed"), (), said)
    if check_in.state is CheckInState.WITHDRAWN:
        because = Phrase("show_statements-withdrawn", {"because": Quote(check_in.id, Part.BECAUSE)})
        return Message(because, (), said)
    may_say = asking.here.state is DialogueState.OPEN and asking.me.has_voice
    comment = (Choice(Phrase("comment-choice"), Ticket(Action.COMMENT, check_in.id)),) if may_say else ()
    if check_in.state is CheckInState.CLOSED:
        note = Choice(Phrase("write_minority_note-choice"), Ticket(Action.WRITE_MINORITY_NOTE, check_in.id))
        heading = Phrase("show_statements-closed", {"at": check_in.closed_at or check_in.closes_at})
        decided = tuple(map(Message, said_of(part.decision))) if part.decision else ()
        return Message(
            heading,
            (*_next_step(part, asking), note, *comment),
            (*counted(part), *_objections(part, asking), *decided, *said),
        )
    values = {"closes": check_in.closes_at}
    choices = (*(respond_choices(check_in.id) if part.is_asked else ()), *comment)
    if asking.me.role is Role.FACILITATOR:
        close = Choice(Phrase("close_check_in-choice"), Ticket(Action.CLOSE_CHECK_IN, check_in.id))
        withdraw = Choice(Phrase("withdraw_check_in-choice"), Ticket(Action.WITHDRAW_CHECK_IN, check_in.id))
        choices = (*choices, close, withdraw)
    return Message(Phrase("show_statements-open", values), choices, (*_own(part), *said))


def _next_step(part: CheckInExcerpt, asking: Asking) -> tuple[Choice, ...]:
    """Return how its reading is confirmed, or how what was decided is looked at again before its day."""
    if part.decision is None:
        may_record = asking.me.role is Role.FACILITATOR
        return confirm_choices(part.check_in)[: None if may_record else 1]
    if not part.decision.holds or asking.me.role is not Role.FACILITATOR:
        return ()
    return (Choice(Phrase("review-choice"), Ticket(Action.REVIEW, part.decision.id)),)


def _objections(part: CheckInExcerpt, asking: Asking) -> tuple[Message, ...]:
    """Return what can be done with objections: their author says where they stand, facilitators may ask."""
    may_ask = asking.me.role is Role.FACILITATOR
    return tuple(
        Message(Phrase("settle_objection-yours"), settle_choices(objection.id))
        if objection.is_own
        else Message(
            Phrase("ask_objector-may", {"author": Quote(objection.id, Part.AUTHOR)}),
            (Choice(Phrase("ask_objector-choice"), Ticket(Action.ASK_OBJECTOR, objection.id)),),
        )
        for objection in part.objections
        if objection.is_own or (may_ask and objection.standing in UNRESOLVED and not objection.was_asked)
    )


def remark_messages(part: CheckInExcerpt) -> tuple[Message, ...]:
    """Return the questions with their answers, and the comments."""
    return tuple(
        comment_message(remark)
        if remark.kind is RemarkKind.COMMENT
        else question_message(remark, [other for other in part.remarks if other.to == remark.id])
        for remark in part.remarks
        if remark.to is None
    )


def _own(part: CheckInExcerpt) -> tuple[Message, ...]:
    if part.own is None:
        return ()
    if not part.own.keys:
        return (Message(Phrase("show_statements-you-passed")),)
    return (
        Message(Phrase("show_statements-yours", {"label": labels_of(part.check_in.asks_on, part.own.keys)})),
    )


def _statement(part: StatementExcerpt, asking: Asking, seen: Excerpt, *, may_act: bool) -> Message:
    is_facilitator = asking.me.role is Role.FACILITATOR
    choices = statement_choices(part.statement) if may_act else ()
    if may_act and is_facilitator:
        source = Pointer(PointerKind.STATEMENT, part.statement.id, part.statement.number)
        choices = (*choices, return_choice(asking.here.id, source))
    below = (*map(own_note, part.notes), *(check_in_message(each, asking) for each in part.check_ins))
    return Message(
        Phrase("propose-shared", statement_values(part.statement)),
        choices if is_facilitator else choices[1:],
        (*below, *led_from(part.statement.id, seen)),
    )

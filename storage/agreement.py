"""What the table of actions asks to be loaded about statements, check-ins and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.dialogue.check_ins import CheckIn, CheckInState, OpenCheckIns
from bot.dialogue.contributions import ContributionState
from bot.dialogue.decisions import Decision, Decisions
from bot.dialogue.dissent import MinorityNote, MyNote, Notes
from bot.dialogue.members import Member
from bot.dialogue.objections import Objection, Objections
from bot.dialogue.remarks import Remark, Remarks
from bot.dialogue.responses import InCheckIn, MyResponse, Response
from bot.dialogue.statements import Statement, Statements
from storage.schema import TABLE_OF, T

if TYPE_CHECKING:
    from bot.identifiers import DialogueId, MemberId
    from storage.sql import SqlWork


IN_TIME = (T.objection.c.made_at, T.objection.c.id)


def _facts(work: SqlWork, kind: type[Any], where: Any, *order: Any) -> tuple[Any, ...]:
    table = TABLE_OF[kind]
    statement = select(table).where(table.c.workspace == work.workspace, where).order_by(*order)
    return tuple(work.batch.remember(kind, row) for row in work.batch.many(statement))


def statements(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Statements:
    """Return every edition of every statement."""
    table = T.statement.c
    return Statements(_facts(work, Statement, table.dialogue == dialogue, table.number, table.edition))


def open_check_ins(
    work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str
) -> OpenCheckIns:
    """Return the check-ins that are open."""
    table = T.check_in.c
    is_open = (table.dialogue == dialogue) & (table.state == CheckInState.OPEN)
    return OpenCheckIns(_facts(work, CheckIn, is_open, table.opened_at, table.id))


def in_check_in(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, subject: str) -> InCheckIn:
    """Return what a check-in, or the one that a note stands under, holds."""
    check_in = work.get(CheckIn, _check_in_of(work, subject))
    return InCheckIn(
        work.get(Statement, check_in.statement),
        _facts(work, Response, T.response.c.check_in == check_in.id, T.response.c.id),
        _facts(work, Member, T.member.c.dialogue == dialogue, T.member.c.joined_at, T.member.c.id),
        _remarks(work, check_in.id),
        _facts(work, Objection, T.objection.c.check_in == check_in.id, *IN_TIME),
        next(iter(_facts(work, Decision, T.decision.c.check_in == check_in.id)), None),
    )


def decisions(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Decisions:
    """Return every decision of a dialogue."""
    table = T.decision.c
    return Decisions(_facts(work, Decision, table.dialogue == dialogue, table.made_at, table.id))


def objections(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Objections:
    """Return every objection of a dialogue."""
    return Objections(_facts(work, Objection, T.objection.c.dialogue == dialogue, *IN_TIME))


def remarks(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> Remarks:
    """Return what was said beside the check-in that is asked about, or beside the one of a remark."""
    return Remarks(_remarks(work, _check_in_of(work, subject)))


def _remarks(work: SqlWork, check_in: str) -> tuple[Remark, ...]:
    table = T.remark.c
    return _facts(work, Remark, table.check_in == check_in, table.made_at, table.id)


def my_response(work: SqlWork, _dialogue: DialogueId, member: MemberId | None, subject: str) -> MyResponse:
    """Return what the member who asks has responded."""
    table = T.response.c
    mine = (table.check_in == subject) & (table.member == (member or "-"))
    return MyResponse(next(iter(_facts(work, Response, mine)), None))


def notes(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> Notes:
    """Return the notes under a check-in."""
    table = T.minority_note.c
    return Notes(
        _facts(work, MinorityNote, table.check_in == _check_in_of(work, subject), table.made_at, table.id)
    )


def my_note(work: SqlWork, _dialogue: DialogueId, member: MemberId | None, subject: str) -> MyNote:
    """Return the note of the member who asks, with its words."""
    table = T.minority_note.c
    is_live = table.state == ContributionState.LIVE
    mine = (table.check_in == subject) & (table.member == (member or "-")) & is_live
    note = next(iter(_facts(work, MinorityNote, mine)), None)
    if note is None:
        return MyNote(None)
    latest = select(T.revision.c.body).where(T.revision.c.of == note.id).order_by(T.revision.c.number.desc())
    return MyNote(note, str(work.connection.execute(latest.limit(1)).scalar() or ""))


def check_in_of(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> CheckIn:
    """Return the check-in that a note or a remark belongs to."""
    return work.get(CheckIn, _check_in_of(work, subject))


def _check_in_of(work: SqlWork, subject: str) -> str:
    note = work.batch.known(MinorityNote, subject, work.workspace)
    remark = work.batch.known(Remark, subject, work.workspace)
    objection = work.batch.known(Objection, subject, work.workspace)
    decision = work.batch.known(Decision, subject, work.workspace)
    found = note or remark or objection or decision
    return found.check_in if found else subject

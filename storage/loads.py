"""The questions behind what the table of actions asks to be loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.dialogue.absences import Away, Held
from bot.dialogue.assets import AssetCount
from bot.dialogue.check_ins import CheckIn, OpenCheckIns
from bot.dialogue.contributions import Contribution
from bot.dialogue.decisions import Decisions
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.dissent import MyNote, Notes
from bot.dialogue.divergences import Divergence
from bot.dialogue.follow_ups import FollowUpCounts
from bot.dialogue.ledger import FIRST_HEAD, LedgerEntry, head_after
from bot.dialogue.members import Member
from bot.dialogue.objections import Objections
from bot.dialogue.record import Record
from bot.dialogue.remarks import Remarks
from bot.dialogue.renewals import Intentions
from bot.dialogue.responses import InCheckIn, MyResponse
from bot.dialogue.rounds import Round
from bot.dialogue.standing import (
    Answered,
    AtPlace,
    Coming,
    Everybody,
    Facilitators,
    Health,
    InRound,
    LedgerPage,
    Mine,
    Model,
    Other,
    Positions,
    Put,
    Recent,
    RecentStances,
    RoundOf,
    Rounds,
    Schedules,
    Standing,
    Words,
)
from bot.dialogue.statements import Statements
from bot.dialogue.waiting import StillWaiting, Waiting
from bot.dialogue.ways_back import Leading, LedTo
from bot.errors import NotFound
from storage import agreement, mirror, planned, whereabouts
from storage.ledger import read_chain, read_head
from storage.queries import read_record
from storage.schema import TABLE_OF, T

if TYPE_CHECKING:
    from bot.identifiers import DialogueId, MemberId
    from storage.sql import SqlWork

Load = Callable[["SqlWork", "DialogueId", "MemberId | None", str], object]
LAST_ACTS = 30


def _facts(work: SqlWork, kind: type[Any], where: Any, *order: Any) -> tuple[Any, ...]:
    table = TABLE_OF[kind]
    statement = select(table).where(table.c.workspace == work.workspace, where).order_by(*order)
    return tuple(work.batch.remember(kind, row) for row in work.batch.many(statement))


def _standing(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Standing:
    return work.batch.standing(dialogue)


def _recent(work: SqlWork, _dialogue: DialogueId, member: MemberId | None, _subject: str) -> Recent:
    return work.batch.people.recent(member) if member else Recent(())


def _recent_stances(
    work: SqlWork, _dialogue: DialogueId, member: MemberId | None, _subject: str
) -> RecentStances:
    return RecentStances(work.batch.people.stances_lately(member) if member else 0)


def _answered(work: SqlWork, _dialogue: DialogueId, member: MemberId | None, subject: str) -> Answered:
    contribution = work.batch.known(Contribution, subject, work.workspace)
    round = contribution.round if contribution else subject
    return Answered(member is not None and work.batch.people.has_answered(round, member))


def _round_of(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> RoundOf:
    return RoundOf(work.get(Round, work.get(Contribution, subject).round))


def _everybody(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Everybody:
    return Everybody(
        _facts(work, Member, T.member.c.dialogue == dialogue, T.member.c.joined_at, T.member.c.id)
    )


def _rounds(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Rounds:
    opened = (T.round.c.dialogue == dialogue) & T.round.c.opened_at.is_not(None)
    return Rounds(_facts(work, Round, opened, T.round.c.number))


def _in_round(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> InRound:
    return InRound(_facts(work, Contribution, T.contribution.c.round == subject, T.contribution.c.id))


def _mine(work: SqlWork, dialogue: DialogueId, member: MemberId | None, _subject: str) -> Mine:
    mine = (T.contribution.c.dialogue == dialogue) & (T.contribution.c.member == (member or "-"))
    return Mine(_facts(work, Contribution, mine, T.contribution.c.id))


def _positions(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> Positions:
    divergence = work.get(Divergence, subject)
    return Positions(tuple(work.get(Contribution, id) for id in divergence.positions))


def _other(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, subject: str) -> Other:
    try:
        return Other(work.get(Contribution, subject.lstrip("#"), dialogue))
    except NotFound:
        return Other(None)


def _words(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> Words:
    latest = select(T.revision.c.body).where(T.revision.c.of == subject).order_by(T.revision.c.number.desc())
    return Words(str(work.connection.execute(latest.limit(1)).scalar() or ""))


def _at_place(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> AtPlace:
    place = subject
    if dialogue := work.batch.known(Dialogue, subject, work.workspace):
        place = dialogue.place.channel
    is_open = (T.dialogue.c.place == place) & (T.dialogue.c.state == DialogueState.OPEN)
    return AtPlace(bool(_facts(work, Dialogue, is_open)))


def _record(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Record:
    return read_record(work.connection, work.workspace, dialogue)


def _still_waiting(
    work: SqlWork, dialogue: DialogueId, member: MemberId | None, _subject: str
) -> StillWaiting:
    waiting = T.waiting.c
    mine = (waiting.dialogue == dialogue) & (waiting.member == (member or "-"))
    return StillWaiting(_facts(work, Waiting, mine, waiting.made_at, waiting.id))


def _ledger_page(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> LedgerPage:
    connection = work.connection
    chain = read_chain(connection, dialogue)
    head = FIRST_HEAD
    holds = True
    for number, entry in enumerate(chain, start=1):
        head = head_after(head, entry)
        holds = holds and head == entry.head and number == entry.number
    found = select(T.reason.c.id, T.reason.c.body).where(T.reason.c.dialogue == dialogue)
    reasons = {id: body for id, body in connection.execute(found)}  # noqa: C416 - a row is no pair to `dict`
    names: dict[str, str] = {
        member.id: member.name for member in _everybody(work, dialogue, None, "").members
    }
    page = tuple((entry, reasons.get(entry.id, "")) for entry in chain[_begin_of_page(chain) :])
    return LedgerPage(page, len(chain), head, holds and head == read_head(connection, dialogue), names)


def _begin_of_page(chain: Sequence[LedgerEntry]) -> int:
    """Return where the last acts begin; a busy day of words pushes none of them off the page."""
    acts = [place for place, entry in enumerate(chain) if entry.kind == "act"]
    return acts[-LAST_ACTS] if len(acts) > LAST_ACTS else 0


LOADS: Mapping[type, Load] = {
    Standing: _standing,
    Recent: _recent,
    RecentStances: _recent_stances,
    Answered: _answered,
    RoundOf: _round_of,
    Everybody: _everybody,
    Facilitators: planned.facilitators,
    Model: planned.model,
    Put: planned.put,
    Schedules: planned.schedules,
    Coming: planned.coming,
    Health: planned.health,
    Rounds: _rounds,
    InRound: _in_round,
    Mine: _mine,
    Positions: _positions,
    Other: _other,
    Words: _words,
    AtPlace: _at_place,
    Record: _record,
    StillWaiting: _still_waiting,
    LedgerPage: _ledger_page,
    Statements: agreement.statements,
    OpenCheckIns: agreement.open_check_ins,
    InCheckIn: agreement.in_check_in,
    MyResponse: agreement.my_response,
    Notes: agreement.notes,
    MyNote: agreement.my_note,
    CheckIn: agreement.check_in_of,
    Remarks: agreement.remarks,
    Decisions: agreement.decisions,
    Objections: agreement.objections,
    Leading: mirror.leading,
    LedTo: mirror.led_to,
    Intentions: mirror.intentions,
    AssetCount: mirror.asset_count,
    FollowUpCounts: mirror.follow_up_counts,
    Held: whereabouts.held,
    Away: whereabouts.away,
}
"""How each kind of thing is loaded; `bot.acts` says which action asks for which."""

"""The gate for statements: until a check-in closes, nobody sees what others responded, nor how many did."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckIn, CheckInState
from bot.dialogue.contributions import ContributionState, Version
from bot.dialogue.decisions import Decision
from bot.dialogue.dissent import MinorityNote
from bot.dialogue.members import Member, Role
from bot.dialogue.objections import Objection, ObjectionState, words_id
from bot.dialogue.record import Record
from bot.dialogue.remarks import Remark
from bot.dialogue.responses import Response, count
from bot.dialogue.scales import Scale
from bot.dialogue.statement_excerpts import (
    CheckInExcerpt,
    NoteExcerpt,
    ObjectionExcerpt,
    RemarkExcerpt,
    ResponseExcerpt,
    StatementExcerpt,
)
from bot.identifiers import MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads, and the names and words that may be needed for what they may see."""

    id: MemberId | None = None
    is_facilitator: bool = False
    members: Mapping[MemberId, Member] = field(default_factory=dict)
    revisions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)

    def words_of(self, id: str, state: ContributionState) -> str:
        """Return the latest words, or nothing behind a marker."""
        found = self.revisions.get(id, ()) if state is ContributionState.LIVE else ()
        return found[-1].body if found else ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside check-ins: remarks at once, objections since the close, what people decided."""

    remarks: tuple[Remark, ...] = ()
    objections: tuple[Objection, ...] = ()
    decisions: tuple[Decision, ...] = ()


NOTHING_BESIDE = Beside()


def see_statements(record: Record, reader: MemberId | None) -> tuple[StatementExcerpt, ...]:
    """Return every edition of every statement as this reader may see it."""
    person = record.members.get(reader) if reader else None
    reading = Reader(
        id=reader,
        is_facilitator=person is not None and person.role is Role.FACILITATOR,
        members=record.members,
        revisions=record.revisions,
    )
    beside = Beside(record.remarks, record.objections, record.decisions)
    return tuple(
        StatementExcerpt(
            statement=statement,
            text=reading.words_of(statement.id, statement.state),
            check_ins=tuple(
                see_check_in(check_in, record.responses, record.notes, reading, beside)
                for check_in in record.check_ins
                if check_in.statement == statement.id
            ),
        )
        for statement in record.statements
    )


def see_check_in(
    check_in: CheckIn,
    responses: Iterable[Response],
    notes: Iterable[MinorityNote],
    reader: Reader,
    beside: Beside = NOTHING_BESIDE,
) -> CheckInExcerpt:
    """Return a check-in as this reader may see it; facilitators see no more than anybody."""
    given = [response for response in responses if response.check_in == check_in.id]
    is_closed = check_in.state is CheckInState.CLOSED
    own = (response for response in given if reader.id is not None and response.member == reader.id)
    decision = next((d for d in beside.decisions if d.check_in == check_in.id), None)
    return CheckInExcerpt(
        check_in=check_in,
        is_asked=reader.id in check_in.eligible,
        own=next(own, None),
        counts=count(check_in, given) if is_closed else None,
        responses=tuple(_responses(given, check_in.asks_on, reader)) if is_closed else (),
        notes=tuple(_note(note, reader) for note in notes if note.check_in == check_in.id),
        decision=decision,
        names={id: reader.members[id].name for id in _named_in(decision) if id in reader.members},
        objections=tuple(
            _objection(o, reader) for o in beside.objections if is_closed and o.check_in == check_in.id
        ),
        remarks=tuple(_remark(r, reader) for r in beside.remarks if r.check_in == check_in.id),
    )


def _named_in(decision: Decision | None) -> tuple[MemberId, ...]:
    return () if decision is None else (decision.member, *(step.by for step in decision.history))


def _responses(given: list[Response], scale: Scale, reader: Reader) -> Iterable[ResponseExcerpt]:
    chosen = [(response.key, response) for response in given if response.key is not None]
    # Ids are drawn by chance, so within one label their order tells nothing.
    for _, response in sorted(chosen, key=lambda pair: (scale.place_of(pair[0]), pair[1].id)):
        has_name = response.level is not Attribution.UNNAMED
        if has_name or response.has_reason:
            words = reader.words_of(response.id, response.state)
            may_read = reader.is_facilitator or (reader.id is not None and reader.id == response.member)
            yield ResponseExcerpt(
                id=response.id,
                keys=response.keys,
                labels=response.labels,
                author=response.shown_name if has_name else "",
                level=response.level,
                has_reason=response.has_reason,
                is_private=response.is_private,
                may_read=not response.is_private or may_read,
                reason="" if response.is_private else words,
                state=response.state,
                state_on=response.state_on,
            )


def _objection(objection: Objection, reader: Reader) -> ObjectionExcerpt:
    author = reader.members.get(objection.member)
    has_left = author is None or author.has_left
    is_open = objection.standing is ObjectionState.OPEN
    is_live = objection.state is ContributionState.LIVE
    has_name = is_live and objection.level is not Attribution.UNNAMED
    points = objection.points if is_live else ()
    return ObjectionExcerpt(
        id=objection.id,
        author=objection.shown_name if has_name else "",
        is_own=reader.id is not None and objection.member == reader.id,
        points=tuple(
            (point, reader.words_of(words_id(objection.id, point), objection.state)) for point in points
        ),
        # Nobody can ask an author who has left, so what they objected to stands.
        standing=ObjectionState.STANDS if is_open and has_left else objection.standing,
        settled_on=objection.settled_on,
        was_asked=objection.was_asked,
        made_on=objection.made_at.date(),
        state=objection.state,
        state_on=objection.state_on,
    )


def _remark(remark: Remark, reader: Reader) -> RemarkExcerpt:
    return RemarkExcerpt(
        id=remark.id,
        kind=remark.kind,
        to=remark.to,
        author=remark.shown_name if remark.state is ContributionState.LIVE else "",
        words=reader.words_of(remark.id, remark.state),
        made_on=remark.made_at.date(),
        is_settled=remark.is_settled,
        state=remark.state,
        state_on=remark.state_on,
    )


def _note(note: MinorityNote, reader: Reader) -> NoteExcerpt:
    is_live = note.state is ContributionState.LIVE
    signers = [reader.members[id] for id in note.signed_by if id in reader.members]
    return NoteExcerpt(
        id=note.id,
        author=note.shown_name if is_live else "",
        is_own=reader.id is not None and note.member == reader.id,
        words=reader.words_of(note.id, note.state),
        made_on=note.made_at.date(),
        signed_by=tuple((member.id, member.name) for member in signers) if is_live else (),
        state=note.state,
        state_on=note.state_on,
    )

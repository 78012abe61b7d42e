"""Hostile texts as everything that people write about statements: out through every writer, and read back."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import cycle, islice
from typing import TypedDict

from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckIn, CheckInState
from bot.dialogue.contributions import Version
from bot.dialogue.decisions import Decision, DecisionState, Step, StepKind
from bot.dialogue.dissent import MinorityNote
from bot.dialogue.methods import Method
from bot.dialogue.objections import Objection, Point, words_id
from bot.dialogue.readings import Reading
from bot.dialogue.record import Record
from bot.dialogue.remarks import Remark, RemarkKind
from bot.dialogue.responses import Response, ResponseKind
from bot.dialogue.statements import Statement
from bot.dialogue.visibility import excerpt
from bot.exports.own_data import write_own_data
from bot.exports.record_document import record_document
from bot.exports.to_html import write_html
from bot.exports.to_json import write_json
from bot.exports.to_markdown import write_markdown
from bot.identifiers import (
    CheckInId,
    DecisionId,
    MemberId,
    NoteId,
    ObjectionId,
    RemarkId,
    ResponseId,
    StatementId,
)
from tests.bot.exports.records import CLOSED, LATER, LIFT, PLACE, Talk, english
from tests.promises.hostile_texts import must_show
from tests.promises.reading_back import read_html, read_markdown

ADA = MemberId("ada")


class Signed(TypedDict):
    """What everything has that somebody wrote."""

    member: MemberId
    level: Attribution
    shown_name: str
    made_at: datetime


FRAMED = (
    "text", "note", "rule", "fallback", "because", "reason", "part", "harm", "need", "idea",
    "decided_by", "result", "measure", "why", "question", "answer", "comment",
)  # fmt: skip
"""Everything people write about one statement, in the order in which it stands in a document."""


def try_statements(texts: Sequence[str], names: Sequence[str]) -> None:
    """Write statements in which everything that people typed is one of *texts*, and read them back."""
    record, said = record_of(texts, names)
    seen = excerpt(record, None, LATER)
    document = record_document(seen, english(), LATER)
    shown = [must_show(text) for each in said for text in each.values()]
    for read in (
        read_markdown("".join(write_markdown(document, english()))),
        read_html("".join(write_html(document, english()))).read,
    ):
        assert read.frames[-len(shown) :] == shown
        assert any(must_show(names[0]) in heading for heading in read.headings)
    told = json.loads("".join(write_json(seen, LATER)))["statements"]
    assert list(map(_told, told)) == said
    own = json.loads(write_own_data(record, ADA, (), LATER))
    assert [each["revisions"][0]["words"] for each in own["statements"]] == [each["text"] for each in said]
    assert [each["words"]["harm"][0]["words"] for each in own["objections"]] == [s["harm"] for s in said]


def record_of(texts: Sequence[str], names: Sequence[str]) -> tuple[Record, list[dict[str, str]]]:
    """Return a record with as many statements as the texts need, and what was said in each."""
    count = -(-len(texts) // len(FRAMED))
    rest = cycle(texts)
    said = [dict(zip(FRAMED, islice(rest, len(FRAMED)), strict=True)) for _ in range(count)]
    base = Talk().record()
    parts = [_weighed(number, each, names[0]) for number, each in enumerate(said, start=1)]
    revisions = {**base.revisions, **{id: _once(words) for part in parts for id, words in part[1].items()}}
    return _joined(base, [part[0] for part in parts], revisions), said


def _joined(base: Record, parts: Sequence[Record], revisions: dict[str, tuple[Version, ...]]) -> Record:
    return Record(
        dialogue=base.dialogue,
        members=base.members,
        rounds=base.rounds,
        contributions=base.contributions,
        revisions=revisions,
        statements=tuple(each for part in parts for each in part.statements),
        check_ins=tuple(each for part in parts for each in part.check_ins),
        responses=tuple(each for part in parts for each in part.responses),
        notes=tuple(each for part in parts for each in part.notes),
        objections=tuple(each for part in parts for each in part.objections),
        decisions=tuple(each for part in parts for each in part.decisions),
        remarks=tuple(each for part in parts for each in part.remarks),
        head=base.head,
    )


def _once(words: str) -> tuple[Version, ...]:
    return (Version(number=1, body=words, made_at=CLOSED),)


def _weighed(number: int, said: dict[str, str], name: str) -> tuple[Record, dict[str, str]]:
    """Return one statement with all that can stand beside it, and its words by their id."""
    statement, check_in, response = (f"{kind}-{number}" for kind in ("statement", "check-in", "response"))
    objection, note = f"objection-{number}", f"note-{number}"
    remarks = {kind: f"{kind}-{number}" for kind in RemarkKind}
    by = Signed(member=ADA, level=Attribution.NAMED, shown_name=name, made_at=CLOSED)
    base = Talk().record()
    words = {statement: said["text"], response: said["reason"], note: said["note"]}
    words |= {words_id(objection, point): said[point] for point in Point}
    words |= {id: said[kind] for kind, id in remarks.items()}
    at = CheckInId(check_in)
    made = Record(
        dialogue=base.dialogue,
        members=base.members,
        rounds=(),
        contributions=(),
        revisions={},
        statements=(
            Statement(id=StatementId(statement), dialogue=LIFT, number=number, edition=1, **by),
        ),
        check_ins=(_held(at, StatementId(statement), said),),
        responses=(
            Response(
                id=ResponseId(response), check_in=at, dialogue=LIFT, kind=ResponseKind.CHOICE,
                keys=("consent_concern",), labels=("A concern",), has_reason=True, **by,
            ),
        ),
        notes=(MinorityNote(id=NoteId(note), dialogue=LIFT, check_in=at, **by),),
        objections=(
            Objection(
                id=ObjectionId(objection), dialogue=LIFT, statement=StatementId(statement), check_in=at,
                response=ResponseId(response), points=tuple(Point), **by,
            ),
        ),
        decisions=(_decided(number, StatementId(statement), at, said),),
        remarks=tuple(_remarks(remarks, at, by)),
    )  # fmt: skip
    return made, words


def _held(id: CheckInId, statement: StatementId, said: dict[str, str]) -> CheckIn:
    return CheckIn(
        id=id, dialogue=LIFT, statement=statement, place=PLACE, method=Method.CONSENT,
        scale="consent-with-concerns", eligible=(ADA,), quorum=1, rule=said["rule"],
        fallback=said["fallback"], because=said["because"], levels=(Attribution.NAMED,),
        opened_at=CLOSED, closes_at=CLOSED, closed_at=CLOSED, state=CheckInState.CLOSED,
        reading=Reading.MORE_DIALOGUE,
    )  # fmt: skip


def _decided(number: int, statement: StatementId, at: CheckInId, said: dict[str, str]) -> Decision:
    return Decision(
        id=DecisionId(f"decision-{number}"), dialogue=LIFT, statement=statement, check_in=at,
        outcome=Reading.NOT_AGREED, fallback=said["result"], decided_by=said["decided_by"], member=ADA,
        made_at=CLOSED, measure=said["measure"], state=DecisionState.RETIRED,
        history=(Step(StepKind.RETIRE, CLOSED.date(), ADA, said["why"]),),
    )  # fmt: skip


def _remarks(ids: dict[RemarkKind, str], at: CheckInId, by: Signed) -> Iterator[Remark]:
    for kind, id in ids.items():
        to = RemarkId(ids[RemarkKind.QUESTION]) if kind is RemarkKind.ANSWER else None
        yield Remark(id=RemarkId(id), dialogue=LIFT, check_in=at, kind=kind, to=to, **by)


def _told(statement: dict[str, object]) -> dict[str, str]:
    """Return what a JSON file tells of one statement, under the names of this drill."""
    told = json.loads(json.dumps(statement))
    (check_in,) = told["check_ins"]
    (objection,), decision = check_in["objections"], check_in["decision"]
    remarks = {each["kind"]: each["words"] for each in check_in["remarks"]}
    found = {
        "text": told["text"],
        "note": told["minority_notes"][0]["words"],
        "rule": check_in["rule"],
        "fallback": check_in["fallback"],
        "because": check_in["withdrawn_because"],
        "reason": check_in["responses"][0]["reason"],
        **{point: objection[point] for point in Point},
        "decided_by": decision["decided_by"],
        "result": decision["fallback_result"],
        "measure": decision["measure"],
        "why": decision["history"][0]["why"],
        **remarks,
    }
    return {name: found[name] for name in FRAMED}

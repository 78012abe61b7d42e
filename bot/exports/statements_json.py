"""Statements as JSON: each edition with the notes under it and the counts of its check-ins."""

from collections.abc import Mapping

from bot.dialogue.check_ins import CheckIn, Extension
from bot.dialogue.decisions import Decision
from bot.dialogue.objections import Point
from bot.dialogue.responses import Counts
from bot.dialogue.statement_excerpts import (
    CheckInExcerpt,
    NoteExcerpt,
    ObjectionExcerpt,
    RemarkExcerpt,
    ResponseExcerpt,
    StatementExcerpt,
)
from bot.exports.json_values import Json, day_json, moment_json
from bot.identifiers import MemberId


def statement_json(part: StatementExcerpt) -> dict[str, Json]:
    """Return one edition of a statement."""
    statement = part.statement
    return {
        "id": statement.id,
        "number": statement.number,
        "edition": statement.edition,
        "author": statement.shown_name,
        "level": statement.level,
        "day": day_json(statement.made_at.date()),
        "state": statement.state,
        "state_on": day_json(statement.state_on),
        "text": part.text,
        "minority_notes": [_note(note) for note in part.notes],
        "check_ins": [_check_in(each) for each in part.check_ins],
    }


def _note(note: NoteExcerpt) -> dict[str, Json]:
    return {
        "id": note.id,
        "author": note.author,
        "day": day_json(note.made_on),
        "state": note.state,
        "state_on": day_json(note.state_on),
        "signed_by": [name for _, name in note.signed_by],
        "words": note.words,
    }


def _check_in(part: CheckInExcerpt) -> dict[str, Json]:
    return _held(part.check_in) | {
        "counts": None if part.counts is None else _counts(part.counts),
        "responses": [_response(response) for response in part.responses],
        "decision": None if part.decision is None else _decision(part.decision, part.names),
        "objections": [_objection(objection) for objection in part.objections],
        "remarks": [_remark(remark) for remark in part.remarks],
    }


def _held(check_in: CheckIn) -> dict[str, Json]:
    return {
        "id": check_in.id,
        "method": check_in.method,
        "scale": check_in.scale,
        "quorum": check_in.quorum,
        "stakes": check_in.stakes,
        "rule": check_in.rule,
        "fallback": check_in.fallback,
        "stand_aside_binds": check_in.stand_aside_binds,
        "is_from_paper": check_in.is_from_paper,
        "levels": check_in.levels,
        "opened_at": moment_json(check_in.opened_at),
        "closes_at": moment_json(check_in.closes_at),
        "closed_at": moment_json(check_in.closed_at),
        "state": check_in.state,
        "reading": check_in.reading,
        "extended": check_in.extension is Extension.TAKEN,
        "withdrawn_because": check_in.because,
    }


def _counts(counts: Counts) -> dict[str, Json]:
    return {
        "eligible": counts.eligible,
        "responded": counts.responded,
        "passed": counts.passed,
        "no_response": counts.no_response,
        "left": counts.left,
        "labels": dict(counts.labels),
    }


def _decision(decision: Decision, names: Mapping[MemberId, str]) -> dict[str, Json]:
    return {
        "id": decision.id,
        "outcome": decision.outcome,
        "decided_by": decision.decided_by,
        "recorded_by": names.get(decision.member, ""),
        "made_at": moment_json(decision.made_at),
        "fallback_result": decision.fallback,
        "measure": decision.measure,
        "review_at": moment_json(decision.review_at),
        "state": decision.state,
        "history": [
            {"step": step.kind, "day": day_json(step.on), "by": names.get(step.by, ""), "why": step.why}
            for step in decision.history
        ],
    }


def _objection(objection: ObjectionExcerpt) -> dict[str, Json]:
    said = dict(objection.points)
    points: dict[str, Json] = {point: said.get(point, "") for point in Point}
    return points | {
        "id": objection.id,
        "author": objection.author,
        "day": day_json(objection.made_on),
        "standing": objection.standing,
        "settled_on": day_json(objection.settled_on),
        "asked_whether_preference": objection.was_asked,
        "state": objection.state,
        "state_on": day_json(objection.state_on),
    }


def _remark(remark: RemarkExcerpt) -> dict[str, Json]:
    return {
        "id": remark.id,
        "kind": remark.kind,
        "to": remark.to,
        "author": remark.author,
        "day": day_json(remark.made_on),
        "is_settled": remark.is_settled,
        "words": remark.words,
        "state": remark.state,
        "state_on": day_json(remark.state_on),
    }


def _response(response: ResponseExcerpt) -> dict[str, Json]:
    return {
        "keys": response.keys,
        "labels": response.labels,
        "author": response.author,
        "level": response.level,
        "reason": response.reason,
        "reason_is_private": response.is_private,
        "state": response.state,
        "state_on": day_json(response.state_on),
    }

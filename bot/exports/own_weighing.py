"""What one member brought to statements, as a copy for that member and nobody else."""

from collections.abc import Iterator

from bot.dialogue.objections import words_id
from bot.dialogue.record import Record
from bot.exports.json_values import Json, moment_json, revisions_json
from bot.identifiers import MemberId


def own_weighing(record: Record, member: MemberId) -> dict[str, Json]:
    """Return the statements, responses, notes and remarks of a member, and nothing of anybody else."""
    return {
        "statements": list(_statements(record, member)),
        "responses": list(_responses(record, member)),
        "minority_notes": list(_notes(record, member)),
        "decisions_recorded": [
            {"id": decision.id, "check_in": decision.check_in, "decided_by": decision.decided_by}
            for decision in record.decisions
            if decision.member == member
        ],
        "objections": list(_objections(record, member)),
        "remarks": list(_remarks(record, member)),
    }


def _statements(record: Record, member: MemberId) -> Iterator[Json]:
    for statement in record.statements:
        if statement.member == member:
            yield {
                "id": statement.id,
                "number": statement.number,
                "edition": statement.edition,
                "level": statement.level,
                "shown_name": statement.shown_name,
                "made_at": moment_json(statement.made_at),
                "revisions": revisions_json(record.revisions.get(statement.id, ())),
            }


def _responses(record: Record, member: MemberId) -> Iterator[Json]:
    """Return what this member responded, also where it is still sealed for everybody else."""
    for response in record.responses:
        if response.member == member:
            yield {
                "check_in": response.check_in,
                "kind": response.kind,
                "keys": response.keys,
                "labels": response.labels,
                "reason": response.reason,
                "part": response.part,
                "need": response.need,
                "idea": response.idea,
                "reason_is_private": response.is_private,
                "level": response.level,
                "shown_name": response.shown_name,
                "made_at": moment_json(response.made_at),
                "revisions": revisions_json(record.revisions.get(response.id, ())),
            }


def _notes(record: Record, member: MemberId) -> Iterator[Json]:
    """Return the notes this member wrote, and which ones they signed."""
    for note in record.notes:
        if member in (note.member, *note.signed_by):
            is_mine = note.member == member
            yield {
                "id": note.id,
                "check_in": note.check_in,
                "i_wrote_it": is_mine,
                "i_signed_it": member in note.signed_by,
                "made_at": moment_json(note.made_at) if is_mine else None,
                "state": note.state,
                "revisions": revisions_json(record.revisions.get(note.id, ())) if is_mine else [],
            }


def _objections(record: Record, member: MemberId) -> Iterator[Json]:
    for objection in record.objections:
        if objection.member == member:
            words = {
                str(point): revisions_json(record.revisions.get(words_id(objection.id, point), ()))
                for point in objection.points
            }
            yield {
                "id": objection.id,
                "check_in": objection.check_in,
                "level": objection.level,
                "shown_name": objection.shown_name,
                "made_at": moment_json(objection.made_at),
                "standing": objection.standing,
                "words": words,
            }


def _remarks(record: Record, member: MemberId) -> Iterator[Json]:
    for remark in record.remarks:
        if remark.member == member:
            yield {
                "id": remark.id,
                "check_in": remark.check_in,
                "kind": remark.kind,
                "to": remark.to,
                "level": remark.level,
                "shown_name": remark.shown_name,
                "made_at": moment_json(remark.made_at),
                "revisions": revisions_json(record.revisions.get(remark.id, ())),
            }

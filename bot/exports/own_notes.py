"""What one member drafted and answered about the notes, for the copy of their own data."""

from collections.abc import Iterator

from bot.dialogue.record import Record
from bot.exports.json_values import Json, day_json, moment_json, revisions_json
from bot.identifiers import MemberId


def own_notes(record: Record, member: MemberId) -> dict[str, Json]:
    """Return the lines that this member drafted, and what they answered about lines that cite them."""
    return {"lines": list(_lines(record, member)), "line_checks": list(_checks(record, member))}


def _lines(record: Record, member: MemberId) -> Iterator[Json]:
    for line in record.lines:
        if line.member == member:
            yield {
                "id": line.id,
                "number": line.number,
                "edition": line.edition,
                "kind": line.kind,
                "sources": line.sources,
                "origin": line.origin,
                "level": line.level,
                "shown_name": line.shown_name,
                "made_at": moment_json(line.made_at),
                "state": line.state,
                "state_on": day_json(line.state_on),
                "revisions": revisions_json(record.revisions.get(line.id, ())),
            }


def _checks(record: Record, member: MemberId) -> Iterator[Json]:
    for check in record.line_checks:
        if check.member == member:
            yield {
                "line": check.line,
                "source": check.source,
                "answer": check.answer,
                "level": check.level,
                "shown_name": check.shown_name,
                "made_at": moment_json(check.made_at),
                "revisions": revisions_json(record.revisions.get(check.id, ())),
            }

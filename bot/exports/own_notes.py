"""What one member drafted, answered and took from the record, for the copy of their own data."""

from collections.abc import Iterator

from bot.dialogue.record import Record
from bot.exports.json_values import Json, day_json, moment_json, revisions_json
from bot.identifiers import MemberId


def own_notes(record: Record, member: MemberId) -> dict[str, Json]:
    """Return the lines that this member drafted, their answers about others, and all they interpreted."""
    return {
        "lines": list(_lines(record, member)),
        "line_checks": list(_checks(record, member)),
        "interpretations": list(_interpretations(record, member)),
        "restatements": list(_restatements(record, member)),
        "marks": list(_marks(record, member)),
    }


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


def _interpretations(record: Record, member: MemberId) -> Iterator[Json]:
    """Return what this member takes from the record, also where nobody else can see it."""
    for each in record.interpretations:
        if each.member == member:
            yield {
                "id": each.id,
                "number": each.number,
                "is_shared": each.is_shared,
                "based_on": each.based_on,
                "rival_of": each.rival_of,
                "sureness": each.sureness,
                "private_words": each.draft,
                "level": each.level,
                "shown_name": each.shown_name,
                "made_at": moment_json(each.made_at),
                "shared_on": day_json(each.shared_on),
                "state": each.state,
                "revisions": revisions_json(record.revisions.get(each.id, ())),
            }


def _restatements(record: Record, member: MemberId) -> Iterator[Json]:
    """Return what this member says in their own words, also while it is sealed for everybody else."""
    for each in record.restatements:
        if each.member == member:
            yield {
                "check": each.check,
                "number": each.number,
                "is_pass": each.is_pass,
                "sealed_words": each.draft,
                "level": each.level,
                "shown_name": each.shown_name,
                "made_at": moment_json(each.made_at),
                "state": each.state,
                "revisions": revisions_json(record.revisions.get(each.id, ())),
            }


def _marks(record: Record, member: MemberId) -> Iterator[Json]:
    """Return how this member marked lines of the group."""
    for each in record.marks:
        if each.member == member:
            yield {
                "check": each.check,
                "key": each.key,
                "firmness": each.firmness,
                "sealed_words": each.differs,
                "level": each.level,
                "shown_name": each.shown_name,
                "made_at": moment_json(each.made_at),
                "revisions": revisions_json(record.revisions.get(each.id, ())),
            }

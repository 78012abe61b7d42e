"""What one member said about the group's own work, for the copy of their data."""

from collections.abc import Iterator

from bot.dialogue.record import Record
from bot.exports.json_values import Json, moment_json
from bot.identifiers import MemberId


def own_mirror(record: Record, member: MemberId) -> dict[str, Json]:
    """Return what this member said about empty cells, brings, took on, and decided as a facilitator."""
    return {
        "gaps": list(_gaps(record, member)),
        "assets": [
            {
                "kind": asset.kind,
                "offered_as": asset.offered_as,
                "limits": asset.limits,
                "may_contact": asset.may_contact,
                "audience": asset.audience,
                "shown_name": asset.shown_name,
                "words": _words(record, asset.id),
            }
            for asset in record.assets
            if asset.member == member
        ],
        "change_notes": [
            {"words": _words(record, note.id), "decided_by": note.decided_by}
            for note in record.change_notes
            if note.member == member
        ],
        "commitments": [
            {"what": _words(record, each.id), "who": each.who, "why_not": each.why_not}
            for each in record.commitments
            if each.member == member
        ],
        "ways_back": [
            {"id": way.id, "reason": way.reason, "made_at": moment_json(way.made_at)}
            for way in record.ways_back
            if way.member == member
        ],
    }


def _gaps(record: Record, member: MemberId) -> Iterator[Json]:
    for gap in record.gaps:
        if gap.member == member:
            yield {
                "mechanism": gap.mechanism,
                "theme": gap.theme,
                "reason": gap.reason,
                "note": "".join(_words(record, gap.id)),
                "made_at": moment_json(gap.made_at),
            }


def _words(record: Record, id: str) -> list[str]:
    return [version.body for version in record.revisions.get(id, ())]

"""What one member said about the group's own work, for the copy of their data."""

from collections.abc import Iterator

from bot.dialogue.record import Record
from bot.exports.json_values import Json, moment_json
from bot.identifiers import MemberId


def own_mirror(record: Record, member: MemberId) -> dict[str, Json]:
    """Return what this member said about empty cells, and where they went back as a facilitator."""
    return {
        "gaps": list(_gaps(record, member)),
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
                "note": "".join(version.body for version in record.revisions.get(gap.id, ())),
                "made_at": moment_json(gap.made_at),
            }

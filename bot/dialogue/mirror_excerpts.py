"""What members may see of how the group looks at its own work."""

from bot.dialogue.gaps import GapExcerpt
from bot.dialogue.record import Record
from bot.dialogue.ways_back import WayBack
from bot.identifiers import MemberId


def see_ways_back(record: Record) -> tuple[WayBack, ...]:
    """Return the ways back whose question has been put to the group."""
    put = {round.id for round in record.rounds if round.opened_at is not None}
    return tuple(way for way in record.ways_back if way.round in put)


def see_gaps(record: Record) -> tuple[GapExcerpt, ...]:
    """Return why cells are empty, as people said; of somebody who erased it all only the reason."""
    return tuple(
        GapExcerpt(gap, name_of(record, gap.member), words_of(record, gap.id)) for gap in record.gaps
    )


def name_of(record: Record, member: MemberId) -> str:
    """Return the name of a member, or nothing where it is no longer kept."""
    found = record.members.get(member)
    return found.name if found else ""


def words_of(record: Record, id: str) -> str:
    """Return the latest words of something, or nothing."""
    versions = record.revisions.get(id, ())
    return versions[-1].body if versions else ""

"""What members may see of how the group looks at its own work."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from bot.dialogue.assets import AssetExcerpt, Audience
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.dialogue.excerpts import Entry
from bot.dialogue.follow_ups import CommitmentExcerpt, NoteOnChange
from bot.dialogue.gaps import GapExcerpt
from bot.dialogue.members import Role
from bot.dialogue.mirrored import MirrorExcerpt
from bot.dialogue.record import Record
from bot.dialogue.renewals import Renewal
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


def see_mirror(record: Record, reader: MemberId | None, entries: Mapping[str, Entry]) -> MirrorExcerpt:
    """Return what this reader may see, who can read these entries."""
    shown = {id for id, entry in entries.items() if entry.number and entry.bodies}
    return MirrorExcerpt(
        renewals=tuple(_renewals(record, shown)),
        assets=tuple(_assets(record, reader)),
        change_notes=tuple(
            NoteOnChange(note, words_of(record, note.id))
            for note in record.change_notes
            if note.state is ContributionState.LIVE
        ),
        commitments=tuple(
            CommitmentExcerpt(commitment, words_of(record, commitment.id))
            for commitment in record.commitments
            if commitment.state is ContributionState.LIVE
        ),
    )


def _renewals(record: Record, shown: Collection[str]) -> Iterator[Renewal]:
    for renewal in record.renewals:
        earlier = renewal.earlier if renewal.earlier in shown else None
        because = renewal.because_of if renewal.because_of in shown else None
        if renewal.id in shown and (earlier or because):
            yield replace(renewal, earlier=earlier, because_of=because)


def _assets(record: Record, reader: MemberId | None) -> Iterator[AssetExcerpt]:
    me = record.members.get(reader) if reader else None
    for asset in record.assets:
        is_own = reader is not None and asset.member == reader
        is_for_me = me is not None and me.role is Role.FACILITATOR and asset.audience is Audience.FACILITATORS
        if asset.state is ContributionState.LIVE and (
            is_own or is_for_me or asset.audience is Audience.GROUP
        ):
            author = record.members.get(asset.member)
            is_facilitator = author is not None and author.role is Role.FACILITATOR
            yield AssetExcerpt(
                asset=asset,
                text=words_of(record, asset.id),
                is_own=is_own,
                is_facilitator=is_facilitator and asset.level is Attribution.NAMED,
            )

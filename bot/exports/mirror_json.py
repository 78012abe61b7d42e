"""What a group sees of its own work, as JSON."""

from bot.dialogue.assets import AssetExcerpt, Audience
from bot.dialogue.excerpts import Excerpt, Purpose
from bot.dialogue.fates import unanswered
from bot.dialogue.follow_ups import CommitmentExcerpt, NoteOnChange
from bot.dialogue.renewals import Renewal
from bot.dialogue.ways_back import WayBack
from bot.exports.json_values import Json, day_json
from bot.exports.map_json import map_json


def mirror_json(excerpt: Excerpt) -> dict[str, Json]:
    """Return ways back, the map, intentions then and now, what people bring, and what became of words."""
    is_open_data = excerpt.purpose is Purpose.OPEN_DATA
    return {
        "ways_back": [_way_back(way) for way in excerpt.ways_back],
        "map": None if is_open_data else map_json(excerpt),
        "intentions_renewed": [_renewal(renewal) for renewal in excerpt.mirror.renewals],
        "assets": [_asset(seen) for seen in excerpt.mirror.assets if is_shown(seen)],
        "change_notes": [_note(seen) for seen in excerpt.mirror.change_notes],
        "commitments": [_commitment(seen) for seen in excerpt.mirror.commitments],
        "unanswered": [] if is_open_data else [entry.id for entry in unanswered(excerpt)],
    }


def is_shown(seen: AssetExcerpt) -> bool:
    """Whether an entry is for the group; what only facilitators may read is in no file."""
    return seen.asset.audience is Audience.GROUP


def _renewal(renewal: Renewal) -> dict[str, Json]:
    return {"contribution": renewal.id, "earlier": renewal.earlier, "because_of": renewal.because_of}


def _asset(seen: AssetExcerpt) -> dict[str, Json]:
    asset = seen.asset
    return {
        "id": asset.id,
        "number": asset.number,
        "author": asset.shown_name,
        "level": asset.level,
        "is_facilitator": seen.is_facilitator,
        "kind": asset.kind,
        "offered_as": asset.offered_as,
        "asset": seen.text,
        "limits": asset.limits,
        "may_contact": asset.may_contact,
        "offered_for": asset.offered_for,
        "day": day_json(asset.made_at.date()),
    }


def _note(seen: NoteOnChange) -> dict[str, Json]:
    note = seen.note
    return {
        "number": note.number,
        "sources": list(note.sources),
        "became": note.became,
        "words": seen.words,
        "decided_by": note.decided_by,
        "author": note.shown_name,
        "day": day_json(note.made_at.date()),
    }


def _commitment(seen: CommitmentExcerpt) -> dict[str, Json]:
    commitment = seen.commitment
    return {
        "number": commitment.number,
        "sources": list(commitment.sources),
        "who": commitment.who,
        "what": seen.words,
        "by_when": day_json(commitment.by_when),
        "progress": commitment.progress,
        "progress_on": day_json(commitment.progress_on),
        "why_not": commitment.why_not,
    }


def _way_back(way: WayBack) -> dict[str, Json]:
    return {
        "id": way.id,
        "from": {"kind": way.source_kind, "id": way.source_id} if way.source_kind else None,
        "to": {"mechanism": way.mechanism, "theme": way.theme},
        "round": way.round,
        "reason": way.reason,
        "day": day_json(way.made_at.date()),
    }

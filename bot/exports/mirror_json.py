"""What a group sees of its own work, as JSON."""

from bot.dialogue.excerpts import Excerpt, Purpose
from bot.dialogue.ways_back import WayBack
from bot.exports.json_values import Json, day_json
from bot.exports.map_json import map_json


def mirror_json(excerpt: Excerpt) -> dict[str, Json]:
    """Return ways back, each with what it came from and the question it led to, and the map."""
    is_open_data = excerpt.purpose is Purpose.OPEN_DATA
    return {
        "ways_back": [_way_back(way) for way in excerpt.ways_back],
        "map": None if is_open_data else map_json(excerpt),
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

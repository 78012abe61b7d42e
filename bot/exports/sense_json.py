"""What people took from the record, as JSON."""

from bot.dialogue.excerpts import Excerpt
from bot.dialogue.interpretation_excerpts import InterpretationExcerpt
from bot.exports.json_values import Json, day_json


def interpretations_json(excerpt: Excerpt) -> list[Json]:
    """Return every reading that was shared; what is private is in no file of the record."""
    return [_interpretation(part) for part in excerpt.interpretations if part.is_shared]


def _interpretation(part: InterpretationExcerpt) -> Json:
    sense = part.sense
    return {
        "id": part.id,
        "reference": part.reference,
        "author": part.author,
        "day": day_json(part.day),
        "state": part.state,
        "state_on": day_json(part.state_on),
        "reads": [{"id": id, "reference": reference} for id, reference in part.based_on],
        "rival_of": part.rival_of,
        "sureness": part.sureness,
        "edits": part.edits,
        "notice": sense.notice if sense else "",
        "feel": sense.feel if sense else "",
        "means": sense.means if sense else "",
        "asks": sense.asks if sense else "",
    }

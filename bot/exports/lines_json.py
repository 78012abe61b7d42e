"""The notes as JSON: each edition of each line with its state and its sources."""

from bot.dialogue.line_excerpts import LineExcerpt, SourceExcerpt
from bot.exports.json_values import Json, day_json


def line_json(part: LineExcerpt) -> dict[str, Json]:
    """Return one edition of a line."""
    line = part.line
    return {
        "id": line.id,
        "number": line.number,
        "edition": line.edition,
        "is_newest": part.is_newest,
        "kind": line.kind,
        "drafted_by": line.shown_name,
        "day": day_json(part.day),
        "state": part.standing.state,
        "checked": part.standing.checked,
        "asked": part.standing.asked,
        "level": part.level,
        "text": part.text,
        "origin": line.origin,
        "sources": [_source(source) for source in part.sources],
    }


def _source(source: SourceExcerpt) -> dict[str, Json]:
    return {
        "id": source.id,
        "reference": source.reference,
        "author": source.author,
        "level": source.level,
        "is_there": source.is_there,
        "answer": source.answer,
        "wording": source.wording,
    }

"""The record as JSON that gives every word back exactly; `docs/record.schema.json` says what stands where."""

import json
from collections.abc import Iterator
from datetime import datetime

from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.excerpts import DivergenceExcerpt, Entry, Excerpt, RoundExcerpt
from bot.dialogue.turns import Signs
from bot.exports.json_values import Json, day_json, moment_json
from bot.exports.lines_json import line_json
from bot.exports.mirror_json import mirror_json
from bot.exports.passages import count_without_words, is_written, put_rounds
from bot.exports.sense_json import interpretations_json, understanding_json
from bot.exports.statements_json import statement_json

VERSION = 1
"""The version of the layout; it rises when something changes its place or its meaning."""


def write_json(excerpt: Excerpt, made_at: datetime, *, with_earlier: bool = False) -> Iterator[str]:
    """Write the record as JSON, in pieces; earlier versions of what was edited only *with_earlier*."""
    yield _without_end(_head(excerpt, made_at)) + ',\n"rounds": ['
    for place, part in enumerate(put_rounds(excerpt)):
        yield (",\n" if place else "\n") + _without_end(_round(part)) + ', "contributions": ['
        entries = (entry for entry in part.entries if is_written(entry))
        for number, entry in enumerate(entries):
            yield (",\n" if number else "\n") + _text(contribution_json(entry, with_earlier=with_earlier))
        yield "]}"
    yield '],\n"divergences": ' + _text([_divergence(divergence) for divergence in excerpt.divergences])
    yield ',\n"notes": ' + _text([line_json(part) for part in excerpt.lines])
    yield ',\n"interpretations": ' + _text(interpretations_json(excerpt))
    yield ',\n"understanding": ' + _text(understanding_json(excerpt))
    yield ',\n"statements": ' + _text([statement_json(part) for part in excerpt.statements])
    yield ',\n"mirror": ' + _text(mirror_json(excerpt))
    yield "}\n"


def contribution_json(entry: Entry, *, with_earlier: bool) -> dict[str, Json]:
    """Return one contribution; beside a marker only its number, state and day are told."""
    told: dict[str, Json] = {
        "id": entry.id,
        "number": entry.number,
        "state": entry.state,
        "state_on": day_json(entry.state_on),
    }
    return told | _told_of_live(entry, with_earlier) if entry.state is ContributionState.LIVE else told


def _told_of_live(entry: Entry, with_earlier: bool) -> dict[str, Json]:  # noqa: FBT001 - handed on as it came
    told: dict[str, Json] = {
        "author": entry.author,
        "level": entry.level,
        "is_facilitator": entry.is_facilitator,
        "day": day_json(entry.day),
        "at": moment_json(entry.at),
        "is_late": entry.is_late,
        "is_new_to_author": entry.is_new_to_me,
        "answers": {"id": entry.to, "kind": entry.turn} if entry.to else None,
        "edits": entry.edits,
        "stances": {
            "same": entry.tally.same,
            "differently": entry.tally.differently,
            "unsure": entry.tally.unsure,
        },
        "words": entry.body,
    }
    return told | {"earlier": entry.bodies[:-1]} if with_earlier else told


def _head(excerpt: Excerpt, made_at: datetime) -> dict[str, Json]:
    return {
        "format": "counterpoint-record",
        "version": VERSION,
        "made_at": moment_json(made_at),
        "purpose": excerpt.purpose,
        "people": excerpt.eligible,
        "left_out": excerpt.left_out,
        "ledger_head": excerpt.head,
        "dialogue": _dialogue(excerpt.dialogue),
    }


def _dialogue(dialogue: Dialogue) -> dict[str, Json]:
    return {
        "id": dialogue.id,
        "title": dialogue.title,
        "purpose": dialogue.purpose,
        "decides": dialogue.decides,
        "constraints": [{"kind": each.kind, "text": each.text} for each in dialogue.constraints],
        "run_by": dialogue.run_by,
        "keeping": dialogue.keeping,
        "zone": dialogue.zone,
        "language": dialogue.language,
        "levels": dialogue.levels,
        "state": dialogue.state,
        "opened_at": moment_json(dialogue.opened_at),
        "closed_at": moment_json(dialogue.closed_at),
        "facts_version": dialogue.facts,
        "framework": dialogue.framework,
        "is_example": dialogue.is_example,
    }


def _round(part: RoundExcerpt) -> dict[str, Json]:
    round = part.round
    return {
        "id": round.id,
        "number": round.number,
        "question": round.question,
        "prompt": round.prompt,
        "mechanism": round.mechanism,
        "theme": round.theme,
        "reveal": round.reveal,
        "levels": round.levels,
        "opened_at": moment_json(round.opened_at),
        "closes_at": moment_json(round.closes_at),
        "closed_at": moment_json(round.closed_at),
        "is_sealed": part.is_sealed,
        "passes": count_without_words(part, ContributionKind.PASS),
        "unclear": count_without_words(part, ContributionKind.QUESTION_BACK),
        "dialogue_test": _signs(part.signs),
    }


def _signs(signs: Signs | None) -> dict[str, Json] | None:
    if signs is None:
        return None
    return {
        "label": signs.label,
        "mutuality": signs.mutuality,
        "clarification": signs.clarification,
        "insight": signs.insight,
    }


def _divergence(divergence: DivergenceExcerpt) -> dict[str, Json]:
    return {
        "id": divergence.id,
        "state": divergence.state,
        "marked_on": day_json(divergence.made_on),
        "positions": [entry.id for entry in divergence.positions],
    }


def _text(value: Json) -> str:
    """Return the value in ASCII: what is invisible stands as its number, and reads back exactly."""
    return json.dumps(value, ensure_ascii=True)


def _without_end(value: Json) -> str:
    """Return an object whose closing brace is still to come."""
    return _text(value)[:-1]

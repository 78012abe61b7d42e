"""What people took from the record, and what they understand, as JSON."""

from bot.dialogue.blind_until_close import CheckExcerpt, MarkExcerpt, RestatementExcerpt
from bot.dialogue.excerpts import Excerpt
from bot.dialogue.interpretation_excerpts import InterpretationExcerpt
from bot.dialogue.understandings import Marks, Understanding
from bot.exports.json_values import Json, day_json, moment_json


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


def understanding_json(excerpt: Excerpt) -> list[Json]:
    """Return every check of what is understood, with what was said and marked once it closed."""
    return [_check(part) for part in excerpt.understanding]


def _check(part: CheckExcerpt) -> Json:
    check = part.check
    return {
        "id": check.id,
        "number": check.number,
        "question": check.question,
        "stage": check.stage,
        "asked": len(check.eligible),
        "quorum": check.quorum,
        "levels": check.levels,
        "opened_at": moment_json(check.opened_at),
        "closes_at": moment_json(check.closes_at),
        "said": part.said,
        "passed": part.passed,
        "left": check.left,
        "restatements": [_restatement(each) for each in part.restatements],
        "line": check.line,
        "marks": None if part.marks is None else _marks(part.marks),
        "differing": [_differing(each) for each in part.differing],
        "reading": check.reading,
        "understanding": None if part.understanding is None else _understanding(part.understanding),
    }


def _restatement(each: RestatementExcerpt) -> Json:
    return {
        "id": each.id,
        "reference": each.reference,
        "author": each.author,
        "level": each.level,
        "state": each.state,
        "state_on": day_json(each.state_on),
        "words": each.words,
    }


def _marks(marks: Marks) -> Json:
    return {
        "same": marks.same,
        "partly": marks.partly,
        "different": marks.different,
        "not_sure": marks.not_sure,
        "no_response": marks.no_response,
        "left": marks.left,
        "firmness": dict(marks.firmness),
    }


def _differing(each: MarkExcerpt) -> Json:
    return {
        "id": each.id,
        "key": each.key,
        "firmness": each.firmness,
        "author": each.author,
        "level": each.level,
        "state": each.state,
        "state_on": day_json(each.state_on),
        "words": each.words,
    }


def _understanding(understanding: Understanding) -> Json:
    return {
        "id": understanding.id,
        "number": understanding.number,
        "scope": understanding.scope,
        "firmness": understanding.firmness,
        "shared_by": understanding.shared_by,
        "seen_differently": understanding.seen_differently,
        "based_on": understanding.based_on,
        "returned_via": {
            "turns": understanding.returned_turns,
            "lines": understanding.returned_lines,
        },
        "day": day_json(understanding.made_at.date()),
    }

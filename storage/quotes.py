"""Somebody's words behind a quote, as they may be shown at this moment."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Table, bindparam, literal_column, select

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.dialogue.interpretations import Sense
from bot.dialogue.lines import Line, LineStanding, LineState
from bot.dialogue.members import Role
from bot.dialogue.references import Sign
from bot.speech.noted import state_phrase
from bot.words import Part, Phrase, Quote
from storage.drivers import Driver
from storage.line_standing import left_alone, standings
from storage.questions import Question, listed
from storage.schema import T

GONE: Mapping[str, str] = {
    ContributionState.WITHDRAWN: "general-withdrawn",
    ContributionState.ERASED: "general-withdrawn",
    ContributionState.HELD: "general-hidden",
}
SENSE = (Part.NOTICE, Part.FEEL, Part.ASKS)
OF_WORDS = (Part.BODY, Part.AUTHOR, Part.NUMBER, Part.STATE, *SENSE)
workspace = bindparam("workspace", type_=T.contribution.c.workspace.type)
revision = T.revision.c


def _shown(table: Table) -> Question:
    own = table.c
    number = own.number if "number" in own else literal_column("0")
    return Question(
        select(own.id, number, own.level, own.shown_name, own.state, own.state_on, T.member.c.role)
        .outerjoin(T.member, T.member.c.id == own.member)
        .where(own.id.in_(listed("ids")), own.workspace == workspace)
    )


SHOWN = (
    *(
        (_shown(table), Sign.CONTRIBUTION)
        for table in (
            T.contribution,
            T.statement,
            T.response,
            T.minority_note,
            T.asset,
            T.change_note,
            T.commitment,
            T.remark,
            T.objection,
            T.mark,
        )
    ),
    (_shown(T.interpretation), Sign.INTERPRETATION),
    (_shown(T.restatement), Sign.RESTATEMENT),
    (_shown(T.line_check), Sign.LINE),
)
"""What has words and an author of its own; most of it are contributions, so the rest is seldom asked."""
BODIES = Question(
    select(revision.of, revision.body)
    .where(revision.of.in_(listed("ids")), revision.workspace == workspace)
    .order_by(revision.number)
)
"""All versions, the latest last."""
TEXTS = {
    part: Question(
        select(table.c.id, column).where(table.c.id.in_(listed("ids")), table.c.workspace == workspace)
    )
    for part, table, column in (
        (Part.NAME, T.member, T.member.c.name),
        (Part.QUESTION, T.round, T.round.c.question),
        (Part.ASKED, T.understanding_check, T.understanding_check.c.question),
        (Part.RULE, T.check_in, T.check_in.c.rule),
        (Part.FALLBACK, T.check_in, T.check_in.c.fallback),
        (Part.ORIGIN, T.line, T.line.c.origin),
        (Part.DECIDERS, T.decision, T.decision.c.decided_by),
        (Part.RESULT, T.decision, T.decision.c.fallback),
        (Part.MEASURE, T.decision, T.decision.c.measure),
        (Part.BECAUSE, T.check_in, T.check_in.c.because),
        (Part.TITLE, T.dialogue, T.dialogue.c.title),
        (Part.PURPOSE, T.dialogue, T.dialogue.c.purpose),
        (Part.LIMITS, T.asset, T.asset.c.limits),
        (Part.WHO, T.commitment, T.commitment.c.who),
        (Part.WHY_NOT, T.commitment, T.commitment.c.why_not),
        (Part.DECIDED_BY, T.change_note, T.change_note.c.decided_by),
        (Part.WHY, T.way_back, T.way_back.c.reason),
        (Part.REASON, T.reason, T.reason.c.body),
    )
}

UNTOLD = {Part.NAME: Phrase("general-a-member")}
"""What is said where nothing is kept any more: the name of somebody who took it off."""


class Shown(NamedTuple):
    """What decides how a contribution is shown."""

    id: str
    number: int
    level: str
    shown_name: str
    state: str
    state_on: str | None
    role: str | None


def quoted(driver: Driver, workspace: str, quotes: Collection[Quote]) -> dict[Quote, str | Phrase]:
    """Return what each quote says; words that were withdrawn, hidden or never here become a phrase."""
    by_part: dict[Part, list[str]] = defaultdict(list)
    for quote in quotes:
        by_part[quote.part].append(quote.id)
    found: dict[Quote, str | Phrase] = {quote: Phrase("general-gone") for quote in quotes}
    said = {id for part in OF_WORDS for id in by_part[part]}
    if said:
        told = _of_contributions(driver, workspace, said)
        found |= {quote: told[quote] for quote in quotes if quote in told}
    for part, question in TEXTS.items():
        if ids := by_part[part]:
            rows = question.ask(driver, ids=ids, workspace=workspace)
            found |= {Quote(id, part): text or UNTOLD.get(part, text) for id, text in rows}
    return found


def _of_contributions(driver: Driver, workspace: str, ids: set[str]) -> dict[Quote, str | Phrase]:
    bodies = dict(BODIES.ask(driver, ids=ids, workspace=workspace))
    found: dict[Quote, str | Phrase] = {}
    wordings: list[str] = []
    for shown, sign in _found(driver, workspace, ids):
        number = f"{sign}{shown.number}" if shown.number else Phrase("general-not-shown-yet")
        found[Quote(shown.id, Part.NUMBER)] = number
        found[Quote(shown.id, Part.AUTHOR)] = _author(shown)
        found[Quote(shown.id, Part.BODY)] = _body(shown, bodies)
        if sign is Sign.INTERPRETATION:
            found |= _sense(shown, bodies)
        if sign is Sign.LINE:
            wordings.append(shown.id)
    if wordings:
        gone = left_alone(driver, workspace, wordings)
        found |= {Quote(id): Phrase("general-looked-at-again") for id in gone}
    left = ids - {quote.id for quote in found}
    for id, (line, standing) in (standings(driver, workspace, left) if left else {}).items():
        found[Quote(id, Part.NUMBER)] = f"{Sign.LINE}{line.number}"
        found[Quote(id, Part.AUTHOR)] = line.shown_name or Phrase("general-a-member")
        found[Quote(id, Part.BODY)] = _line(line, standing, bodies)
        found[Quote(id, Part.STATE)] = state_phrase(standing)
    for id, body in bodies.items():  # an appeal has words, and is no contribution
        found.setdefault(Quote(id), body)
    return found


def _found(driver: Driver, workspace: str, ids: Collection[str]) -> Iterator[tuple[Shown, Sign]]:
    left = set(ids)
    for question, sign in SHOWN:
        if left:
            rows = [Shown._make(row) for row in question.ask(driver, ids=left, workspace=workspace)]
            left -= {row.id for row in rows}
            yield from ((row, sign) for row in rows)


def _author(shown: Shown) -> str | Phrase:
    if shown.state in GONE or shown.level == Attribution.UNNAMED or not shown.shown_name:
        return Phrase("general-a-member")
    # A mark beside a chosen name would tell whose it is, as soon as somebody's role changes.
    if shown.role == Role.FACILITATOR and shown.level == Attribution.NAMED:
        return Phrase("general-a-facilitator", {"name": shown.shown_name})
    return shown.shown_name


def _sense(shown: Shown, bodies: Mapping[str, str]) -> dict[Quote, str | Phrase]:
    """Return the parts of an interpretation; what it means stands for the whole."""
    if shown.state in GONE or shown.id not in bodies:
        marker = _body(shown, {})
        return {Quote(shown.id, part): marker for part in (*SENSE, Part.BODY)}
    sense = Sense.read(bodies[shown.id])
    parts: dict[Quote, str | Phrase] = {Quote(shown.id, part): getattr(sense, part) for part in SENSE}
    return parts | {Quote(shown.id): sense.means}


def _line(line: Line, standing: LineStanding, bodies: Mapping[str, str]) -> str | Phrase:
    if standing.state is LineState.NEEDS_RECHECK:
        return Phrase("general-looked-at-again")
    if not line.is_live:
        return Phrase("general-withdrawn", {"day": str(line.state_on or "")})
    return bodies.get(line.id, Phrase("general-gone")) if standing.is_readable else Phrase("general-gone")


def _body(shown: Shown, bodies: Mapping[str, str]) -> str | Phrase:
    if key := GONE.get(shown.state):
        return Phrase(key, {"day": shown.state_on or ""})
    return bodies.get(shown.id, Phrase("general-gone"))

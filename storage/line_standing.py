"""Where lines of the notes stand at this moment: it follows from what they cite, and is stored nowhere."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Table, bindparam, select

from bot.dialogue.consent import Use
from bot.dialogue.contributions import ContributionState
from bot.dialogue.lines import CheckAnswer, Line, LineStanding, standing_of
from storage.drivers import Driver
from storage.questions import Question, listed
from storage.rows import facts_of
from storage.schema import T

if TYPE_CHECKING:
    from bot.dialogue.members import Member
    from storage.keeping import Keeping

_workspace = bindparam("workspace", type_=T.line.c.workspace.type)
_check, _member = T.line_check.c, T.member.c
_LINES = Question(select(T.line).where(T.line.c.id.in_(listed("ids")), T.line.c.workspace == _workspace))
_CHECKS = Question(
    select(_check.line, _check.source, _check.answer).where(
        _check.line.in_(listed("ids")), _check.workspace == _workspace
    )
)
_ABOUT = Question(
    select(_check.id, _check.source).where(_check.id.in_(listed("ids")), _check.workspace == _workspace)
)


def _shown(table: Table) -> Question:
    own = table.c
    is_shown = (own.state == ContributionState.LIVE) & own.shared_on.is_not(None)
    return Question(
        select(own.id, _member.consent)
        .join(T.member, _member.id == own.member)
        .where(own.id.in_(listed("ids")), own.workspace == _workspace, is_shown)
    )


CITED = (T.contribution, T.interpretation, T.restatement)
"""What a line can rest on."""
_SOURCES = tuple(map(_shown, CITED))


def standings(
    driver: Driver, workspace: str, ids: Collection[str]
) -> Mapping[str, tuple[Line, LineStanding]]:
    """Return the lines among *ids*, and where each of them stands now."""
    lines = list(facts_of(Line, T.line, _LINES.ask(driver, ids=ids, workspace=workspace)))
    if not lines:
        return {}
    checks: dict[str, dict[str, CheckAnswer]] = defaultdict(dict)
    for line, source, answer in _CHECKS.ask(driver, ids=[line.id for line in lines], workspace=workspace):
        checks[line][source] = CheckAnswer(answer)
    there = _there(driver, workspace, {source for line in lines for source in line.sources})
    return {line.id: (line, standing_of(line, there, checks[line.id])) for line in lines}


def left_alone(driver: Driver, workspace: str, wordings: Collection[str]) -> Collection[str]:
    """Return those of the *wordings* whose author took back what they are about: they go with it."""
    about = dict(_ABOUT.ask(driver, ids=wordings, workspace=workspace))
    there = _there(driver, workspace, set(about.values()))
    return [id for id, source in about.items() if source not in there]


def _there(driver: Driver, workspace: str, sources: Collection[str]) -> set[str]:
    """Return what can still be cited: words that are shown, of authors who agreed to it."""
    rows = [row for question in _SOURCES for row in question.ask(driver, ids=sources, workspace=workspace)]
    return {id for id, consent in rows if consent and Use.NOTES in json.loads(consent)[2]}


def follow(keeping: Keeping, before: Member | None, member: Member) -> None:
    """Where somebody changed what their words may be used for, draw again the lines that rest on them."""
    if before is None or before.consent == member.consent:
        return
    keeping.batch.flush()
    own = {
        id
        for table in CITED
        for (id,) in keeping.batch.connection.execute(select(table.c.id).where(table.c.member == member.id))
    }
    lines = keeping.batch.many(
        select(T.line.c.id, T.line.c.sources).where(T.line.c.dialogue == member.dialogue)
    )
    for line in lines:
        if own & set(json.loads(line["sources"])):
            keeping.redraw(line["id"])

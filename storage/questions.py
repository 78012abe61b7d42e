"""The questions that every event asks: Core statements, put into words for the driver when first asked."""

import json
import sqlite3
from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, select

from bot.dialogue.contributions import ContributionKind
from bot.dialogue.members import Role
from storage.drivers import Driver, Members, dialect_of
from storage.schema import TABLE_OF, T

Asked = tuple[str, tuple[str, ...], dict[str, object]]
"""What the driver is told, the names of the values in their order, and those that are always the same."""


class Question:
    """A question that is asked often."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement

    def ask(self, driver: Driver, **values: str | int | Collection[str]) -> list[Any]:
        """Return all rows that are found; a list goes in as one value, so that its length changes no word."""
        plain = _plain if isinstance(driver, sqlite3.Connection) else _plain_list
        words, names, fixed = self._put_into_words(driver)
        given = fixed | {name: plain(value) for name, value in values.items()}
        found: list[Any] = driver.execute(words, tuple(map(given.__getitem__, names))).fetchall()
        return found

    def _put_into_words(self, driver: Driver) -> Asked:
        return _compiled(self._statement, isinstance(driver, sqlite3.Connection))


@cache
def _compiled(statement: Select[Any], is_sqlite: bool) -> Asked:  # noqa: FBT001 - one of two
    compiled = statement.compile(dialect=dialect_of(is_sqlite=is_sqlite))
    fixed = {name: _plain(value) for name, value in compiled.params.items() if value is not None}
    return str(compiled), tuple(compiled.positiontup or ()), fixed


def _plain(value: str | int | Collection[str]) -> object:
    if isinstance(value, str | int):
        return value if isinstance(value, int) else str(value)
    return json.dumps(list(value))


def _plain_list(value: str | int | Collection[str]) -> object:
    return _plain(value) if isinstance(value, str | int) else list(value)


def listed(name: str) -> Select[Any]:
    """Return the members of a list that goes in as one value."""
    return select(Members(bindparam(name)).table_valued("value", name="value").c.value)


dialogue: BindParameter[str] = bindparam("dialogue")
contribution, member, round, stance = T.contribution.c, T.member.c, T.round.c, T.stance.c

BY_ID = {
    kind: Question(
        select(table).where(table.c.id == bindparam("id"), table.c.workspace == bindparam("workspace"))
    )
    for kind, table in TABLE_OF.items()
    if "id" in table.c
}
"""What has this id, for each kind of fact."""
HANDLED = Question(select(T.inbox.c.id).where(T.inbox.c.id.in_(listed("ids"))))
MEMBERS = Question(
    select(T.member).where(member.workspace == bindparam("workspace"), member.account.in_(listed("accounts")))
)
RECENT = Question(
    select(
        contribution.member, contribution.id, contribution.round, contribution.number, contribution.made_at,
        T.revision.c.body,
    )
    .join(T.revision, (T.revision.c.of == contribution.id) & (T.revision.c.number == 1))
    .where(contribution.member.in_(listed("members")), contribution.made_at > bindparam("after"))
)  # fmt: skip
EARLIER = Question(
    select(contribution.member, func.count())
    .where(
        contribution.member.in_(listed("members")), contribution.kind == ContributionKind.WORDS,
        contribution.made_at > bindparam("after"), contribution.made_at <= bindparam("until"),
    )
    .group_by(contribution.member)
)  # fmt: skip
ELIGIBLE = select(func.count()).where(
    member.dialogue == dialogue, member.consent.is_not(None), member.role != Role.OBSERVER, ~member.has_left
)
COUNTS = Question(
    select(
        ELIGIBLE.scalar_subquery(),
        *(
            select(func.coalesce(func.max(of.number), 0)).where(of.dialogue == dialogue).scalar_subquery()
            for of in (contribution, round)
        ),
    )
)
HEAD = Question(
    select(T.ledger_head.c.number, T.ledger_head.c.head).where(T.ledger_head.c.dialogue == dialogue)
)
ANSWERED = Question(
    select(contribution.member)
    .distinct()
    .where(contribution.round == bindparam("round"), contribution.member.in_(listed("members")))
)
STANCES = Question(
    select(stance.member, func.count())
    .where(stance.member.in_(listed("members")), stance.made_at > bindparam("after"))
    .group_by(stance.member)
)
WAITS = Question(select(T.waiting.c.member).distinct().where(T.waiting.c.member.in_(listed("members"))))

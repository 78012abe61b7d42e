"""Rows that wait to be written: all of one table go to the driver at once, in words prepared once."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, text
from sqlalchemy.dialects import postgresql, sqlite

from storage.drivers import dialect_of
from storage.schema import IN_ORDER, T

Row = Mapping[str, Any]
Prepared = tuple[str, Callable[[Row], tuple[Any, ...]]]
"""What the driver is told, and how a row becomes the values it asks for."""

REPLACED = {
    T.stance: ("contribution", "member"),
    T.occurrence: ("id",),
    T.ledger_head: ("dialogue",),
}
"""Where a new row takes the place of the one with the same key; but what returns comes once a date."""


class Inserts:
    """The rows of one transaction that are not written yet."""

    def __init__(self) -> None:
        self._rows: dict[Table, list[Row]] = defaultdict(list)

    def add(self, table: Table, row: Row) -> None:
        """Let a row wait."""
        self._rows[table].append(row)

    def write(self, connection: Connection) -> None:
        """Write the rows that wait, so that nothing is written before what it refers to."""
        for table in (*IN_ORDER, T.ledger_head) if self._rows else ():
            if rows := self._rows.pop(table, None):
                statement, values_of = _prepare(table, connection.dialect.name == "sqlite")
                connection.exec_driver_sql(statement, [values_of(row) for row in rows])


@cache
def _prepare(table: Table, is_sqlite: bool) -> Prepared:  # noqa: FBT001 - one of two
    statement = sqlite.insert(table) if is_sqlite else postgresql.insert(table)
    if keys := REPLACED.get(table):
        changed = {
            column.name: statement.excluded[column.name] for column in table.c if column.name not in keys
        }
        stays = text("occurrence.schedule = ''") if table is T.occurrence else None
        statement = statement.on_conflict_do_update(index_elements=keys, set_=changed, where=stays)
    compiled = statement.compile(dialect=dialect_of(is_sqlite=is_sqlite))
    return str(compiled), itemgetter(*compiled.positiontup or ())

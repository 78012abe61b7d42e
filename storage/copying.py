"""Copies everything from one memory into another, whatever kind of database each is."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select
from sqlmodel import SQLModel

from storage.schema import T

PIECE = 1000
"""How many rows are held in memory at once."""
OF_THE_MOMENT = (T.lease, T.spending)
"""What processes agreed on just then means nothing elsewhere."""


def copy_all(
    source: Connection, target: Connection, left_out: Collection[Table] = OF_THE_MOMENT
) -> dict[str, int]:
    """Copy every row, so that nothing refers to what is not there yet; return how many there were of each."""
    counts = {}
    for table in SQLModel.metadata.sorted_tables:
        if table not in left_out:
            counts[table.name] = sum(_copy(table, source, target))
    return counts


def count_all(connection: Connection, names: Collection[str]) -> dict[str, int]:
    """Return how many rows there are in each of these tables."""
    tables = SQLModel.metadata.tables
    return {
        name: connection.execute(select(func.count()).select_from(tables[name])).scalar_one()
        for name in names
    }


def _copy(table: Table, source: Connection, target: Connection) -> Iterator[int]:
    found = source.execute(select(table).execution_options(yield_per=PIECE))
    for rows in found.mappings().partitions():
        piece: list[dict[str, Any]] = [dict(row) for row in rows]
        target.execute(insert(table), piece)
        yield len(piece)

"""The two kinds of database as statements are put into words for them: SQLite and PostgreSQL."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class Driver(Protocol):
    """A connection as its driver has it, for questions that were put into words before."""

    def execute(self, words: str, values: Sequence[Any], /) -> Any:
        """Run a statement; what is returned hands out the rows."""
        ...


@cache
def dialect_of(*, is_sqlite: bool) -> Dialect:
    """Return how statements are put into words for one of the two."""
    if is_sqlite:
        return sqlite.dialect()
    from sqlalchemy.dialects.postgresql import psycopg  # noqa: PLC0415 - loaded only where it is used

    made: Dialect = psycopg.dialect(paramstyle="format")  # type: ignore[no-untyped-call]
    return made


class Members(FunctionElement[str]):
    """The members of a list that goes in as one value: JSON on SQLite, an array on PostgreSQL."""

    inherit_cache = True
    name = "members"


@compiles(Members, "sqlite")
def _as_json(element: Members, compiler: SQLCompiler, **how: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **how)})"


@compiles(Members, "postgresql")
def _as_array(element: Members, compiler: SQLCompiler, **how: Any) -> str:
    return f"unnest(CAST({compiler.process(element.clauses, **how)} AS VARCHAR[]))"

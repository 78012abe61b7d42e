"""The shape of the database: made in one go, made by migrations, or as the tables say: always the same."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from bot.errors import StoreUnusable
from storage import database
from storage.database import FILE_NAME, NEWEST, create_all, open_file
from storage.migrations.upgrade import config, upgrade


@pytest.fixture
def empty() -> Iterator[Connection]:
    """A database in memory with nothing in it, on which transactions are begun in words of our own."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.isolation_level = None
        yield connection
    engine.dispose()


def shape(connection: Connection) -> dict[str, str]:
    """Return how each table, index and trigger was made, without the spaces."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: re.sub(r"\s+", " ", sql).strip() for name, sql in rows if name != "alembic_version"}


def version(connection: Connection) -> str | None:
    """Return the version that a database says it has."""
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def test_migrations_end_where_a_new_database_begins(empty: Connection, tmp_path: Path) -> None:
    """An upgraded database and a new one must not differ in a single column, index or trigger."""
    upgrade(empty)
    opened = open_file(tmp_path)
    with opened.reading() as new:
        expected, expected_version = shape(new), version(new)
    opened.close()

    assert shape(empty) == expected
    assert version(empty) == expected_version == NEWEST


@pytest.mark.parametrize("version_then", [f"{number:04d}" for number in range(1, int(NEWEST))])
def test_an_upgrade_from_any_version_keeps_what_was_there(version_then: str, empty: Connection) -> None:
    """Every row keeps its meaning, whichever version wrote it (R7)."""
    upgrade(empty, version_then)
    columns = [row[1] for row in empty.exec_driver_sql("PRAGMA table_info(inbox)")]
    empty.exec_driver_sql(f"INSERT INTO inbox VALUES ({', '.join('7' for _ in columns)})")

    upgrade(empty)

    new = create_engine("sqlite://", poolclass=StaticPool)
    with new.connect() as connection:
        upgrade_all(connection)
        assert shape(empty) == shape(connection)
    new.dispose()
    assert empty.exec_driver_sql("SELECT count(*) FROM inbox WHERE id = '7'").scalar() == 1
    assert version(empty) == NEWEST


def upgrade_all(connection: Connection) -> None:
    """Make the newest shape in another empty database."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.isolation_level = None
    create_all(connection)


@pytest.mark.parametrize("make", [upgrade, create_all])
def test_the_tables_of_the_code_are_the_tables_of_the_database(make: object, empty: Connection) -> None:
    """What Alembic would still have to change must be nothing, or a migration was forgotten."""
    assert callable(make)
    make(empty)

    assert compare_metadata(MigrationContext.configure(empty), SQLModel.metadata) == []


def test_the_code_knows_which_migration_is_the_newest() -> None:
    """Whoever adds a migration must also say that the code was written for it."""
    assert ScriptDirectory.from_config(config()).get_heads() == [NEWEST]


def test_a_migration_that_fails_leaves_what_was_there(
    empty: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a migration would be neither the old version nor the new one."""

    def fail(*_: object, **__: object) -> None:
        message = "the disk is full"
        raise OSError(message)

    monkeypatch.setattr("alembic.op.create_index", fail)
    with pytest.raises(OSError, match="the disk is full"):
        upgrade(empty)

    assert shape(empty) == {}


def test_an_older_database_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """People start the new version on the old file, and nothing else."""
    monkeypatch.setattr(database, "NEWEST", "0000")
    open_file(tmp_path).close()
    monkeypatch.undo()
    seen: list[str | None] = []
    monkeypatch.setattr(
        "storage.migrations.upgrade.upgrade", lambda connection: seen.append(version(connection))
    )

    open_file(tmp_path).close()

    assert seen == ["0000"]


def test_a_newer_database_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Older code would misread what newer code wrote."""
    monkeypatch.setattr(database, "NEWEST", "9999")
    open_file(tmp_path).close()
    monkeypatch.undo()
    before = (tmp_path / FILE_NAME).read_bytes()

    with pytest.raises(StoreUnusable, match=r"was written by a newer version \(9999\)"):
        open_file(tmp_path)

    assert (tmp_path / FILE_NAME).read_bytes() == before

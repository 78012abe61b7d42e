"""Open the memory: a SQLite file with safe settings and a lock, or a database in memory for tests."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool, StaticPool
from sqlmodel import SQLModel

from bot.errors import StoreUnusable
from storage import tables
from storage.cleaning import clean, is_clean, note_erased
from storage.holding import HeldFile, lock
from storage.triggers import TRIGGERS

FILE_NAME = "counterpoint.db"
NEWEST = "0004"
"""The migration this code was written for."""

# "The WAL-reset bug ... fixed in 3.51.3, 3.50.7, 3.44.6": https://sqlite.org/wal.html
_FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))


class Database:
    """An open memory: connections for one writer and many readers."""

    def __init__(
        self, engine: Engine, lock: IO[str] | None, *, is_shared: bool, file: HeldFile | None = None
    ) -> None:
        self.engine = engine
        self.is_shared = is_shared
        """Whether readers use the writer's own connection, so that they must take turns with it."""
        self._lock = lock
        self._file = file

    def close(self) -> None:
        """Close all connections and let another process open the file."""
        self.engine.dispose()
        if self._lock is not None:
            self._lock.close()

    def require_in_place(self) -> None:
        """
        Let nothing be written into a file that nobody would find again.

        Raises:
            StoreUnusable: The file was moved, deleted or replaced since it was opened.
        """
        if self._file is not None:
            self._file.require_in_place()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection for a short read."""
        with self.engine.connect() as connection:
            if self.is_shared:
                yield connection
                return
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")


def open_in_memory() -> Database:
    """Open an empty database in memory, through the same code, for tests."""
    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}, hide_parameters=True
    )
    _prepare_connections(engine)
    with engine.connect() as connection:
        create_all(connection)
    return Database(engine, None, is_shared=True)


def open_file(folder: Path) -> Database:
    """
    Open the file in *folder*, make it where there is none, and bring it to the newest shape.

    Raises:
        StoreUnusable: The folder or the file cannot be written, another process has it open, the file
            is no database of ours, is damaged, or was made by a newer version.
    """
    held = lock(folder)
    path = folder / FILE_NAME
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=NullPool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,
    )
    _prepare_connections(engine)
    try:
        if not path.exists():
            path.touch(mode=0o600)
        with engine.connect() as connection:
            _bring_up_to_date(connection, path)
    except StoreUnusable:
        held.close()
        raise
    except (DatabaseError, OSError) as error:
        held.close()
        why = error.orig if isinstance(error, DatabaseError) else error.strerror
        raise StoreUnusable(
            f"{path} cannot be used: {why}. Nothing was changed. "
            "See who may write there; if the file is damaged, put your last backup in its place."
        ) from error
    return Database(engine, held, is_shared=False, file=HeldFile(path))


def open_to_read(folder: Path) -> Database:
    """
    Open the file in *folder* for reading only; the bot may be running on it.

    Raises:
        StoreUnusable: There is no such file, it is no database of ours, or of another version.
    """
    path = folder / FILE_NAME
    if not path.exists():
        raise StoreUnusable(
            f"There is nothing in {folder} yet. Start the bot first, or name the folder with DATA_DIR."
        )
    engine = create_engine(
        f"sqlite:///file:{quote(str(path.resolve()))}?mode=rw&uri=true",
        poolclass=NullPool,
        hide_parameters=True,
    )
    _forbid_writing(engine)
    with engine.connect() as connection:
        try:
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        except DatabaseError as error:
            raise StoreUnusable(f"{path} is not a database of Counterpoint, or it is damaged.") from error
    if found != NEWEST:
        raise StoreUnusable(f"{path} was written by another version ({found}); this one reads {NEWEST}.")
    return Database(engine, None, is_shared=False)


def _forbid_writing(engine: Engine) -> None:
    """
    Let nothing be written, but let what a killed process left half-done be rolled back.

    A file opened with `mode=ro` cannot be read at all while such a journal lies beside it.
    """

    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only=ON")


def create_all(connection: Connection) -> None:
    """Make all tables and triggers of the newest shape in an empty database."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    SQLModel.metadata.create_all(connection)
    for trigger in TRIGGERS:
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (NEWEST,))
    connection.exec_driver_sql("COMMIT")


def _bring_up_to_date(connection: Connection, path: Path) -> None:
    is_new = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0
    if is_new:
        create_all(connection)
    found = _version(connection)
    if found is None:
        raise StoreUnusable(
            f"{path} is not a database of Counterpoint, or it is damaged. Nothing was changed. "
            "Put your last backup in its place, or name another folder with DATA_DIR."
        )
    if found > NEWEST:
        raise StoreUnusable(f"{path} was written by a newer version ({found}). Nothing was changed.")
    _require_writable(connection)
    if found < NEWEST:
        from storage.migrations.upgrade import upgrade  # noqa: PLC0415 - Alembic is slow to load

        upgrade(connection)
    if not is_clean(connection):
        clean(connection)


def _version(connection: Connection) -> str | None:
    try:
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    except OperationalError:  # there is no such table
        return None


def _require_writable(connection: Connection) -> None:
    """Try a change that changes nothing, and take it back; SQLite says why it cannot be done."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        note_erased(connection)
    finally:
        connection.exec_driver_sql("ROLLBACK")


def _prepare_connections(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        # Transactions are begun in words of our own, so that a writer always begins IMMEDIATE.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _pragmas():
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


def _pragmas() -> tuple[str, ...]:
    journal = "wal" if has_fixed_wal(sqlite3.sqlite_version_info) else "truncate"
    return (
        "busy_timeout=5000",
        f"journal_mode={journal}",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "trusted_schema=OFF",
    )


def has_fixed_wal(version: tuple[int, ...]) -> bool:
    """Whether this SQLite has the repair of the WAL-reset fault (`promises.md` D9)."""
    return version >= _FIXED[0] or any(fixed[:2] == version[:2] and version >= fixed for fixed in _FIXED[1:])


_ = tables

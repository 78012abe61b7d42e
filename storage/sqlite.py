"""SQLite as the memory: one file with safe settings, one writer, and many readers beside it."""

import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Engine, event

from storage.cleaning import clean
from storage.faults import told_plainly
from storage.holding import HeldFile
from storage.walls import EVERYWHERE

# "The WAL-reset bug ... fixed in 3.51.3, 3.50.7, 3.44.6": https://sqlite.org/wal.html
_FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))


class SqliteDatabase:
    """An open file, or a database in memory."""

    def __init__(
        self, engine: Engine, lock: IO[str] | None, *, is_shared: bool, file: HeldFile | None = None
    ) -> None:
        self.engine = engine
        self.is_shared = is_shared
        """Whether readers use the writer's own connection, so that they must take turns with it."""
        self._lock = lock
        self._file = file
        self._writer: Connection | None = None

    @property
    def writer(self) -> Connection:
        """The one connection that writes; only ever used on the writer's thread."""
        if self._writer is None:
            self._writer = self.engine.connect()
        return self._writer

    @contextmanager
    def writing(self, alone_in: Collection[str] = (), events: Collection[str] = ()) -> Iterator[Connection]:
        """
        Open a transaction on the writer's connection, and commit it unless something raises.

        Raises:
            StoreUnusable: The file is locked, full, read-only, damaged, or not where it was.
        """
        del alone_in, events  # there is one writer, so nobody has to be kept away
        self.require_in_place()
        with told_plainly():
            connection = self.writer
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                if _is_in_transaction(connection):  # a full disk has ended it already
                    connection.exec_driver_sql("ROLLBACK")
                raise

    @contextmanager
    def reading(self, workspace: str = EVERYWHERE) -> Iterator[Connection]:
        """Open a connection for a short read."""
        del workspace  # the questions themselves are put inside one workspace
        with self.engine.connect() as connection:
            if self.is_shared:
                yield connection
                return
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")

    def require_in_place(self) -> None:
        """
        Let nothing be written into a file that nobody would find again.

        Raises:
            StoreUnusable: The file was moved, deleted or replaced since it was opened.
        """
        if self._file is not None:
            self._file.require_in_place()

    def clean(self) -> bool:
        """Write the file anew without what was erased; return whether that could be done now."""
        return clean(self.writer)

    def close(self) -> None:
        """Close all connections and let another process open the file."""
        if self._writer is not None:
            self._writer.close()
        self.engine.dispose()
        if self._lock is not None:
            self._lock.close()


def copy_file(connection: Connection, path: Path) -> None:
    """Write a copy of the whole file, as it stands at this moment, for its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    driver = connection.connection.driver_connection
    with closing(sqlite3.connect(path)) as copy:
        driver.backup(copy)  # type: ignore[union-attr]
        copy.execute("PRAGMA journal_mode=DELETE")


def prepare_connections(engine: Engine) -> None:
    """Have every connection begin with settings that a power cut cannot break."""

    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        # Transactions are begun in words of our own, so that a writer always begins IMMEDIATE.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas():
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


def forbid_writing(engine: Engine) -> None:
    """
    Let nothing be written, but let what a killed process left half-done be rolled back.

    A file opened with `mode=ro` cannot be read at all while such a journal lies beside it.
    """

    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only=ON")


def pragmas() -> tuple[str, ...]:
    """Return the settings of every connection."""
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


def _is_in_transaction(connection: Connection) -> bool:
    held = connection.connection.driver_connection
    return isinstance(held, sqlite3.Connection) and held.in_transaction

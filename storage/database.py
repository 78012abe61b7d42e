"""Open the memory: a SQLite file with safe settings and a lock, or a database in memory for tests."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from sqlalchemy import Connection, Engine, column, create_engine, insert, table
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool, StaticPool
from sqlmodel import SQLModel

from bot.errors import StoreUnusable
from storage import tables
from storage.cleaning import clean, is_clean, note_erased
from storage.holding import HeldFile, lock
from storage.sqlite import SqliteDatabase, copy_file, forbid_writing, prepare_connections
from storage.triggers import TRIGGERS
from storage.walls import EVERYWHERE

FILE_NAME = "counterpoint.db"
COPIES = "copies"
"""The folder of the copies that are made before an upgrade."""
NEWEST = "0021"
"""The migration this code was written for."""


class Database(Protocol):
    """An open memory: one connection that writes, and many that read."""

    @property
    def engine(self) -> Engine:
        """Where its connections come from."""
        ...

    @property
    def is_shared(self) -> bool:
        """Whether readers use the writer's own connection, so that they must take turns with it."""
        ...

    @property
    def writer(self) -> Connection:
        """The one connection that writes; only ever used on the writer's thread."""
        ...

    def writing(
        self, alone_in: Collection[str] = (), events: Collection[str] = ()
    ) -> AbstractContextManager[Connection]:
        """
        Open a transaction, and commit it unless something raises.

        Of all who name the same thing in *alone_in*, a workspace mostly, one works at a time.
        *events* are what it notes as handled: they tell whether a commit whose answer was lost came through.

        Raises:
            StaleState: Somebody was quicker, or the connection was lost: the unit may be tried again.
            StoreUnusable: Nothing can be kept for now.
        """
        ...

    def reading(self, workspace: str = EVERYWHERE) -> AbstractContextManager[Connection]:
        """Open a short read inside one workspace, or over everything."""
        ...

    def clean(self) -> bool:
        """See to it that no byte of what was erased is left; return whether that could be done now."""
        ...

    def close(self) -> None:
        """Close everything."""
        ...


def open_in_memory() -> SqliteDatabase:
    """Open an empty database in memory, through the same code, for tests."""
    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}, hide_parameters=True
    )
    prepare_connections(engine)
    with engine.connect() as connection:
        create_all(connection)
    return SqliteDatabase(engine, None, is_shared=True)


def open_file(folder: Path) -> SqliteDatabase:
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
    prepare_connections(engine)
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
    return SqliteDatabase(engine, held, is_shared=False, file=HeldFile(path))


def open_to_read(folder: Path) -> SqliteDatabase:
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
    forbid_writing(engine)
    with engine.connect() as connection:
        try:
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        except DatabaseError as error:
            raise StoreUnusable(f"{path} is not a database of Counterpoint, or it is damaged.") from error
    if found != NEWEST:
        raise StoreUnusable(f"{path} was written by another version ({found}); this one reads {NEWEST}.")
    return SqliteDatabase(engine, None, is_shared=False)


def create_all(connection: Connection) -> None:
    """Make all tables and triggers of the newest shape in an empty file."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    create_tables(connection)
    for trigger in TRIGGERS:
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql("COMMIT")


def create_tables(connection: Connection) -> None:
    """Make all tables of the newest shape, within a transaction of the caller; on SQLite and PostgreSQL."""
    SQLModel.metadata.create_all(connection)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    version = table("alembic_version", column("version_num"))
    connection.execute(insert(version).values(version_num=NEWEST))


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

        copy_file(connection, path.parent / COPIES / f"before-{NEWEST}-from-{found}.db")
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


_ = tables

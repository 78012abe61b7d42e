"""A backup: everything as one file of SQLite, whatever the memory is, and beside it the list of erasures."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from bot.errors import StoreUnusable
from storage.copying import OF_THE_MOMENT, copy_all, count_all
from storage.database import FILE_NAME, NEWEST, create_all, open_file
from storage.erasures import write_erasures
from storage.faults import told
from storage.ledger import verify_all
from storage.schema import T
from storage.sqlite import copy_file

LEFT_OUT = (*OF_THE_MOMENT, T.installation)
"""Tokens are no part of a backup: who restores it elsewhere installs the bot there."""
COUNTED = ("dialogue", "member", "contribution", "statement", "ledger")
MADE_BY_SQLITE = b"SQLite format 3\0"


def write_backup(source: Connection, path: Path) -> Mapping[str, int]:
    """
    Write everything into a new file at *path*; return how many rows there are of each kind.

    Nothing waits for it: on SQLite it is one short read of the file, on PostgreSQL one of a single moment.

    Raises:
        StoreUnusable: The file is there already or cannot be written, or what was written does not verify.
    """
    scratch = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists():
            raise StoreUnusable(f"{path} is there already. Name another file.")
        os.close(os.open(scratch, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        _fill(source, scratch)
        with _opened(scratch) as written:
            _require_proven(written, scratch)
            counts = count_all(written, COUNTED)
        scratch.replace(path)
    except (OSError, DatabaseError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise StoreUnusable(f"{path} cannot be written: {why}.") from error
    finally:
        scratch.unlink(missing_ok=True)
    write_erasures(source, path.parent)
    return counts


def _fill(source: Connection, scratch: Path) -> None:
    if source.dialect.name == "sqlite":
        copy_file(source, scratch)
        with closing(sqlite3.connect(scratch)) as target:
            for table in LEFT_OUT:
                target.execute(f"DELETE FROM {table.name}")  # noqa: S608 - a table of ours
            target.commit()
            target.execute("VACUUM")
            target.execute("PRAGMA user_version = 0")
        return
    with _opened(scratch) as target:
        create_all(target)
        target.exec_driver_sql("BEGIN")
        copy_all(source, target, LEFT_OUT)
        target.exec_driver_sql("COMMIT")


@contextmanager
def checked(path: Path) -> Iterator[Connection]:
    """
    Open a copy of a backup in the newest shape, once all of it has been proven.

    Raises:
        StoreUnusable: It is no backup, is damaged, or was made by a newer version. Nothing was restored.
    """
    _require_ours(path)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / FILE_NAME
        copy.write_bytes(path.read_bytes())
        open_file(Path(folder)).close()  # brings an older one up to date
        with _opened(copy) as connection:
            _require_proven(connection, path)
            yield connection


def _require_ours(path: Path) -> None:
    try:
        with path.open("rb") as file:
            begins = file.read(len(MADE_BY_SQLITE))
        if begins != MADE_BY_SQLITE:
            raise StoreUnusable(f"{path} is no backup of Counterpoint. Nothing was restored.")
        with _opened(path) as connection:
            pages = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    except OSError as error:
        raise StoreUnusable(f"{path} cannot be read: {error.strerror}. Nothing was restored.") from error
    except DatabaseError as error:
        raise StoreUnusable(f"{path} is damaged ({told(error)}). Nothing was restored.") from error
    if pages != "ok":
        raise StoreUnusable(f"{path} is damaged ({' '.join(str(pages).split())}). Nothing was restored.")
    if str(found) > NEWEST:
        raise StoreUnusable(f"{path} was made by a newer version ({found}). Nothing was restored.")


def _require_proven(connection: Connection, path: Path) -> None:
    for title, (_, wrong) in verify_all(connection).items():
        if wrong:
            raise StoreUnusable(
                f"{path} is damaged at entry {wrong.number} of {title}: {wrong.about}. Nothing was restored."
            )


@contextmanager
def _opened(path: Path) -> Iterator[Connection]:
    made = create_engine(f"sqlite:///{path}", poolclass=NullPool, hide_parameters=True)
    engine = made.execution_options(isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        made.dispose()

"""Sees to it that erased words leave the file itself, also its unused room and its journal."""

from contextlib import suppress

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError


def note_erased(connection: Connection) -> None:
    """Note, within the transaction that erases, that the file has to be cleaned."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA user_version = 1")


def is_clean(connection: Connection) -> bool:
    """Whether nothing was erased since the file was last cleaned."""
    return connection.exec_driver_sql("PRAGMA user_version").scalar() == 0


def clean(connection: Connection) -> bool:
    """
    Write the file anew from what is still there; return whether that could be done now.

    `secure_delete` overwrites a text where it stands. It does not reach the copies that stay behind
    in the unused room of a page when SQLite moves rows to another one: with 3.40.1 one text in three
    hundred was still in the file after it had been deleted.
    """
    with suppress(OperationalError):  # somebody is reading: after the next commit, or at the next start
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA user_version = 0")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return is_clean(connection)

"""What a database complains of, told as what it means for the bot: decide again, or nothing can be kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from bot.errors import CounterpointError, StaleState, StoreUnusable

# https://sqlite.org/rescode.html: the lowest byte is the kind, whatever the rest tells of the circumstances.
KIND = 0xFF
UNUSABLE_FILE = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOTADB,
}  # fmt: skip

# https://www.postgresql.org/docs/current/errcodes-appendix.html
AGAIN = ("40001", "40P01", "23505")
"""Serialization failure, deadlock, and a key that somebody else has put there first."""
UNUSABLE = ("25006", "53", "55P03", "57", "58")
"""Read-only, out of room or memory, waited too long for a lock, stopped by somebody, and the disk itself."""


@contextmanager
def told_plainly() -> Iterator[None]:
    """
    Tell what a database complains of within, where it means more than a fault of ours.

    Raises:
        StaleState: Somebody was quicker, or the connection was lost: the whole unit may be tried again.
        StoreUnusable: Nothing can be kept for now.
    """
    try:
        yield
    except DBAPIError as error:
        meaning = meaning_of(error)
        if meaning is None:
            raise
        raise meaning from error


def told(error: DBAPIError) -> str:
    """Return the first line of a complaint, where no values stand; of a refused connection the last."""
    primary = getattr(getattr(error.orig, "diag", None), "message_primary", None)
    return str(primary or str(error.orig).strip().rpartition("\n")[2]).rstrip(".")


def meaning_of(error: DBAPIError) -> CounterpointError | None:
    """Return what a complaint means, or nothing where it is a fault of ours."""
    if isinstance(error.orig, sqlite3.Error):
        is_unusable = (error.orig.sqlite_errorcode & KIND) in UNUSABLE_FILE
        return StoreUnusable(f"Nothing can be kept for now: {error.orig}.") if is_unusable else None
    if error.connection_invalidated:
        return StaleState("The connection to the database was lost.")
    state = str(getattr(error.orig, "sqlstate", None) or "")
    if state.startswith(AGAIN):
        return StaleState("Somebody was quicker.")
    if state.startswith(UNUSABLE):
        return StoreUnusable(f"Nothing can be kept for now (PostgreSQL says {state}).")
    return None

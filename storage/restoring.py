"""Fills an empty memory: from a backup, without what was erased since, or from the file of before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, func, select, update

from bot.dialogue.rhythm import LATEST
from bot.errors import StoreUnusable
from storage.backup import checked
from storage.copying import copy_all, count_all
from storage.database import FILE_NAME, Database, open_file
from storage.erasures import replay_erasures
from storage.ledger import verify_all
from storage.owning import open_postgres
from storage.rows import to_micros
from storage.schema import T

MOVED = ".moved"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a memory was filled with."""

    counts: Mapping[str, int]
    erased_again: int = 0


def restore(target: Database, path: Path, now: datetime) -> Filled:
    """
    Fill an empty memory with a backup; what was erased after it was made is erased again first.

    Nothing that waited then is sent as if it were new: it is looked for on the platform, or counts as missed.

    Raises:
        StoreUnusable: The backup is damaged or of a newer version, or the memory is not empty.
    """
    with checked(path) as source, target.writing() as connection:
        _require_empty(connection)
        counts = copy_all(source, connection)
        erased = replay_erasures(connection, path.parent)
        _settle(connection, now)
        _require_proven(connection)
    target.clean()
    return Filled(counts, erased)


def move(folder: Path, address: str) -> Filled:
    """
    Move everything from the file in *folder* to the empty PostgreSQL database at *address*.

    The file stays, under a name by which no bot opens it. Where anything fails, nothing is moved.

    Raises:
        StoreUnusable: The bot is running, one of the two cannot be used, or the database is not empty.
    """
    if not (folder / FILE_NAME).exists():
        raise StoreUnusable(f"There is nothing in {folder} to move. Name the folder with DATA_DIR.")
    source, target = open_file(folder), open_postgres(address)
    try:
        with source.reading() as old, target.writing() as new:
            _require_empty(new)
            counts = copy_all(old, new)
            if count_all(new, counts) != count_all(old, counts):
                raise StoreUnusable("Not everything could be moved. Nothing was changed.")
            _require_proven(new)
    finally:
        source.close()
        target.close()
    (folder / FILE_NAME).rename(folder / (FILE_NAME + MOVED))
    return Filled(counts)


def _settle(connection: Connection, now: datetime) -> None:
    """Send nothing as if it were new: in doubt it is looked for, and what was due before counts as missed."""
    post, planned, moment = T.post.c, T.occurrence.c, to_micros(now)
    waiting = post.state == "waiting"
    connection.execute(update(T.post).values(lease_until=0))
    connection.execute(update(T.post).where(waiting).values(unsure_since=moment))
    old = to_micros(now - LATEST)
    connection.execute(update(T.post).where(waiting, post.due < old).values(state="undeliverable"))
    to_people = (~planned.is_done, planned.due <= moment, planned.schedule != "")
    missed = to_micros(now - LATEST - timedelta(minutes=1))
    connection.execute(update(T.occurrence).where(*to_people, planned.due > missed).values(due=missed))


def _require_empty(connection: Connection) -> None:
    if connection.execute(select(func.count()).select_from(T.dialogue)).scalar_one():
        raise StoreUnusable("There are dialogues in this memory already. Nothing was changed.")


def _require_proven(connection: Connection) -> None:
    for title, (_, wrong) in verify_all(connection).items():
        if wrong:
            raise StoreUnusable(f"Entry {wrong.number} of {title} does not match. Nothing was changed.")

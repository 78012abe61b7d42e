"""The peer of writing: the same rows through bare sqlite3, with nothing decided, checked or put into words."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.stage import DIALOGUE, ROOM, ROUND
from bot.dialogue.limits import A_DAY, AGAIN_WITHIN
from storage.database import FILE_NAME, _pragmas
from storage.rows import EPOCH, to_micros

Row: TypeAlias = tuple[Any, ...]

TABLES = ("contribution", "revision", "post", "ledger", "inbox")
"""The five tables that one contribution adds a row to; the sixth row, the head of the ledger, is replaced."""

# What has to be known before a contribution may be kept. The first four say how the dialogue stands, and
# hold for a whole batch; the others are asked for each event.
OF_A_BATCH = (
    ("SELECT * FROM round WHERE id = ? AND workspace = ?", (ROUND, ROOM.workspace)),
    ("SELECT * FROM dialogue WHERE id = ? AND workspace = ?", (DIALOGUE, ROOM.workspace)),
    (
        "SELECT (SELECT count(*) FROM member WHERE dialogue = ?1 AND consent IS NOT NULL AND role != 'observer'"
        " AND has_left = 0), (SELECT max(number) FROM contribution WHERE dialogue = ?1),"
        " (SELECT max(number) FROM round WHERE dialogue = ?1)",
        (DIALOGUE,),
    ),
    ("SELECT number, head FROM ledger_head WHERE dialogue = ?", (DIALOGUE,)),
)
HANDLED = "SELECT id FROM inbox WHERE id = ?"
MEMBER = "SELECT * FROM member WHERE workspace = ? AND account = ?"
RECENT = (
    "SELECT c.id, c.round, c.number, c.made_at, r.body FROM contribution AS c"
    " JOIN revision AS r ON r.of = c.id AND r.number = 1 WHERE c.member = ? AND c.made_at > ?"
)
EARLIER = (
    "SELECT count(*) FROM contribution WHERE member = ? AND kind = 'words' AND made_at > ? AND made_at <= ?"
)
WAITS = "SELECT id FROM waiting WHERE member = ? LIMIT 1"
PUT_HEAD = (
    "INSERT INTO ledger_head VALUES (?, ?, ?, ?) ON CONFLICT (dialogue)"
    " DO UPDATE SET number = excluded.number, head = excluded.head"
)


@dataclass(frozen=True, slots=True)
class Written:
    """All rows that one contribution leaves, and what is asked before they may be written."""

    event: str
    account: str
    member: str
    day: int
    """A day before it, in microseconds."""
    minutes: int
    """Ten minutes before it."""
    rows: tuple[Row, ...]
    """One for each of `TABLES`."""
    head: Row


def read_written(folder: Path, accounts: Sequence[str]) -> tuple[Written, ...]:
    """Return what the engine wrote into *folder*, event by event, for the peer to write again."""
    connection = sqlite3.connect(folder / FILE_NAME)
    revisions = {row[2]: row for row in connection.execute("SELECT * FROM revision")}
    posts = {row[0]: row for row in connection.execute("SELECT * FROM post")}
    ledger = list(connection.execute("SELECT * FROM ledger ORDER BY number"))
    inbox = list(connection.execute("SELECT * FROM inbox WHERE id LIKE 'event-%' ORDER BY at"))
    contributions = connection.execute("SELECT * FROM contribution ORDER BY number").fetchall()
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(contribution)")]
    connection.close()
    member = columns.index("member")
    return tuple(
        Written(
            event=heard[0],
            account=account,
            member=brought[member],
            day=heard[2] - to_micros(EPOCH + A_DAY),
            minutes=heard[2] - to_micros(EPOCH + AGAIN_WITHIN),
            rows=(brought, revisions[brought[0]], posts[brought[0]], entry, heard),
            head=(DIALOGUE, ROOM.workspace, entry[1], entry[-1]),
        )
        for brought, entry, heard, account in zip(contributions, ledger, inbox, accounts, strict=True)
    )


class RawWriter:
    """Bare sqlite3 on the same file with the same settings, transactions begun the same way."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
        for pragma in _pragmas():
            self._connection.execute(f"PRAGMA {pragma}")
        self._inserts = tuple(self._insert(table) for table in TABLES)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def write_each(self, written: Sequence[Written]) -> None:
        """Write with one commit for each contribution."""
        self.write_in_batches(written, 1)

    def write_in_batches(self, written: Sequence[Written], size: int) -> None:
        """Write statement by statement, with one commit for *size* contributions."""
        for batch in _parts(written, size):
            self._begin()
            for one in batch:
                self._ask(one)
                self._write(one)
            self._connection.execute("COMMIT")

    def write_in_bulk(self, written: Sequence[Written], size: int) -> None:
        """Write with one statement a table and one commit for *size* contributions: the least there can be."""
        for batch in _parts(written, size):
            self._begin()
            self._ask_at_once(batch)
            for place, insert in enumerate(self._inserts):
                self._connection.executemany(insert, [one.rows[place] for one in batch])
            self._connection.execute(PUT_HEAD, batch[-1].head)
            self._connection.execute("COMMIT")

    def _begin(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for statement, values in OF_A_BATCH:
            self._connection.execute(statement, values).fetchall()

    def _ask(self, one: Written) -> None:
        execute = self._connection.execute
        execute(HANDLED, (one.event,)).fetchall()
        execute(MEMBER, (ROOM.workspace, one.account)).fetchall()
        execute(EARLIER, (one.member, one.day, one.minutes)).fetchall()
        execute(RECENT, (one.member, one.minutes)).fetchall()
        execute(WAITS, (one.member,)).fetchall()

    def _write(self, one: Written) -> None:
        for insert, row in zip(self._inserts, one.rows, strict=True):
            self._connection.execute(insert, row)
        self._connection.execute(PUT_HEAD, one.head)

    def _ask_at_once(self, batch: Sequence[Written]) -> None:
        execute = self._connection.execute
        marks = ",".join("?" * len(batch))
        members = [one.member for one in batch]
        execute(HANDLED.replace("= ?", f"IN ({marks})"), [one.event for one in batch]).fetchall()
        accounts = [one.account for one in batch]
        execute(MEMBER.replace("account = ?", f"account IN ({marks})"), [ROOM.workspace, *accounts]).fetchall()
        recent = RECENT.replace("c.member = ?", f"c.member IN ({marks})")
        execute(recent, [*members, batch[0].minutes]).fetchall()
        earlier = EARLIER.replace("SELECT", "SELECT member,").replace("= ?", f"IN ({marks})", 1) + " GROUP BY member"
        execute(earlier, [*members, batch[0].day, batch[0].minutes]).fetchall()
        waits = WAITS.replace("= ? LIMIT 1", f"IN ({marks})")
        execute(waits, members).fetchall()

    def _insert(self, table: str) -> str:
        columns = len(self._connection.execute(f"PRAGMA table_info({table})").fetchall())
        return f"INSERT INTO {table} VALUES ({','.join('?' * columns)})"


def _parts(written: Sequence[Written], size: int) -> Iterator[Sequence[Written]]:
    return (written[start : start + size] for start in range(0, len(written), size))

"""The peer of writing: the same rows by hand through bare sqlite3; nothing is decided, checked or worded."""

import hmac
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.stage import DIALOGUE, ROOM, ROUND
from bot.dialogue.limits import A_DAY, AGAIN_WITHIN
from storage.database import FILE_NAME
from storage.rows import EPOCH, to_micros
from storage.sqlite import pragmas

Row: TypeAlias = tuple[Any, ...]

# What has to be known before a contribution may be kept. The first four say how the dialogue stands, and
# are asked once a transaction; the others are asked for each event.
OF_A_BATCH = (
    ("SELECT * FROM round WHERE id = ? AND workspace = ?", (ROUND, ROOM.workspace)),
    ("SELECT * FROM dialogue WHERE id = ? AND workspace = ?", (DIALOGUE, ROOM.workspace)),
    (
        """
        SELECT
            (SELECT count(*) FROM member WHERE dialogue = ?1 AND consent IS NOT NULL
                AND role != 'observer' AND has_left = 0),
            (SELECT max(number) FROM contribution WHERE dialogue = ?1),
            (SELECT max(number) FROM round WHERE dialogue = ?1)
        """,
        (DIALOGUE,),
    ),
)
HEAD = "SELECT head FROM ledger_head WHERE dialogue = ?"
HANDLED = "SELECT id FROM inbox WHERE id {}"
MEMBER = "SELECT * FROM member WHERE workspace = ? AND account {}"
EARLIER = (
    "SELECT member, count(*) FROM contribution"
    " WHERE member {} AND kind = 'words' AND made_at > ? AND made_at <= ? GROUP BY member"
)
RECENT = (
    "SELECT c.member, c.id, c.round, c.number, c.made_at, r.body FROM contribution AS c"
    " JOIN revision AS r ON r.of = c.id AND r.number = 1 WHERE c.member {} AND c.made_at > ?"
)
WAITS = "SELECT DISTINCT member FROM waiting WHERE member {}"
PUT_HEAD = (
    "INSERT INTO ledger_head VALUES (?, ?, ?, ?) ON CONFLICT (dialogue)"
    " DO UPDATE SET number = excluded.number, head = excluded.head"
)
TABLES = ("contribution", "revision", "post", "ledger", "inbox")
"""The five tables that a contribution adds a row to; the sixth row, the head of the ledger, is replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All rows that one contribution leaves, and what is asked before they may be written."""

    account: str
    contribution: Row
    revision: Row
    post: Row
    entry: Row
    """The entry of the ledger without its last two fields, commitment and head: they are worked out."""
    inbox: Row
    member: str
    body: str
    salt: bytes
    day: int
    """A day before it, in microseconds."""
    minutes: int
    """As long before it as the same words would be a second try."""


def read_written(folder: Path, first: int, accounts: Sequence[str]) -> tuple[Written, ...]:
    """Return what the engine wrote after the *first* contributions, for the peer to write again."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        revisions = {row[2]: row for row in connection.execute("SELECT * FROM revision")}
        posts = {row[0]: row for row in connection.execute("SELECT * FROM post")}
        after = (first,)
        entries = connection.execute(
            "SELECT * FROM ledger WHERE number > ? ORDER BY number", after
        ).fetchall()
        brought = connection.execute(
            "SELECT * FROM contribution WHERE number > ? ORDER BY number", after
        ).fetchall()
        heard = connection.execute("SELECT * FROM inbox WHERE id LIKE 'event-%' ORDER BY at").fetchall()[
            first:
        ]
        columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(contribution)")]
    member = columns.index("member")
    return tuple(
        Written(
            account=account,
            contribution=contribution,
            revision=revisions[contribution[0]],
            post=posts[contribution[0]],
            entry=entry[:-2],
            inbox=inbox,
            member=contribution[member],
            body=revisions[contribution[0]][5],
            salt=revisions[contribution[0]][6],
            day=inbox[2] - to_micros(EPOCH + A_DAY),
            minutes=inbox[2] - to_micros(EPOCH + AGAIN_WITHIN),
        )
        for contribution, entry, inbox, account in zip(brought, entries, heard, accounts, strict=True)
    )


class RawWriter:
    """Bare sqlite3 on the same file with the same settings, transactions begun the same way."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
        for pragma in pragmas():
            self._connection.execute(f"PRAGMA {pragma}")
        self._inserts = tuple(self._insert(table) for table in TABLES)
        self._head = ""

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def write(self, written: Sequence[Written], at_once: int) -> None:
        """Write row by row, with one commit for *at_once* contributions."""
        for batch in _parts(written, at_once):
            self._begin()
            for one in batch:
                self._ask([one])
                for insert, row in zip(self._inserts, self._rows(one), strict=True):
                    self._connection.execute(insert, row)
                self._put_head(one)
            self._connection.execute("COMMIT")

    def write_in_bulk(self, written: Sequence[Written], at_once: int) -> None:
        """Write with one statement a table: the least there can be."""
        for batch in _parts(written, at_once):
            self._begin()
            self._ask(batch)
            rows = [self._rows(one) for one in batch]
            for place, insert in enumerate(self._inserts):
                self._connection.executemany(insert, [row[place] for row in rows])
            self._put_head(batch[-1])
            self._connection.execute("COMMIT")

    def _begin(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for statement, values in OF_A_BATCH:
            self._connection.execute(statement, values).fetchall()
        row = self._connection.execute(HEAD, (DIALOGUE,)).fetchone()
        self._head = row[0] if row else "0" * 64

    def _ask(self, batch: Sequence[Written]) -> None:
        among = f"IN ({','.join('?' * len(batch))})" if len(batch) > 1 else "= ?"
        members = [one.member for one in batch]
        accounts = [one.account for one in batch]
        for words, values in (
            (HANDLED, [one.inbox[0] for one in batch]),
            (MEMBER, [ROOM.workspace, *accounts]),
            (EARLIER, [*members, batch[0].day, batch[0].minutes]),
            (RECENT, [*members, batch[0].minutes]),
            (WAITS, members),
        ):
            self._connection.execute(words.format(among), values).fetchall()

    def _rows(self, one: Written) -> tuple[Row, ...]:
        """Return all rows; the chain of the ledger is worked out while writing, here as there."""
        commitment = hmac.digest(one.salt, one.body.encode(), "sha256").hex()
        dialogue, number, _, *fields = one.entry
        body = json.dumps((dialogue, number, *fields, commitment), separators=(",", ":"))
        self._head = sha256(f"{self._head}\n{body}".encode()).hexdigest()
        return (one.contribution, one.revision, one.post, (*one.entry, commitment, self._head), one.inbox)

    def _put_head(self, one: Written) -> None:
        self._connection.execute(PUT_HEAD, (DIALOGUE, ROOM.workspace, one.entry[1], self._head))

    def _insert(self, table: str) -> str:
        columns = len(self._connection.execute(f"PRAGMA table_info({table})").fetchall())
        return f"INSERT INTO {table} VALUES ({','.join('?' * columns)})"  # noqa: S608 - the names stand above


def _parts(written: Sequence[Written], at_once: int) -> Iterator[Sequence[Written]]:
    return (written[start : start + at_once] for start in range(0, len(written), at_once))

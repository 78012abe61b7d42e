"""Appends to the chain of a dialogue, and proves that nothing in it was changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from bot.dialogue.ledger import (
    FIRST_HEAD,
    LedgerEntry,
    Mismatch,
    Sealed,
    commitment_of,
    first_mismatch,
    head_after,
)
from bot.identifiers import DialogueId, MemberId, new_id
from storage.rows import fact_of, row_of
from storage.schema import T

if TYPE_CHECKING:
    from bot.speech.effects import Deed
    from storage.keeping import Keeping


def append_words(  # noqa: PLR0913, PLR0917 - the fields of an entry
    keeping: Keeping,
    kind: str,
    id: str,
    dialogue: DialogueId,
    level: str,
    sealed: tuple[bytes, str] | None = None,
) -> None:
    """Append an entry about words: the day, never the time of day, and no actor."""
    commitment = commitment_of(*sealed) if sealed else ""
    day = keeping.event.at.date().isoformat()
    _append(keeping, dialogue, kind=kind, id=id, on=day, level=level, commitment=commitment)


def append_act(keeping: Keeping, deed: Deed, dialogue: DialogueId, actor: MemberId) -> None:
    """Append an entry about an act, and keep its reason apart from the chain."""
    id = new_id(keeping.event.seed, "deed")
    commitment = ""
    if deed.reason:
        salt = keeping.salt(id)
        commitment = commitment_of(salt, deed.reason)
        row = {
            "id": id,
            "workspace": keeping.workspace,
            "dialogue": dialogue,
            "body": deed.reason,
            "salt": salt,
        }
        keeping.batch.add(T.reason, row)
    _append(
        keeping, dialogue, kind="act", id=id, on=keeping.event.at.isoformat(), actor=actor,
        action=str(deed.action), target=deed.target, commitment=commitment,
    )  # fmt: skip


def _append(keeping: Keeping, dialogue: DialogueId, **values: str) -> None:
    number, head = keeping.batch.head(dialogue, FIRST_HEAD)
    entry = LedgerEntry(dialogue=dialogue, number=number + 1, **values)
    new_head = head_after(head, entry)
    keeping.batch.add(T.ledger, row_of(entry, keeping.workspace) | {"head": new_head})
    keeping.batch.put_head(dialogue, keeping.workspace, entry.number, new_head)


def read_chain(connection: Connection, dialogue: str) -> tuple[LedgerEntry, ...]:
    """Return all entries of a dialogue's chain, in order."""
    ledger = T.ledger
    rows = connection.execute(select(ledger).where(ledger.c.dialogue == dialogue).order_by(ledger.c.number))
    return tuple(fact_of(LedgerEntry, dict(row)) for row in rows.mappings())


def read_head(connection: Connection, dialogue: str) -> str:
    """Return the head that was noted apart from the entries."""
    head = select(T.ledger_head.c.head).where(T.ledger_head.c.dialogue == dialogue)
    return str(connection.execute(head).scalar() or FIRST_HEAD)


def verify(connection: Connection, dialogue: str) -> Mismatch | None:
    """Return the first entry of a dialogue's chain that does not match what is stored, or nothing."""
    return first_mismatch(
        read_chain(connection, dialogue),
        _sealed(connection, dialogue),
        frozenset(
            connection.execute(select(T.erasure.c.id).where(T.erasure.c.dialogue == dialogue)).scalars()
        ),
        read_head(connection, dialogue),
    )


def verify_all(connection: Connection) -> dict[str, tuple[int, Mismatch | None]]:
    """Return, for each dialogue by its title, how many entries it has and the first that does not match."""
    found: dict[str, tuple[int, Mismatch | None]] = {}
    for id, title in connection.execute(select(T.dialogue.c.id, T.dialogue.c.title)).all():
        count = len(read_chain(connection, id))
        found[f"{title} ({id})"] = (count, verify(connection, id))
    return found


def _sealed(connection: Connection, dialogue: str) -> Mapping[str, Sealed]:
    texts: dict[str, Sealed] = {}
    for table in (T.revision, T.reason):
        rows = connection.execute(
            select(table.c.id, table.c.body, table.c.salt).where(table.c.dialogue == dialogue)
        )
        texts |= {id: Sealed(body, salt) for id, body, salt in rows}
    return texts

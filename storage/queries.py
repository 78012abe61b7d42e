"""The questions that are more than get-by-id: a whole record of a dialogue."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from bot.dialogue.appeals import Appeal
from bot.dialogue.contributions import Contribution, Revision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.divergences import Divergence
from bot.dialogue.members import Member
from bot.dialogue.record import Record
from bot.dialogue.rounds import Round
from bot.dialogue.stances import Stance
from bot.errors import NotFound
from storage.ledger import read_head
from storage.rows import facts_of
from storage.schema import T

Fact = TypeVar("Fact")


def read_record(connection: Connection, workspace: str, dialogue: str) -> Record:
    """
    Return everything one dialogue holds.

    Raises:
        NotFound: This workspace has no such dialogue.
    """
    found = list(_all(connection, Dialogue, T.dialogue, workspace, T.dialogue.c.id == dialogue))
    if not found:
        raise NotFound

    same: dict[Any, Any] = {}

    def of(kind: type[Fact], table: Table, *order: Any) -> Iterator[Fact]:
        return _all(connection, kind, table, workspace, table.c.dialogue == dialogue, *order, same=same)

    contributions = tuple(of(Contribution, T.contribution, T.contribution.c.number, T.contribution.c.id))
    same |= {c.id: c.id for c in contributions}
    return Record(
        dialogue=found[0],
        members={m.id: m for m in of(Member, T.member, T.member.c.joined_at, T.member.c.id)},
        rounds=tuple(r for r in of(Round, T.round, T.round.c.number) if r.opened_at is not None),
        contributions=contributions,
        revisions=_by_subject(of(Revision, T.revision)),
        stances=tuple(of(Stance, T.stance, T.stance.c.contribution, T.stance.c.member)),
        divergences=tuple(of(Divergence, T.divergence, T.divergence.c.made_at, T.divergence.c.id)),
        appeals=tuple(of(Appeal, T.appeal, T.appeal.c.made_at, T.appeal.c.id)),
        head=read_head(connection, dialogue),
    )


def _by_subject(revisions: Iterable[Revision]) -> dict[str, tuple[Revision, ...]]:
    """Put revisions in order here: the database would hold all words in memory once more to sort them."""
    found: dict[str, tuple[Revision, ...]] = {}
    for revision in revisions:
        others = found.get(revision.of)
        together = (revision,) if others is None else sorted((*others, revision), key=attrgetter("number"))
        found[revision.of] = tuple(together)
    return found


def _all(
    connection: Connection,
    kind: type[Fact],
    table: Table,
    workspace: str,
    where: Any,
    *order: Any,
    same: dict[Any, Any] | None = None,
) -> Iterator[Fact]:
    statement = select(table).where(table.c.workspace == workspace, where).order_by(*order)
    return facts_of(kind, table, connection.execute(statement), same)

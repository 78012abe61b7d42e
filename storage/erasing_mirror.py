"""Erases what a member said about the group's own work; what others need to read on stays without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from storage.erased_texts import erase_texts
from storage.schema import T

if TYPE_CHECKING:
    from bot.identifiers import MemberId
    from storage.keeping import Keeping


def erase_mirror(keeping: Keeping, member: MemberId) -> None:
    """Erase the notes a member wrote on empty cells; the reason that was chosen stays, without a name."""
    mine = T.gap.c.member == member
    for id, dialogue in keeping.batch.connection.execute(
        select(T.gap.c.id, T.gap.c.dialogue).where(mine)
    ).all():
        erase_texts(keeping, id, dialogue)
    keeping.run(update(T.gap).where(mine).values(member="", version=T.gap.c.version + 1))

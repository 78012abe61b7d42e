"""Erases what a member said about the group's own work; what others need to read on stays without it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Table, select, update

from bot.dialogue.contributions import ContributionState
from storage.erased_texts import erase_texts
from storage.schema import T

if TYPE_CHECKING:
    from bot.identifiers import MemberId
    from storage.keeping import Keeping

OWN: Mapping[Table, Mapping[str, str]] = {
    T.asset: {"limits": ""},
    T.change_note: {"decided_by": ""},
    T.commitment: {"who": "", "why_not": ""},
}
"""What has an author, and the words of it that stand in the row itself."""


def erase_mirror(keeping: Keeping, member: MemberId) -> None:
    """
    Erase the words of a member: on empty cells, of what they bring, of what became of words.

    The reason that was chosen for an empty cell, and what became of somebody else's words, stay said.
    """
    mine = T.gap.c.member == member
    for id, dialogue in keeping.batch.connection.execute(
        select(T.gap.c.id, T.gap.c.dialogue).where(mine)
    ).all():
        erase_texts(keeping, id, dialogue)
    day = keeping.event.at.date().isoformat()
    gone = {"state": ContributionState.ERASED, "state_on": day, "member": "", "shown_name": ""}
    for table, words in OWN.items():
        own = table.c.member == member
        for id, dialogue in keeping.batch.connection.execute(
            select(table.c.id, table.c.dialogue).where(own)
        ).all():
            erase_texts(keeping, id, dialogue)
            keeping.redraw(id)
        keeping.run(update(table).where(own).values(**gone, **words, version=table.c.version + 1))
    keeping.run(update(T.gap).where(mine).values(member="", version=T.gap.c.version + 1))

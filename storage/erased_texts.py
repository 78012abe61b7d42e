"""Destroys the versions of one text with their salts, and notes their ids as erased on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from storage.schema import T

if TYPE_CHECKING:
    from bot.identifiers import DialogueId
    from storage.keeping import Keeping


def erase_texts(keeping: Keeping, of: str, dialogue: DialogueId) -> None:
    """Destroy every version of the text of something."""
    day = keeping.event.at.date().isoformat()
    for (id,) in keeping.batch.connection.execute(select(T.revision.c.id).where(T.revision.c.of == of)).all():
        keeping.batch.add(
            T.erasure, {"id": id, "workspace": keeping.workspace, "dialogue": dialogue, "on": day}
        )
    keeping.run(delete(T.revision).where(T.revision.c.of == of))

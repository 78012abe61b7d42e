"""What the table of actions asks to be loaded about ways back, assets and what became of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.dialogue.rounds import Round
from bot.dialogue.ways_back import Leading, LedTo, WayBack
from storage.schema import TABLE_OF, T

if TYPE_CHECKING:
    from bot.identifiers import DialogueId, MemberId
    from storage.sql import SqlWork


def _facts(work: SqlWork, kind: type[Any], where: Any, *order: Any) -> tuple[Any, ...]:
    table = TABLE_OF[kind]
    statement = select(table).where(table.c.workspace == work.workspace, where).order_by(*order)
    return tuple(work.batch.remember(kind, row) for row in work.batch.many(statement))


def leading(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> Leading:
    """Return the way back that led to a round."""
    return Leading(next(iter(_facts(work, WayBack, T.way_back.c.round == subject)), None))


def led_to(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> LedTo:
    """Return the round that a way back has led to."""
    way = work.get(WayBack, subject)
    return LedTo(work.get(Round, way.round) if way.round else None)

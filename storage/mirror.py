"""What the table of actions asks to be loaded about ways back, assets and what became of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, func, select

from bot.dialogue.assets import AssetCount
from bot.dialogue.contributions import Contribution
from bot.dialogue.follow_ups import FollowUpCounts
from bot.dialogue.framework import Mechanism
from bot.dialogue.renewals import Intentions
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


def intentions(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, subject: str) -> Intentions:
    """Return what a new version of an intention may follow; for other questions nothing is looked up."""
    round = work.get(Round, subject) if not subject.isdecimal() else work.get(Round, subject, dialogue)
    if round.mechanism is not Mechanism.INTENTIONS:
        return Intentions()
    said = _facts(work, Contribution, T.contribution.c.dialogue == dialogue, T.contribution.c.id)
    rounds = _facts(work, Round, T.round.c.dialogue == dialogue, T.round.c.id)
    return Intentions(said, {each.id: each for each in rounds})


def asset_count(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> AssetCount:
    """Return how many entries the list of what people bring has had."""
    return AssetCount(_count(work, T.asset, dialogue))


def follow_up_counts(
    work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str
) -> FollowUpCounts:
    """Return how many notes and commitments there have been."""
    return FollowUpCounts(_count(work, T.change_note, dialogue), _count(work, T.commitment, dialogue))


def _count(work: SqlWork, table: Table, dialogue: DialogueId) -> int:
    counted = select(func.count()).select_from(table).where(table.c.dialogue == dialogue)
    return int(work.connection.execute(counted).scalar_one())

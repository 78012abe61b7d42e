"""Where the bot is: in which communities, and from which it was removed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, or_, select

from bot.dialogue.absences import STILL_DONE, Absence, Away, Held
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.origins import origin_id
from bot.dialogue.places import Community
from bot.errors import NotFound
from storage.rows import community_of
from storage.schema import T

if TYPE_CHECKING:
    from bot.identifiers import DialogueId, MemberId
    from storage.sql import SqlWork

GONE = select(T.absence.c.workspace).where(T.absence.c.back_at.is_(None))
"""The workspaces in which the bot is not."""


def may_be_sent() -> ColumnElement[bool]:
    """Leave out the posts of communities in which the bot is not."""
    return T.post.c.workspace.not_in(GONE)


def may_come() -> ColumnElement[bool]:
    """Leave out what is planned where the bot is not, except what erases."""
    ticket = T.occurrence.c.ticket
    return or_(
        T.occurrence.c.workspace.not_in(GONE),
        *(ticket.startswith(f"{action}:", autoescape=True) for action in STILL_DONE),
    )


def held(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Held:
    """Return every dialogue of the community."""
    here = select(T.dialogue).where(T.dialogue.c.workspace == work.workspace).order_by(T.dialogue.c.id)
    return Held(tuple(work.batch.remember(Dialogue, row) for row in work.batch.many(here)))


def away(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Away:
    """Return the last absence from the community."""
    try:
        return Away(work.get(Absence, work.workspace))
    except NotFound:
        return Away(None)


def communities_of(connection: Connection, platform: str, account: str) -> tuple[Community, ...]:
    """Return where on a platform this account takes part."""
    member = T.member.c
    mine = select(member.workspace).distinct().where(
        member.account == account, ~member.has_left,
        member.workspace.startswith(f"{platform}:", autoescape=True),
    )  # fmt: skip
    return tuple(community_of(workspace) for workspace in sorted(connection.execute(mine).scalars()))


def presence(connection: Connection, platform: str) -> Mapping[Community, bool]:
    """Return the communities of a platform in which there is a dialogue, and whether the bot is there."""
    dialogue = T.dialogue.c
    here = select(dialogue.workspace).distinct()
    here = here.where(dialogue.workspace.startswith(f"{platform}:", autoescape=True))
    gone = set(connection.execute(GONE).scalars())
    return {community_of(each): each not in gone for each in sorted(connection.execute(here).scalars())}


def where_written(connection: Connection, platform: str, message: str) -> Community | None:
    """Return the community in which a message became a contribution; nothing where it did not."""
    found = select(T.origin.c.workspace).where(T.origin.c.id == origin_id(platform, message))
    workspace = connection.execute(found).scalar()
    return community_of(workspace) if workspace else None

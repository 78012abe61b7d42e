"""What the table of actions asks to be loaded about rhythm: what returns, what comes, how it all stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from bot.dialogue.manners import Occasion
from bot.dialogue.members import Member, Role
from bot.dialogue.rhythm import NOBODY, Occurrence, Schedule
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Coming, Facilitators, Health, Model, Put, Schedules
from bot.errors import NotFound
from bot.speech.events import CameDue
from storage.rows import fact_of, from_micros, to_micros
from storage.schema import T

if TYPE_CHECKING:
    from datetime import datetime

    from bot.identifiers import DialogueId, MemberId
    from storage.sql import SqlWork


def schedules(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Schedules:
    """Return what returns and has not ended; previews have no number yet."""
    schedule = T.schedule.c
    running = (schedule.dialogue == dialogue, schedule.number > 0, schedule.ended_at.is_(None))
    rows = work.batch.many(select(T.schedule).where(*running).order_by(schedule.number))
    return Schedules(tuple(work.batch.remember(Schedule, row) for row in rows))


def coming(work: SqlWork, dialogue: DialogueId, member: MemberId | None, _subject: str) -> Coming:
    """Return what is planned for the place, and for the member who asks."""
    planned = T.occurrence.c
    here = (planned.dialogue == dialogue, planned.schedule != "", ~planned.is_done)
    mine = planned.recipient.in_((NOBODY, member or NOBODY))
    rows = work.batch.many(select(T.occurrence).where(*here, mine).order_by(planned.due, planned.id))
    return Coming(tuple(fact_of(Occurrence, row) for row in rows))


def facilitators(
    work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str
) -> Facilitators:
    """Return those who run the dialogue now."""
    member = T.member.c
    runs = (member.dialogue == dialogue, member.role == Role.FACILITATOR, ~member.has_left)
    rows = work.batch.many(select(T.member).where(*runs).order_by(member.joined_at, member.id))
    return Facilitators(tuple(work.batch.remember(Member, row) for row in rows))


def model(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> Model:
    """Return the round after which those of a schedule are made."""
    return Model(work.get(Round, work.get(Schedule, subject).subject))


def put(work: SqlWork, _dialogue: DialogueId, _member: MemberId | None, subject: str) -> Put:
    """Return the question that was put on a date, if it was."""
    try:
        return Put(work.get(Round, subject))
    except NotFound:
        return Put(None)


def health(work: SqlWork, dialogue: DialogueId, _member: MemberId | None, _subject: str) -> Health:
    """Return how the machinery of a dialogue stands."""
    post, planned, member = T.post.c, T.occurrence.c, T.member.c
    here, there = post.dialogue == dialogue, member.dialogue == dialogue
    next_due = select(func.min(planned.due)).where(planned.dialogue == dialogue, ~planned.is_done)
    due = work.connection.execute(next_due).scalar()
    return Health(
        waiting=_count(work, here, post.state == "waiting"),
        stuck=_count(work, here, post.state == "undeliverable", post.attempts > 0, post.message.is_not(None)),
        unreachable=_count(work, there, member.unreachable_since.is_not(None), ~member.has_left),
        next_due=None if due is None else from_micros(due),
    )


def still_to_come(work: SqlWork, event: CameDue) -> CameDue:
    """Return the event with only what has not come already: two clocks may have seen the same."""
    if not event.planned:
        return event
    ids = [planned.occurrence for planned in event.planned]
    to_come = select(T.occurrence.c.id).where(T.occurrence.c.id.in_(ids), ~T.occurrence.c.is_done)
    left = {row["id"] for row in work.batch.many(to_come)}
    return replace(event, planned=tuple(each for each in event.planned if each.occurrence in left))


def messages_to(work: SqlWork, member: MemberId, after: datetime) -> int:
    """Return how many messages a member did not ask for and got after a moment."""
    post = T.post.c
    return _count(
        work, post.recipient == member, post.stood_at > to_micros(after), post.occasion != Occasion.ASKED
    )


def _count(work: SqlWork, *where: Any) -> int:
    return int(work.connection.execute(select(func.count()).where(*where)).scalar_one())

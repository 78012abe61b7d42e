"""What is planned follows people: moved dates, ended schedules, members in another zone or another mood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from bot.dialogue.members import Member
from bot.dialogue.rhythm import Occurrence, Schedule
from bot.identifiers import ScheduleId
from bot.speech.effects import Move
from storage import mailing
from storage.rows import fact_of, to_micros
from storage.schema import T

if TYPE_CHECKING:
    from storage.keeping import Keeping


def move(keeping: Keeping, order: Move) -> None:
    """Move one date for everybody, or skip it; who is for the same zone moves together."""
    planned = T.occurrence.c
    that_day = (planned.schedule == order.schedule, planned.day == order.day.isoformat(), ~planned.is_done)
    found = [fact_of(Occurrence, row) for row in keeping.batch.many(select(T.occurrence).where(*that_day))]
    if order.to is None:
        _skip(keeping, order.schedule, found)
        return
    moved = {each.zone: replace(each, moved_to=order.to, time=order.at or each.time) for each in found}
    for zone, each in moved.items():
        to = {"moved_to": order.to.isoformat(), "time": each.time.isoformat(), "due": to_micros(each.due)}
        keeping.run(update(T.occurrence).where(*that_day, planned.zone == zone).values(**to))


def _skip(keeping: Keeping, schedule: ScheduleId, found: list[Occurrence]) -> None:
    """Let this date be over before it comes, and plan the one after it."""
    mailing.cancel(keeping, [each.id for each in found])
    model = keeping.batch.known(Schedule, schedule, keeping.workspace)
    for each in found if model else ():
        if following := model and model.next_for(each.recipient, each.zone, each.day):
            keeping.keep_planned(following)


def end(keeping: Keeping, schedule: ScheduleId) -> None:
    """Let nothing more come of a schedule; what was only planned is as if it had never been."""
    planned = T.occurrence.c
    keeping.run(delete(T.occurrence).where(planned.schedule == schedule, ~planned.is_done))


def follow(keeping: Keeping, member: Member) -> None:
    """Let what is planned for a member, and what waits for them already, follow what they chose now."""
    waits = (T.post.c.recipient == member.id, T.post.c.state == "waiting")
    keeping.run(update(T.post).where(*waits).values(due=to_micros(keeping.event.at)))
    planned = T.occurrence.c
    theirs = select(T.occurrence).where(planned.recipient == member.id, ~planned.is_done)
    for row in keeping.batch.many(theirs):
        zone = member.zone or _zone_of(keeping, member)
        if row["zone"] != zone:
            here = replace(fact_of(Occurrence, row), zone=zone)
            moved: dict[str, Any] = {"zone": zone, "due": to_micros(here.due)}
            keeping.run(update(T.occurrence).where(planned.id == row["id"]).values(**moved))


def _zone_of(keeping: Keeping, member: Member) -> str:
    zone = select(T.dialogue.c.zone).where(T.dialogue.c.id == member.dialogue)
    return str(keeping.batch.connection.execute(zone).scalar_one())

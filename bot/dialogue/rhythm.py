"""What is planned: an occurrence is a local date, time and zone; the moment is derived from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.dialogue.cadence import Cadence
from bot.dialogue.local_time import has_day, moment_of
from bot.dialogue.members import Member
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import DialogueId, MemberId, OccurrenceId, ScheduleId, Seed, new_id

NOBODY = MemberId("")
"""Who an occurrence is for that is meant for the place, not for one member."""
ALONE = ScheduleId("")
LATEST = timedelta(hours=24)
"""So long after it was due something may still be sent; later it is told as missed (`decisions.md` 23)."""
LATE = timedelta(minutes=15)
"""From here on a message says that it comes late."""


class Audience(StrEnum):
    """Whom something planned reaches: all in the place at once, or each member at their own local time."""

    PLACE = "place"
    MEMBERS = "members"


class Outcome(StrEnum):
    """How an occurrence ends; each ends in exactly one of these."""

    DELIVERED = "delivered"
    DELIVERED_LATE = "delivered_late"
    EXPIRED_TOLD = "expired_told"
    CANCELLED = "cancelled"
    UNDELIVERABLE_TOLD = "undeliverable_told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """Something planned, with the ticket of what is to be done then."""

    id: OccurrenceId
    dialogue: DialogueId
    ticket: Ticket
    day: date
    time: time
    zone: str
    schedule: ScheduleId = ALONE
    """What it is one of; nothing where it stands alone."""
    recipient: MemberId = NOBODY
    moved_to: date | None = None
    """The day to which a person moved it; `day` stays what it is counted by."""

    @property
    def due(self) -> datetime:
        """The moment it is due, derived, so that new zone rules move it without loss."""
        return moment_of(self.moved_to or self.day, self.time, ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class Planned:
    """One of the occurrences that came due together: which, for whom, where they live, and since when."""

    occurrence: OccurrenceId
    recipient: MemberId
    zone: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Something that returns; each time is an occurrence of its own, for the place or for each member."""

    id: ScheduleId
    dialogue: DialogueId
    number: int
    action: Action
    subject: str
    """What is used anew each time: the round that is the model of those that are asked."""
    audience: Audience
    cadence: Cadence
    time: time
    zone: str
    """Where its time is read for the place; members have their own."""
    begins: date
    open_days: int = 7
    """How long what it opens stays open."""
    flow: str = ""
    """What was laid down in one step has one name here, and is moved as one."""
    made_at: datetime
    ended_at: datetime | None = None
    version: int = 0

    def next_for(self, recipient: MemberId, zone: str, after: date | None = None) -> Occurrence | None:
        """Return the next occurrence after a day, or the first; days a zone does not have are passed over."""
        if self.ended_at is not None:
            return None
        here = ZoneInfo(zone)
        day = next((day for day in self.cadence.days(self.begins, after) if has_day(day, here)), None)
        return None if day is None else self.on(day, recipient, zone)

    def first_for(self, recipient: MemberId, zone: str, now: datetime) -> Occurrence | None:
        """Return the first occurrence whose moment is still to come."""
        yesterday = now.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)
        occurrence = self.next_for(recipient, zone, yesterday)
        while occurrence and occurrence.due <= now:
            occurrence = self.next_for(recipient, zone, occurrence.day)
        return occurrence

    def on(self, day: date, recipient: MemberId, zone: str) -> Occurrence:
        """Return the occurrence on a day."""
        return Occurrence(
            id=occurrence_id(self.id, day, recipient),
            dialogue=self.dialogue,
            ticket=Ticket(self.action, self.id),
            day=day,
            time=self.time,
            zone=zone,
            schedule=self.id,
            recipient=recipient,
        )


def coming_for(
    member: Member, zone: str, schedules: Iterable[Schedule], now: datetime
) -> tuple[Occurrence, ...]:
    """Return the next occurrence for a member of everything that reaches members one by one."""
    if not member.has_voice:
        return ()
    found = (
        schedule.first_for(member.id, member.zone or zone, now)
        for schedule in schedules
        if schedule.audience is Audience.MEMBERS and schedule.number and _wants(member, schedule)
    )
    return tuple(occurrence for occurrence in found if occurrence is not None)


def _wants(member: Member, schedule: Schedule) -> bool:
    return schedule.action is not Action.DIGEST or member.wishes.digest


def occurrence_id(of: str, day: date, recipient: str = NOBODY) -> OccurrenceId:
    """Return the one id for a schedule, a local date and a recipient: so nothing can be planned twice."""
    return OccurrenceId(new_id(Seed(of.encode()), f"{day.isoformat()} {recipient}"))

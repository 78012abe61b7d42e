"""What is planned: an occurrence is a local date, time and zone; the moment is derived from them."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.dialogue.local_time import moment_of
from bot.dialogue.tickets import Ticket
from bot.identifiers import DialogueId, OccurrenceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """Something planned, with the ticket of what is to be done then."""

    id: OccurrenceId
    dialogue: DialogueId
    ticket: Ticket
    day: date
    time: time
    zone: str

    @property
    def due(self) -> datetime:
        """The moment it is due, derived, so that new zone rules move it without loss."""
        return moment_of(self.day, self.time, ZoneInfo(self.zone))

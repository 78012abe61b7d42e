"""From where the bot was removed, since when, and how long what was said there is kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.places import Community
from bot.dialogue.rhythm import Occurrence, occurrence_id
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import OccurrenceId

KEPT_FOR = timedelta(days=30)
"""How long everything is kept after the bot was removed (`promises.md` 10.6)."""
BACK = "back"
"""What the ticket of the moment says at which the facilitators learn that the bot is back."""
STILL_DONE = (Action.WITHDRAW, Action.END_RETENTION)
"""What comes due also where the bot is not: it says nothing to anybody, and erases what was promised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """The bot is not in a community; or it was not, and is back."""

    id: str
    """The workspace."""
    left_at: datetime
    back_at: datetime | None = None
    version: int = 0

    @classmethod
    def begun(cls, community: Community, at: datetime) -> Self:
        """Return the first absence from a community."""
        return cls(id=community.workspace, left_at=at)

    @property
    def lasts(self) -> bool:
        """Whether the bot is away now."""
        return self.back_at is None

    def erasing(self, dialogue: Dialogue) -> Occurrence:
        """Return the moment at which a dialogue is erased, if the bot is not back by then."""
        return _at(self.erasing_id(dialogue), dialogue, self.left_at + KEPT_FOR)

    def erasing_id(self, dialogue: Dialogue) -> OccurrenceId:
        """Return the id of that moment; each absence has its own."""
        return occurrence_id(dialogue.id, self.left_at.date(), f"retention {self.left_at.isoformat()}")

    def welcome(self, dialogue: Dialogue, at: datetime) -> Occurrence:
        """Return the moment, now, at which its facilitators learn that the bot is back."""
        id = occurrence_id(dialogue.id, at.date(), f"{BACK} {at.isoformat()}")
        return _at(id, dialogue, at, BACK)


@dataclass(frozen=True, slots=True)
class Held:
    """Every dialogue of a community, in whatever state it is."""

    dialogues: tuple[Dialogue, ...]


@dataclass(frozen=True, slots=True)
class Away:
    """The absence from a community, if there ever was one."""

    absence: Absence | None

    @property
    def lasts(self) -> bool:
        """Whether the bot is away now."""
        return self.absence is not None and self.absence.lasts


def _at(id: OccurrenceId, dialogue: Dialogue, at: datetime, choice: str = "") -> Occurrence:
    local = at.astimezone(ZoneInfo(dialogue.zone))
    return Occurrence(
        id=id,
        dialogue=dialogue.id,
        ticket=Ticket(Action.END_RETENTION, dialogue.id, choice),
        day=local.date(),
        time=local.time().replace(microsecond=0),
        zone=dialogue.zone,
    )

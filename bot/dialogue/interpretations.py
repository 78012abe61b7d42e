"""What one person takes from what was said or noted: private first, shared when they choose, never merged."""

import json
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.errors import NotFound
from bot.identifiers import DialogueId, InterpretationId, MemberId

SENSE_MOST = 900
"""The most characters of each of its texts: four of them are one text that is kept."""
READ_MOST = 8
"""How much one interpretation can rest on; more does not fit on a button."""


class Sureness(StrEnum):
    """How sure somebody is of what they take from it."""

    GUESS = "guess"
    FAIRLY = "fairly"
    SURE = "sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What somebody takes from what they read, from what they see to what it asks (`domain.md` 8.6)."""

    notice: str
    feel: str = ""
    means: str
    asks: str

    def __str__(self) -> str:
        """Write it as one text, from which each part is read back exactly."""
        parts = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps(parts, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what was written."""
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """One reading of the record by one person; another reading of the same stands beside it."""

    id: InterpretationId
    dialogue: DialogueId
    number: int = 0
    """0 while only its author can see it."""
    member: MemberId
    """Empty once erased."""
    level: Attribution = Attribution.NAMED
    shown_name: str = ""
    based_on: tuple[str, ...]
    """The ids of what it rests on: contributions and lines of the notes; at least one."""
    rival_of: InterpretationId | None = None
    """Another reading of the same that it was written beside."""
    sureness: Sureness
    draft: str = ""
    """What it says, while it is private; when it is shared, this becomes a revision."""
    made_at: datetime
    shared_on: date | None = None
    edits: int = 0
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0

    @property
    def is_shared(self) -> bool:
        """Whether the group can see it, or the marker in its place."""
        return self.shared_on is not None

    def require_own(self, member: MemberId) -> None:
        """
        Let only its author pass, while it is there; to anybody else there is no such thing.

        Raises:
            NotFound: Somebody else wrote it, or it was withdrawn.
        """
        if self.member != member or self.state is not ContributionState.LIVE:
            raise NotFound

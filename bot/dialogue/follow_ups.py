"""What became of what was said: notes on what changed or did not, and what somebody took on to do."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.identifiers import ChangeNoteId, CommitmentId, ContributionId, DialogueId, MemberId

WHAT_MOST = 1000
WHO_MOST = 100
DECIDED_BY_MOST = 200


class Became(StrEnum):
    """Where something went. Not to be taken up is an answer too, with a reason."""

    NOTED = "noted"
    STATEMENT = "statement"
    COMMITMENT = "commitment"
    CHANGED = "changed"
    NOT_TAKEN_UP = "not_taken_up"


class Progress(StrEnum):
    """Where a commitment stands, as somebody says; a day that passes changes nothing by itself."""

    OPEN = "open"
    DONE = "done"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote:
    """You said, and this is what happened: about one or more contributions, with who decided and why."""

    id: ChangeNoteId
    dialogue: DialogueId
    number: int
    sources: tuple[ContributionId, ...]
    became: Became
    decided_by: str
    member: MemberId
    """Who wrote it; empty once erased. What changed or did not, and why, is its revision."""
    level: Attribution = Attribution.NAMED
    shown_name: str
    made_at: datetime
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What somebody took on, by when; what it is, is its revision."""

    id: CommitmentId
    dialogue: DialogueId
    number: int
    sources: tuple[ContributionId, ...]
    who: str
    by_when: date
    progress: Progress = Progress.OPEN
    why_not: str = ""
    progress_on: date | None = None
    member: MemberId
    level: Attribution = Attribution.NAMED
    shown_name: str
    made_at: datetime
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class FollowUpCounts:
    """How many notes and commitments there have been."""

    notes: int
    commitments: int


@dataclass(frozen=True, slots=True)
class NoteOnChange:
    """A note on what changed, with its words as they are shown."""

    note: ChangeNote
    words: str


@dataclass(frozen=True, slots=True)
class CommitmentExcerpt:
    """A commitment, with its words as they are shown."""

    commitment: Commitment
    words: str

"""A text that stands directly under a statement and sees it differently; only its author changes it."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.errors import NotAllowed, NotFound
from bot.identifiers import CheckInId, DialogueId, MemberId, NoteId
from bot.words import Phrase

NOTE_LEVELS = (Attribution.NAMED, Attribution.CHOSEN_NAME)
"""A note is shown as soon as it is written, so leaving the name off would hide nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinorityNote:
    """What one member wants to stand beside a statement; the words are its revisions."""

    id: NoteId
    dialogue: DialogueId
    check_in: CheckInId
    member: MemberId
    level: Attribution
    shown_name: str
    made_at: datetime
    edits: int = 0
    signed_by: tuple[MemberId, ...] = ()
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0

    def require_author(self, member: MemberId) -> None:
        """
        Let only the author pass.

        Raises:
            NotAllowed: Somebody else wrote it.
        """
        if self.member != member:
            raise NotAllowed(Phrase("refusals-only-author"))

    def require_live(self) -> None:
        """
        Let only a note pass that is still there.

        Raises:
            NotFound: It was withdrawn or erased.
        """
        if self.state is not ContributionState.LIVE:
            raise NotFound


@dataclass(frozen=True, slots=True)
class Notes:
    """The minority notes under a check-in, in the order in which they came."""

    notes: tuple[MinorityNote, ...]


@dataclass(frozen=True, slots=True)
class MyNote:
    """The member's own note under the check-in that is asked about, with its words as they stand."""

    note: MinorityNote | None
    body: str = ""

"""A member's own words in a round, their revisions, and what becomes of them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.turns import TurnKind
from bot.errors import NotAllowed, NotFound
from bot.identifiers import ContributionId, DialogueId, MemberId, RevisionId, RoundId
from bot.words import Phrase


class ContributionKind(StrEnum):
    """What came: words, a pass, or "I do not understand this question"."""

    WORDS = "words"
    PASS = "pass"  # noqa: S105 - a pass is no password
    QUESTION_BACK = "question_back"


class ContributionState(StrEnum):
    """What became of the words. Only `LIVE` words are shown."""

    LIVE = "live"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one member brought to a round; the words themselves are in its revisions."""

    id: ContributionId
    dialogue: DialogueId
    round: RoundId
    number: int
    member: MemberId
    """Empty once erased: then nothing leads from the marker to its author."""
    level: Attribution
    shown_name: str = ""
    kind: ContributionKind = ContributionKind.WORDS
    made_at: datetime
    shared_on: date | None = None
    """The day the group saw it; none while unnamed words wait, or while the round keeps answers back."""
    is_late: bool = False
    is_new_to_me: bool = False
    to: ContributionId | None = None
    turn: TurnKind | None = None
    edits: int = 0
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    stays_in_open_data: bool = False
    """Whether a facilitator who hid the words left them in open data, with the mark of hidden words."""
    version: int = 0

    def require_author(self, member: MemberId) -> None:
        """
        Let only the author pass; to others the thing does not exist as theirs.

        Raises:
            NotAllowed: Somebody else wrote it.
        """
        if self.member != member:
            raise NotAllowed(Phrase("refusals-only-author", {"number": self.number}))

    def require_kind(self, kind: ContributionKind) -> None:
        """
        Let only this kind pass: what is not words cannot be changed, hidden or taken up.

        Raises:
            NotFound: It is something else.
        """
        if self.kind is not kind:
            raise NotFound

    def require_live(self) -> None:
        """
        Let only words pass that are still there.

        Raises:
            NotFound: They were withdrawn, erased or hidden.
        """
        if self.state is not ContributionState.LIVE:
            raise NotFound(Phrase("refusals-words-gone", {"number": self.number}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Words as they stood at one time."""

    number: int
    body: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Version):
    """The words of a contribution (or appeal) at one time; never changed, only followed by another."""

    id: RevisionId
    of: str
    dialogue: DialogueId

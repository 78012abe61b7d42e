"""What people bring: an entry in a list that members keep, and only its author changes or takes away."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.errors import NotAllowed, NotFound
from bot.identifiers import AssetId, ContributionId, DialogueId, MemberId
from bot.words import Phrase

ASSET_MOST = 300
LIMITS_MOST = 300


class AssetKind(StrEnum):
    """What kind of thing it is (`domain.md` 8.3)."""

    INDIVIDUAL = "individual"
    ASSOCIATION = "association"
    INSTITUTION = "institution"
    PLACE = "place"
    EXCHANGE = "exchange"
    STORY = "story"
    ACCESS_NEED = "access_need"


class OfferedAs(StrEnum):
    """Whether it is there, known of, or would be needed."""

    OFFER = "offer"
    KNOWN = "known"
    NEEDED = "needed"


class MayContact(StrEnum):
    """Whether its author may be asked about it."""

    YES = "yes"
    ASK_FIRST = "ask_first"
    NO = "no"


class Audience(StrEnum):
    """Who may read it. Nobody else does before its author has said so twice."""

    SELF = "self"
    FACILITATORS = "facilitators"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One thing that somebody brings, knows of or would need; what it is, is its revision."""

    id: AssetId
    dialogue: DialogueId
    number: int
    member: MemberId
    """Empty once erased."""
    level: Attribution
    shown_name: str
    kind: AssetKind
    offered_as: OfferedAs
    limits: str = ""
    """Time, cost, "ask me first", in the words of its author."""
    may_contact: MayContact
    audience: Audience = Audience.SELF
    offered_for: ContributionId | None = None
    """The idea it is offered for, where a button said so."""
    made_at: datetime
    edits: int = 0
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0

    @property
    def is_there(self) -> bool:
        """Whether it is had, or known of; else it would be needed."""
        return self.offered_as is not OfferedAs.NEEDED

    def require_author(self, member: MemberId) -> None:
        """
        Let only the author pass; to everybody else an entry they cannot read does not exist.

        Raises:
            NotFound: It is kept from this member, or gone.
            NotAllowed: Somebody else wrote it.
        """
        if self.state is not ContributionState.LIVE:
            raise NotFound
        if self.member != member:
            is_shown = self.audience is Audience.GROUP
            raise NotAllowed(Phrase("refusals-only-author")) if is_shown else NotFound()


@dataclass(frozen=True, slots=True)
class AssetCount:
    """How many entries the list has had."""

    count: int


@dataclass(frozen=True, slots=True)
class AssetExcerpt:
    """One entry as a reader may see it."""

    asset: Asset
    text: str
    is_own: bool
    is_facilitator: bool
    """Whether somebody who runs the dialogue brings it, under their name."""

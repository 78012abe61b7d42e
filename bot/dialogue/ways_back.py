"""Why a group went back to an earlier part of its work, from what, and the question this led to."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.rounds import Round
from bot.identifiers import DialogueId, MemberId, RoundId, WayBackId

REASON_MOST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """One return. What it came from and the question it led to both stay, and both name it."""

    id: WayBackId
    dialogue: DialogueId
    source_kind: PointerKind | None = None
    """None: from the dialogue as a whole."""
    source_id: str = ""
    source_number: int = 0
    mechanism: Mechanism
    theme: Theme
    reason: str
    """In the words of the facilitator; it enters the ledger with the question."""
    round: RoundId | None = None
    """The question it led to, from its preview on."""
    member: MemberId
    made_at: datetime
    version: int = 0

    @property
    def source(self) -> Pointer | None:
        """Return what the group came back from, or nothing for the dialogue as a whole."""
        if self.source_kind is None:
            return None
        return Pointer(self.source_kind, self.source_id, self.source_number)


@dataclass(frozen=True, slots=True)
class Leading:
    """The way back that led to the round that is asked about, if one did."""

    way: WayBack | None


@dataclass(frozen=True, slots=True)
class LedTo:
    """The round that the way back that is asked about has led to so far, also while it is a preview."""

    round: Round | None

"""A light sign on a contribution: the same, differently, not sure. Counted, never averaged, no vote."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.identifiers import ContributionId, DialogueId, MemberId


class StanceKind(StrEnum):
    """How one member sees what another wrote."""

    SAME = "same"
    DIFFERENTLY = "differently"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One member's stance on one contribution; a later one takes the place of the earlier."""

    contribution: ContributionId
    member: MemberId
    dialogue: DialogueId
    kind: StanceKind
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """How many see it the same, differently, or are not sure; three counts that are not added up."""

    same: int = 0
    differently: int = 0
    unsure: int = 0

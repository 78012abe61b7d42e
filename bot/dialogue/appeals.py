"""A member's appeal against an act of a facilitator: kept, seen by facilitators, answered in words."""

from dataclasses import dataclass
from datetime import datetime

from bot.identifiers import AppealId, ContributionId, DialogueId, MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """An appeal; its words are a revision of it."""

    id: AppealId
    dialogue: DialogueId
    member: MemberId
    about: ContributionId | None
    made_at: datetime
    answered_at: datetime | None = None
    version: int = 0

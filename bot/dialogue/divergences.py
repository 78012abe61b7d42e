"""Views that differ and are kept apart: never merged, never deleted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.identifiers import ContributionId, DialogueId, DivergenceId, MemberId


class DivergenceState(StrEnum):
    """Where the group stands with it. To agree to differ is a proper end."""

    OPEN = "open"
    EXPLORED = "explored"
    AGREED_TO_DIFFER = "agreed_to_differ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """One question on which two or more positions stand, each in its author's own words."""

    id: DivergenceId
    dialogue: DialogueId
    positions: tuple[ContributionId, ...]
    marked_by: MemberId
    made_at: datetime
    state: DivergenceState = DivergenceState.OPEN
    agreed_by: frozenset[MemberId] = frozenset()
    """Authors of positions who said that they agree to differ; it needs a word from each side."""
    version: int = 0

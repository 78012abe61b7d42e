"""Why a part of the map is empty: one of three reasons, chosen by a person and never guessed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.framework import Mechanism, Theme
from bot.identifiers import DialogueId, GapId, MemberId

NOTE_MOST = 300


class GapReason(StrEnum):
    """The three explanations of thin cells in Masterson et al. 2024."""

    NOT_APPLICABLE = "not_applicable"
    DID_NOT_HAPPEN = "did_not_happen"
    HAPPENED_NOT_RECORDED = "happened_not_recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What one person said about an empty cell, at one time; a note is the revision of it."""

    id: GapId
    dialogue: DialogueId
    mechanism: Mechanism
    theme: Theme
    reason: GapReason
    has_note: bool = False
    level: Attribution = Attribution.NAMED
    """It is shown at once, so leaving the name off would hide nobody."""
    member: MemberId
    """Empty once erased."""
    made_at: datetime
    version: int = 0


@dataclass(frozen=True, slots=True)
class GapExcerpt:
    """What was said about an empty cell, with the name and the note as they are shown."""

    gap: Gap
    by: str
    note: str


def newest(gaps: Iterable[GapExcerpt]) -> Mapping[tuple[Mechanism, Theme], GapExcerpt]:
    """Return for each cell what was said last; what was said before stays in the record."""
    in_order = sorted(gaps, key=lambda said: said.gap.made_at)
    return {(said.gap.mechanism, said.gap.theme): said for said in in_order}

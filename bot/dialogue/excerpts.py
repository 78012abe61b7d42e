"""What one reader may see of a dialogue for one use: made by the one gate, `visibility`, and nowhere else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.blind_until_close import CheckExcerpt
from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.divergences import DivergenceState
from bot.dialogue.gaps import GapExcerpt
from bot.dialogue.interpretation_excerpts import InterpretationExcerpt
from bot.dialogue.line_excerpts import LineExcerpt
from bot.dialogue.mirrored import NO_MIRROR, MirrorExcerpt
from bot.dialogue.rounds import Round
from bot.dialogue.stances import StanceKind, Tally
from bot.dialogue.statement_excerpts import StatementExcerpt
from bot.dialogue.turns import NO_SIGNS, Signs, TurnKind
from bot.dialogue.ways_back import WayBack
from bot.identifiers import ContributionId, DivergenceId, MemberId, RoundId


class Purpose(StrEnum):
    """What an excerpt is for. Some uses need a tick of the author's own (`consent.Use`)."""

    GROUP = "group"
    REPORT = "report"
    OPEN_DATA = "open_data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One contribution as this reader may see it."""

    id: ContributionId
    number: int
    round: RoundId
    kind: ContributionKind
    author: str
    """The name to show; empty: no name is shown."""
    level: Attribution
    is_facilitator: bool
    is_own: bool
    bodies: tuple[str, ...]
    """Every version that may be seen, the latest last; none behind a marker or for a pass."""
    day: date
    """The day it was shared."""
    at: datetime | None
    """The moment it was written; none where that could lead to its author."""
    is_late: bool
    is_new_to_me: bool
    to: ContributionId | None
    turn: TurnKind | None
    edits: int
    state: ContributionState
    state_on: date | None
    tally: Tally

    @property
    def body(self) -> str:
        """The words as they stand now, or nothing."""
        return self.bodies[-1] if self.bodies else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundExcerpt:
    """A round and what of it this reader may see."""

    round: Round
    entries: tuple[Entry, ...]
    is_sealed: bool
    """Whether answers of others are kept back from this reader for now."""
    signs: Signs | None
    """The dialogue test; none while the round is sealed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DivergenceExcerpt:
    """Views that stay apart, each whole."""

    id: DivergenceId
    state: DivergenceState
    positions: tuple[Entry, ...]
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenStance:
    """One stance for open data: which person (as a number drawn for this excerpt), on what, and how."""

    contribution: ContributionId
    voter: MemberId
    kind: StanceKind
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """What one reader may see of a dialogue for one use. Made here and nowhere else."""

    dialogue: Dialogue
    purpose: Purpose
    rounds: tuple[RoundExcerpt, ...]
    divergences: tuple[DivergenceExcerpt, ...]
    left_out: int
    """How many contributions are not in it because their authors did not tick this use."""
    eligible: int
    head: str
    statements: tuple[StatementExcerpt, ...] = ()
    """Only in excerpts for the group itself: what it weighs is no open data."""
    signs: Signs = NO_SIGNS
    """The dialogue test for all rounds that the reader can see into."""
    gaps: tuple[GapExcerpt, ...] = ()
    """Why parts of the map are empty, as people said; in no excerpt for open data."""
    mirror: MirrorExcerpt = NO_MIRROR
    """What the group keeps about its own work; in no excerpt for open data."""
    ways_back: tuple[WayBack, ...] = ()
    """Those that led to a question that was put to the group; in no excerpt for open data."""
    lines: tuple[LineExcerpt, ...] = ()
    """The notes; in a report only lines whose authors all ticked it, and never in open data."""
    interpretations: tuple[InterpretationExcerpt, ...] = ()
    """Those that were shared, and the reader's own private ones; in a report only ticked ones."""
    understanding: tuple[CheckExcerpt, ...] = ()
    """Only in excerpts for the group itself."""
    stances: tuple[OpenStance, ...] = ()
    """Single stances: only in excerpts for open data, only of people who ticked that use."""
    authors: Mapping[ContributionId, MemberId] | None = None
    """Who wrote what, named contributions only and for open data only; never written out as it stands."""

    def entries(self) -> Iterable[Entry]:
        """Return all entries in the order of their rounds."""
        return (entry for part in self.rounds for entry in part.entries)

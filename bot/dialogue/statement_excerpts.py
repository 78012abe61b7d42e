"""What one reader may see of statements, of responses to them and of the notes beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import ContributionState
from bot.dialogue.decisions import Decision
from bot.dialogue.objections import ObjectionState, Point
from bot.dialogue.remarks import RemarkKind
from bot.dialogue.responses import Counts, Response
from bot.dialogue.statements import Statement
from bot.identifiers import MemberId, NoteId, ObjectionId, RemarkId, ResponseId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseExcerpt:
    """One response after the close, at the attribution that was chosen."""

    id: ResponseId
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    author: str
    """The name to show; empty: no name is shown."""
    level: Attribution
    has_reason: bool
    is_private: bool
    """Whether only facilitators may read the reason; then it stands in no file and no post."""
    may_read: bool
    """Whether this reader may be shown the reason."""
    reason: str
    """The reason as everybody may read it."""
    state: ContributionState
    state_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionExcerpt:
    """An objection after the close, and where it stands in the view of whoever made it."""

    id: ObjectionId
    author: str
    is_own: bool
    points: tuple[tuple[Point, str], ...]
    """What it says, point by point; nothing behind a marker."""
    standing: ObjectionState
    settled_on: date | None
    was_asked: bool
    made_on: date
    state: ContributionState
    state_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkExcerpt:
    """A question, an answer or a comment, or the marker in its place."""

    id: RemarkId
    kind: RemarkKind
    to: RemarkId | None
    author: str
    words: str
    made_on: date
    is_settled: bool
    state: ContributionState
    state_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteExcerpt:
    """A minority note, or the marker in its place."""

    id: NoteId
    author: str
    is_own: bool
    words: str
    made_on: date
    signed_by: tuple[tuple[MemberId, str], ...]
    """Who signed, by id and by name."""
    state: ContributionState
    state_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInExcerpt:
    """A check-in: before its close only that it is there, and what the reader responded."""

    check_in: CheckIn
    is_asked: bool
    """Whether the reader is among those who are asked."""
    own: Response | None
    counts: Counts | None
    """None until it has closed, and for one that lapsed."""
    responses: tuple[ResponseExcerpt, ...]
    """Those with a name or a reason, in the order of the scale, else in an order that tells nothing."""
    notes: tuple[NoteExcerpt, ...]
    decision: Decision | None = None
    """What people recorded about it."""
    names: Mapping[MemberId, str] = field(default_factory=dict)
    """How those are called who recorded it and what became of it."""
    objections: tuple[ObjectionExcerpt, ...] = ()
    """None before the close."""
    remarks: tuple[RemarkExcerpt, ...] = ()
    """Questions with their answers, and comments; nothing of them is sealed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementExcerpt:
    """One edition of a statement, with what stands under it."""

    statement: Statement
    text: str
    check_ins: tuple[CheckInExcerpt, ...]

    @property
    def notes(self) -> tuple[NoteExcerpt, ...]:
        """Return the minority notes, which stand directly under the text."""
        return tuple(note for part in self.check_ins for note in part.notes)

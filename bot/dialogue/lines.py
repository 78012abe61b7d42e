"""One line of the group's notes: whom it cites is asked "is this what you meant?"; silence is silence."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.dialogue.members import Member, Role
from bot.errors import NotAllowed, NotFound
from bot.identifiers import DialogueId, LineCheckId, LineId, MemberId
from bot.words import Phrase

LINE_MOST = 1000
ORIGIN_MOST = 500


class LineKind(StrEnum):
    """What a line notes down."""

    VIEW = "view"
    IDEA = "idea"
    QUESTION = "question"
    COMMON_GROUND = "common_ground"
    DIVERGENCE = "divergence"
    DECISION = "decision"
    ACTION = "action"
    FACT = "fact"


NEEDS_WORDS: Collection[LineKind] = frozenset(
    {LineKind.VIEW, LineKind.IDEA, LineKind.QUESTION, LineKind.COMMON_GROUND, LineKind.DIVERGENCE}
)
"""Kinds that cite somebody's words here; all others may name in words where they come from."""


class LineState(StrEnum):
    """Where a line stands. Nothing but an answer of those it cites ever makes it confirmed."""

    UNCONFIRMED = "unconfirmed"
    TO_FIX = "to_fix"
    NEEDS_RECHECK = "needs_recheck"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


class CheckAnswer(StrEnum):
    """What an author answers to "is this what you meant?"."""

    YES = "yes"
    NEARLY = "nearly"
    NO = "no"
    LEAVE_OUT = "leave_out"


class Drafting(StrEnum):
    """Who may draft lines."""

    FACILITATORS = "facilitators"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafters:
    """Who may draft lines in a dialogue, as a facilitator said last; its id is that of the dialogue."""

    id: DialogueId
    dialogue: DialogueId
    drafting: Drafting = Drafting.FACILITATORS
    version: int = 0

    def may(self, member: Member) -> bool:
        """Whether this member may draft."""
        is_for_all = self.drafting is Drafting.EVERYBODY
        return member.role is Role.FACILITATOR or (is_for_all and member.has_voice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One edition of a line; its text is a revision of it and is never changed, only followed by another."""

    id: LineId
    dialogue: DialogueId
    number: int
    """The same for all editions of one line."""
    edition: int
    kind: LineKind
    sources: tuple[str, ...]
    """The ids of the words it is written from."""
    origin: str = ""
    """Where it comes from if not from words here, as whoever drafted it says."""
    member: MemberId
    """Who drafted it; empty once erased."""
    level: Attribution
    shown_name: str
    made_at: datetime
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0

    @property
    def is_live(self) -> bool:
        """Whether nobody took the line itself back."""
        return self.state is ContributionState.LIVE

    def require_drafter(self, member: MemberId) -> None:
        """
        Let only whoever drafted it pass.

        Raises:
            NotAllowed: Somebody else did.
        """
        if self.member != member:
            raise NotAllowed(Phrase("refusals-only-author"))

    def require_live(self) -> None:
        """
        Let only a line pass that is still there.

        Raises:
            NotFound: It was withdrawn or erased.
        """
        if not self.is_live:
            raise NotFound(Phrase("draft_line-gone", {"number": self.number}))


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCheck:
    """What the author of one source answered about one edition; a better wording is a revision of it."""

    id: LineCheckId
    line: LineId
    source: str
    dialogue: DialogueId
    member: MemberId
    answer: CheckAnswer
    level: Attribution
    """As the words that are cited: whoever wrote without a name answers without one."""
    shown_name: str
    made_at: datetime
    edits: int = 0
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class LineStanding:
    """Where a line stands: its state, and how many of its sources were checked by their authors."""

    state: LineState
    checked: int
    asked: int

    @property
    def is_readable(self) -> bool:
        """Whether its text is shown: not while words it was written from are gone."""
        return self.state not in (LineState.WITHDRAWN, LineState.NEEDS_RECHECK)


def read_line(quoted: Collection[str], checks: Mapping[str, CheckAnswer]) -> LineState:
    """
    Read what the authors said, as `domain.md` 9.3 does; no answer leaves a line unconfirmed for ever.

    *quoted* are the sources, one by one: to count people would tell that two texts without a name
    are by the same person.
    """
    said = [checks[each] for each in quoted if each in checks]
    if CheckAnswer.LEAVE_OUT in said:
        return LineState.NEEDS_RECHECK
    if CheckAnswer.NEARLY in said or CheckAnswer.NO in said:
        return LineState.TO_FIX
    return LineState.CONFIRMED if quoted and len(said) == len(quoted) else LineState.UNCONFIRMED


def standing_of(line: Line, there: Collection[str], checks: Mapping[str, CheckAnswer]) -> LineStanding:
    """
    Return where a line stands; *there* are those of its sources that can still be cited.

    A source that its author took back, or asked to leave out, sends the line back: it is withdrawn
    where nothing else is left of it.
    """
    kept = [each for each in line.sources if each in there and checks.get(each) != CheckAnswer.LEAVE_OUT]
    given = sum(checks.get(each) is CheckAnswer.YES for each in kept)
    if not line.is_live or (line.sources and not kept):
        state = LineState.WITHDRAWN
    elif any(each not in there for each in line.sources):
        state = LineState.NEEDS_RECHECK
    else:
        state = read_line(line.sources, checks)
    return LineStanding(state, given, len(line.sources))


def strictest(levels: Collection[Attribution]) -> Attribution:
    """Return the strictest of some levels; a line takes it from its sources (`domain.md` 13.2)."""
    return max(levels, key=list(Attribution).index, default=Attribution.NAMED)

"""Do we mean the same? Each says it in their own words, blind; then everybody marks one line of the group."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.dialogue.places import Place
from bot.errors import CheckInClosed, NotAllowed
from bot.identifiers import (
    DialogueId,
    LineId,
    MarkId,
    MemberId,
    RestatementId,
    UnderstandingCheckId,
    UnderstandingId,
)
from bot.words import Phrase

QUESTION_MOST = 1000
MARK_FOR = timedelta(days=3)
"""How long people mark the group's line (`decisions.md` 28)."""
FEWEST = 2
"""So many restatements a line of the group rests on at least."""


class Stage(StrEnum):
    """Where a check stands: blind, shown together, a line being marked, read."""

    RESTATING = "restating"
    SHOWN = "shown"
    MARKING = "marking"
    READ = "read"


class MarkKey(StrEnum):
    """How the group's line compares with what one understands."""

    SAME = "same"
    PARTLY = "partly"
    DIFFERENT = "different"
    NOT_SURE = "not_sure"


class Firmness(StrEnum):
    """How firm what is shared is."""

    JUST_FOR_NOW = "just_for_now"
    FAIRLY_FIRM = "fairly_firm"
    FIRM = "firm"


class Scope(StrEnum):
    """Whether what is shared is about one thing, or about the whole."""

    SPECIFIC = "specific"
    BROAD = "broad"


class SharedReading(StrEnum):
    """What the marks suggest; a person records an understanding, never the bot."""

    INCONCLUSIVE = "inconclusive"
    NOT_SHARED = "not_shared"
    PARTLY_SHARED = "partly_shared"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstandingCheck:
    """One question about what the group understands, in two steps."""

    id: UnderstandingCheckId
    dialogue: DialogueId
    number: int
    place: Place
    question: str
    """In the words of the facilitator, exactly as it was shown."""
    eligible: tuple[MemberId, ...]
    """Who is asked, fixed at opening."""
    quorum: int
    levels: tuple[Attribution, ...]
    opened_at: datetime
    closes_at: datetime
    """When what is open closes: the restatements, then the marks."""
    stage: Stage = Stage.RESTATING
    line: LineId | None = None
    """The line of the group that is marked."""
    left: int = 0
    """How many of those asked had left without a word when the last step closed."""
    reading: SharedReading | None = None
    closed_at: datetime | None = None
    version: int = 0

    def require_asked(self, member: MemberId, stage: Stage, now: datetime) -> None:
        """
        Let only those take part who are asked, and only while this step is open.

        Raises:
            CheckInClosed: It has closed, or has not begun.
            NotAllowed: The member was not there when it opened.
        """
        if self.stage is not stage or now >= self.closes_at:
            raise CheckInClosed(Phrase(f"understand-{stage}-closed"))
        if member not in self.eligible:
            raise NotAllowed(Phrase("understand-not-asked"))

    def require_stage(self, *stages: Stage) -> None:
        """
        Let only a check pass that stands there.

        Raises:
            CheckInClosed: It stands elsewhere.
        """
        if self.stage not in stages:
            raise CheckInClosed(Phrase("understand-other-stage"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Restatement:
    """What one member says in their own words; until the close only they can see it."""

    id: RestatementId
    check: UnderstandingCheckId
    dialogue: DialogueId
    number: int = 0
    """Given at the close, in an order that tells nothing."""
    member: MemberId
    is_pass: bool = False
    level: Attribution = Attribution.UNNAMED
    shown_name: str = ""
    draft: str = ""
    """The words while they are sealed; at the close they become a revision."""
    made_at: datetime
    shared_on: date | None = None
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one member marks the group's line; until the close only they can see it."""

    id: MarkId
    check: UnderstandingCheckId
    dialogue: DialogueId
    member: MemberId
    key: MarkKey
    firmness: Firmness
    differs: str = ""
    """What differs, while it is sealed; at the close it becomes a revision."""
    has_words: bool = False
    level: Attribution
    shown_name: str
    made_at: datetime
    shared_on: date | None = None
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """
    What the group understands now, how broad and how firm, on a day.

    It cannot be without having come back to the group: through an answer of one person to another,
    and through a line of the notes (`domain.md` 4.3). Without that the words stay what they were.
    """

    id: UnderstandingId
    dialogue: DialogueId
    number: int
    check: UnderstandingCheckId
    scope: Scope
    firmness: Firmness
    shared_by: int
    """How many marked the line as the same."""
    seen_differently: tuple[str, ...] = ()
    """The ids of marks that say what differs; they stand next to it."""
    based_on: tuple[str, ...] = ()
    """The ids of interpretations it rests on."""
    returned_turns: tuple[str, ...]
    returned_lines: tuple[str, ...]
    recorded_by: MemberId
    made_at: datetime
    version: int = 0

    def __post_init__(self) -> None:
        """Refuse to be without its return to dialogue and record."""
        if not self.returned_turns or not self.returned_lines:
            raise NotAllowed(Phrase("record_understanding-no-return"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The counts of the marks, apart from each other; they add up to those who were asked."""

    eligible: int
    same: int
    partly: int
    different: int
    not_sure: int
    no_response: int
    left: int
    firmness: tuple[tuple[Firmness, int], ...]


def count_marks(check: UnderstandingCheck, marks: Iterable[Mark]) -> Marks:
    """Count the marks of *check*; what was marked elsewhere does not count."""
    own = [mark for mark in marks if mark.check == check.id]
    keys = Counter(mark.key for mark in own)
    firmness = Counter(mark.firmness for mark in own)
    return Marks(
        eligible=len(check.eligible),
        same=keys[MarkKey.SAME],
        partly=keys[MarkKey.PARTLY],
        different=keys[MarkKey.DIFFERENT],
        not_sure=keys[MarkKey.NOT_SURE],
        no_response=len(check.eligible) - len(own) - check.left,
        left=check.left,
        firmness=tuple((each, firmness[each]) for each in Firmness if firmness[each]),
    )


def read_own_words(keys: Iterable[MarkKey], quorum: int) -> SharedReading:
    """Read the marks as `domain.md` 9.3 does."""
    count = Counter(keys)
    marked = sum(count.values())
    unclear = count[MarkKey.PARTLY] + count[MarkKey.NOT_SURE]
    if marked < quorum:
        return SharedReading.INCONCLUSIVE
    if 3 * count[MarkKey.DIFFERENT] > marked:
        return SharedReading.NOT_SHARED
    if count[MarkKey.DIFFERENT] or 4 * unclear > marked:
        return SharedReading.PARTLY_SHARED
    return SharedReading.SHARED

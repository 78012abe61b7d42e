"""A reading that people have confirmed: who decided, what became of it, and when it comes back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.readings import AGREEMENTS, Reading
from bot.errors import NotAllowed
from bot.identifiers import CheckInId, DecisionId, DialogueId, MemberId, OccurrenceId, StatementId
from bot.words import Phrase


class DecisionState(StrEnum):
    """What has become of a decision."""

    MADE = "made"
    REVIEWED = "reviewed"
    REOPENED = "reopened"
    REPLACED = "replaced"
    RETIRED = "retired"


class StepKind(StrEnum):
    """What people did with a decision on the day on which it came back, or earlier."""

    KEEP = "keep"
    AMEND = "amend"
    RETIRE = "retire"
    REPLACE = "replace"


BECOMES = {
    StepKind.KEEP: DecisionState.REVIEWED,
    StepKind.AMEND: DecisionState.REOPENED,
    StepKind.RETIRE: DecisionState.RETIRED,
    StepKind.REPLACE: DecisionState.REPLACED,
}
LASTING = frozenset({*AGREEMENTS, Reading.AGREED_TO_DIFFER})
"""What can come back for review: the rest leaves things as they were."""
STANDING = frozenset({DecisionState.MADE, DecisionState.REVIEWED})
"""What holds now."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the history of a decision."""

    kind: StepKind
    on: date
    by: MemberId
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One confirmed reading. What stood against it stays beside it; nothing here replaces it."""

    id: DecisionId
    dialogue: DialogueId
    statement: StatementId
    check_in: CheckInId
    outcome: Reading
    """The reading that was confirmed, or what people recorded instead: no agreement that was not read."""
    fallback: str = ""
    """What came out of the fallback, where people applied it; it stands beside the outcome."""
    decided_by: str
    """Who decided, in the words of whoever recorded it; empty: the group itself."""
    member: MemberId
    """Who recorded it; empty: enough people said that they read it this way."""
    made_at: datetime
    measure: str = ""
    """By what the group wants to see whether it works."""
    review_at: datetime | None = None
    state: DecisionState = DecisionState.MADE
    history: tuple[Step, ...] = ()
    version: int = 0

    @property
    def holds(self) -> bool:
        """Whether it holds now."""
        return self.state in STANDING

    @property
    def review(self) -> OccurrenceId:
        """Return what its next review is called among what is planned."""
        return OccurrenceId(f"review-{self.id}-{len(self.history)}")

    def require_holds(self) -> None:
        """
        Let only a decision pass that holds.

        Raises:
            NotAllowed: It was reopened, replaced or retired.
        """
        if not self.holds:
            raise NotAllowed(Phrase("review-not-any-more"))

    def after(self, step: Step, review_at: datetime | None = None) -> "Decision":
        """Return it after one more step."""
        return replace(self, state=BECOMES[step.kind], history=(*self.history, step), review_at=review_at)


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of a dialogue, in the order in which they were made."""

    decisions: tuple[Decision, ...]

    def of(self, check_in: CheckInId) -> Decision | None:
        """Return the decision about a check-in."""
        return next((decision for decision in self.decisions if decision.check_in == check_in), None)

    def standing_on(self, statements: Iterable[StatementId]) -> tuple[Decision, ...]:
        """Return the decisions on these editions that hold."""
        wanted = set(statements)
        return tuple(d for d in self.decisions if d.statement in wanted and d.holds)


def outcomes_of(check_in: CheckIn) -> tuple[Reading, ...]:
    """Return what people can record: the reading as it is, or that they differ, or that they do not agree."""
    own = (check_in.reading,) if check_in.reading is not None else ()
    always = (Reading.AGREED_TO_DIFFER, Reading.NOT_AGREED)
    return tuple(dict.fromkeys((*own, *always)))

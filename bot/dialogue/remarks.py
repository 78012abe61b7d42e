"""Words beside a check-in that everybody sees at once: a question that holds it, an answer, a comment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.errors import NotFound
from bot.identifiers import CheckInId, DialogueId, MemberId, RemarkId


class RemarkKind(StrEnum):
    """What a remark is."""

    QUESTION = "question"
    ANSWER = "answer"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark; its words are a revision of it, and are never changed."""

    id: RemarkId
    dialogue: DialogueId
    check_in: CheckInId
    kind: RemarkKind
    to: RemarkId | None = None
    """The question that an answer is for."""
    member: MemberId
    level: Attribution
    shown_name: str
    made_at: datetime
    is_settled: bool = False
    """Of a question: it was answered, or whoever asked needs no answer any more."""
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0

    @property
    def waits(self) -> bool:
        """Whether it holds its check-in open."""
        is_question = self.kind is RemarkKind.QUESTION
        return is_question and not self.is_settled and self.state is ContributionState.LIVE

    def require_question(self) -> None:
        """
        Let only a question pass that is still there.

        Raises:
            NotFound: It is something else, or its author erased it.
        """
        if self.kind is not RemarkKind.QUESTION or self.state is not ContributionState.LIVE:
            raise NotFound


@dataclass(frozen=True, slots=True)
class Remarks:
    """What was said beside the check-in that is asked about, in the order in which it came."""

    remarks: tuple[Remark, ...]

    def answers_to(self, question: Remark) -> tuple[Remark, ...]:
        """Return the answers to a question."""
        return tuple(remark for remark in self.remarks if remark.to == question.id)

    def waiting_of(self, member: MemberId) -> tuple[Remark, ...]:
        """Return the questions of a member that wait for an answer."""
        return tuple(remark for remark in waiting_in(self.remarks) if remark.member == member)


def waiting_in(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return the questions that wait for an answer."""
    return tuple(remark for remark in remarks if remark.waits)

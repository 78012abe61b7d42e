"""What members respond in a check-in, and how that is counted: five things apart, which add up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import ContributionState
from bot.dialogue.decisions import Decision
from bot.dialogue.members import Member
from bot.dialogue.objections import Objection
from bot.dialogue.remarks import Remark
from bot.dialogue.statements import Statement
from bot.identifiers import CheckInId, DialogueId, MemberId, ResponseId


class ResponseKind(StrEnum):
    """A choice on the scale, or a pass."""

    CHOICE = "choice"
    PASS = "pass"  # noqa: S105 - a pass is no password


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What one member responded; changeable until the close, and seen by nobody else before it."""

    id: ResponseId
    check_in: CheckInId
    dialogue: DialogueId
    member: MemberId
    """Empty once erased; what was counted stays counted."""
    kind: ResponseKind
    keys: tuple[str, ...] = ()
    """What was chosen: one key, several where the scale takes several, none for a pass."""
    labels: tuple[str, ...] = ()
    """The words of the labels as the edition prints them."""
    reason: str = ""
    """Kept here while the check-in is open; at the close it becomes a revision, and enters the ledger."""
    has_reason: bool = False
    is_private: bool = False
    """Whether only facilitators may read the reason."""
    part: str = ""
    """Of an objection: what it is about, kept here until the close as the reason is."""
    need: str = ""
    """Of an objection: what whoever objects needs."""
    idea: str = ""
    """Of an objection: a change, if there is an idea."""
    level: Attribution
    shown_name: str = ""
    made_at: datetime
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0

    @property
    def key(self) -> str | None:
        """Return what was chosen first; nothing for a pass."""
        return self.keys[0] if self.keys else None


@dataclass(frozen=True, slots=True)
class MyResponse:
    """What the member who asks has responded in the check-in that is asked about."""

    response: Response | None


@dataclass(frozen=True, slots=True)
class InCheckIn:
    """The edition that a check-in is about, all its responses, and the people of the dialogue."""

    statement: Statement
    responses: tuple[Response, ...]
    members: tuple[Member, ...]
    remarks: tuple[Remark, ...] = ()
    objections: tuple[Objection, ...] = ()
    decision: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Five things counted apart, which add up to those who were asked; and the counts of each label."""

    eligible: int
    responded: int
    passed: int
    no_response: int
    left: int
    labels: tuple[tuple[str, int], ...]
    """Each label that was chosen, in the order of the scale."""

    def of(self, *keys: str) -> int:
        """Return how often these labels were chosen."""
        return sum(count for key, count in self.labels if key in keys)


def count(check_in: CheckIn, responses: Iterable[Response]) -> Counts:
    """Count the responses to *check_in*; what was given to another one does not count."""
    own = [response for response in responses if response.check_in == check_in.id]
    chosen = Counter(key for response in own for key in response.keys)
    responded = sum(bool(response.keys) for response in own)
    asked = len(check_in.eligible)
    if check_in.is_from_paper:
        chosen = Counter({each.key: each.count for each in check_in.on_paper})
        responded, asked = chosen.total(), check_in.asked_on_paper
    passed = sum(not response.keys for response in own)
    return Counts(
        eligible=asked,
        responded=responded,
        passed=passed,
        no_response=asked - responded - passed - check_in.left,
        left=check_in.left,
        labels=tuple((key, chosen[key]) for key in check_in.asks_on.labels if chosen[key]),
    )

"""Asking a fixed list of people how far they go along with a statement; sealed until it closes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.dialogue.members import Member
from bot.dialogue.places import Place
from bot.dialogue.readings import Reading, Stakes
from bot.dialogue.scales import GRADIENTS_2014, Gradient
from bot.dialogue.statements import Statement
from bot.errors import CheckInClosed, NotAllowed
from bot.identifiers import CheckInId, DialogueId, MemberId, ResponseId, StatementId
from bot.words import Phrase

RULE_MOST = 1000


class Method(StrEnum):
    """How people are asked."""

    GRADIENTS = "gradients"


class CheckInState(StrEnum):
    """A check-in is open, closed, or lapsed because its statement got a new edition or was erased."""

    OPEN = "open"
    CLOSED = "closed"
    LAPSED = "lapsed"


class ResponseKind(StrEnum):
    """A choice on the scale, or a pass."""

    CHOICE = "choice"
    PASS = "pass"  # noqa: S105 - a pass is no password


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One check-in. Everything that was said before it opened is fixed from then on."""

    id: CheckInId
    dialogue: DialogueId
    statement: StatementId
    """One edition: responses belong to that text and to no other."""
    place: Place
    method: Method = Method.GRADIENTS
    scale: str = GRADIENTS_2014
    eligible: tuple[MemberId, ...]
    """Who is asked, fixed at opening."""
    quorum: int
    stakes: Stakes
    rule: str
    """Who decides, by which rule, and what happens if it does not pass, in the words of the facilitator."""
    levels: tuple[Attribution, ...]
    opened_at: datetime
    closes_at: datetime
    state: CheckInState = CheckInState.OPEN
    closed_at: datetime | None = None
    left: int = 0
    """How many had left without responding when it closed."""
    reading: Reading | None = None
    """What the counts suggested when it closed."""
    version: int = 0

    def is_open(self, now: datetime) -> bool:
        """Whether it takes responses."""
        return self.state is CheckInState.OPEN and now < self.closes_at

    def require_asked(self, member: MemberId, now: datetime) -> None:
        """
        Let only those respond who are asked, and only while it is open.

        Raises:
            CheckInClosed: It has closed or lapsed.
            NotAllowed: The member was not there when it opened.
        """
        if not self.is_open(now):
            raise CheckInClosed(Phrase("respond-closed"))
        if member not in self.eligible:
            raise NotAllowed(Phrase("respond-not-asked"))

    def require_closed(self) -> None:
        """
        Let only a check-in pass that has closed, so that nothing is told before.

        Raises:
            NotAllowed: It is still open, or lapsed.
        """
        if self.state is not CheckInState.CLOSED:
            raise NotAllowed(Phrase("write_minority_note-not-closed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What one member responded; changeable until the close, and seen by nobody else before it."""

    id: ResponseId
    check_in: CheckInId
    dialogue: DialogueId
    member: MemberId
    """Empty once erased; what was counted stays counted."""
    kind: ResponseKind
    key: Gradient | None = None
    label: str = ""
    """The words of the label as the edition prints it."""
    reason: str = ""
    """Kept here while the check-in is open; at the close it becomes a revision, and enters the ledger."""
    has_reason: bool = False
    level: Attribution
    shown_name: str = ""
    made_at: datetime
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0


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


@dataclass(frozen=True, slots=True)
class OpenCheckIns:
    """The check-ins of a dialogue that are open."""

    check_ins: tuple[CheckIn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Five things counted apart, which add up to those who were asked; and the counts of each label."""

    eligible: int
    responded: int
    passed: int
    no_response: int
    left: int
    labels: tuple[tuple[Gradient, int], ...]
    """Each label that was chosen, in the order of the scale."""

    def of(self, key: Gradient) -> int:
        """Return how many chose this label."""
        return dict(self.labels).get(key, 0)


def count(check_in: CheckIn, responses: Iterable[Response]) -> Counts:
    """Count the responses to *check_in*; what was given to another one does not count."""
    own = [response for response in responses if response.check_in == check_in.id]
    chosen = Counter(response.key for response in own if response.key is not None)
    responded = sum(chosen.values())
    passed = len(own) - responded
    return Counts(
        eligible=len(check_in.eligible),
        responded=responded,
        passed=passed,
        no_response=len(check_in.eligible) - responded - passed - check_in.left,
        left=check_in.left,
        labels=tuple((key, chosen[key]) for key in Gradient if chosen[key]),
    )

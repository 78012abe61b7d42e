"""How a dialogue stands at a moment: the few counts and recent things that rules ask for."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.dialogue.contributions import Contribution
from bot.dialogue.ledger import LedgerEntry
from bot.dialogue.members import Member, Role
from bot.dialogue.rhythm import Occurrence, Schedule
from bot.dialogue.rounds import Round
from bot.identifiers import ContributionId, MemberId, RoundId


@dataclass(frozen=True, slots=True)
class Standing:
    """How many people could write, and the last numbers given to contributions and rounds."""

    eligible: int
    contributions: int
    rounds: int


@dataclass(frozen=True, slots=True)
class Said:
    """Words a member brought in the last few minutes."""

    contribution: ContributionId
    round: RoundId
    number: int
    body: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Recent:
    """What this member brought within the last day."""

    said: tuple[Said, ...]
    """With its words: as long as the same words again would be a second try, or longer."""
    earlier: int = 0
    """How much was brought before that."""

    def moments(self, now: datetime) -> tuple[datetime, ...]:
        """Return when it was brought, within the day before *now*."""
        return tuple(said.made_at for said in self.said if now - said.made_at < timedelta(days=1))


@dataclass(frozen=True, slots=True)
class RecentStances:
    """How many stances this member gave within the last minute."""

    count: int


@dataclass(frozen=True, slots=True)
class Everybody:
    """All members of the dialogue, in the order they came."""

    members: tuple[Member, ...]

    @property
    def facilitators(self) -> tuple[Member, ...]:
        """Return those who run the dialogue now."""
        return tuple(m for m in self.members if m.role is Role.FACILITATOR and not m.has_left)


@dataclass(frozen=True, slots=True)
class Facilitators:
    """Those who run the dialogue now."""

    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """The round after which those of a schedule are made."""

    round: Round


@dataclass(frozen=True, slots=True)
class Put:
    """The question that a schedule has put on the date that came due, if it has."""

    round: Round | None


@dataclass(frozen=True, slots=True)
class Schedules:
    """What returns in the dialogue and has not ended."""

    schedules: tuple[Schedule, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """What is planned for the place, and for the member who asks; the soonest first."""

    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the machinery of one dialogue stands: what waits, what failed, what comes next."""

    waiting: int
    stuck: int
    unreachable: int
    next_due: datetime | None


@dataclass(frozen=True, slots=True)
class Rounds:
    """All rounds of the dialogue, in order."""

    rounds: tuple[Round, ...]

    def open_at(self, now: datetime) -> tuple[Round, ...]:
        """Return the rounds that take answers now."""
        return tuple(round for round in self.rounds if round.is_open(now))


@dataclass(frozen=True, slots=True)
class InRound:
    """All contributions of the round that is asked about."""

    contributions: tuple[Contribution, ...]

    def of(self, member: MemberId) -> tuple[Contribution, ...]:
        """Return what one member brought to it, words or a pass."""
        return tuple(c for c in self.contributions if c.member == member)


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """The last entries of the ledger with the reasons that are still kept, and whether the chain holds."""

    entries: tuple[tuple[LedgerEntry, str], ...]
    total: int
    head: str
    holds: bool
    names: dict[str, str]
    """How to show the members that are named as actors."""


@dataclass(frozen=True, slots=True)
class AtPlace:
    """Whether a dialogue is open in the place that is asked from."""

    has_open: bool


@dataclass(frozen=True, slots=True)
class RoundOf:
    """The round of the contribution that is asked about."""

    round: Round


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the contribution that is asked about, as they stand."""

    body: str


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything the member who asks has brought to the dialogue and not erased."""

    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """The second contribution that a command names, if it names one that is here."""

    contribution: Contribution | None


@dataclass(frozen=True, slots=True)
class Positions:
    """The contributions that stand apart in the divergence that is asked about."""

    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether the member who asks has answered or passed in the round that is asked about."""

    has: bool

"""The text a group considers together, in numbered editions; each edition stands for itself."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.errors import NotFound
from bot.identifiers import DialogueId, MemberId, StatementId
from bot.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One edition of a statement; its text is a revision of it, and is never changed."""

    id: StatementId
    dialogue: DialogueId
    number: int
    """The same for all editions of one statement."""
    edition: int
    member: MemberId
    """Who proposed this edition; empty once erased."""
    level: Attribution
    shown_name: str
    made_at: datetime
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0

    def require_live(self) -> None:
        """
        Let only a statement pass whose text is still there.

        Raises:
            NotFound: Its author erased it.
        """
        if self.state is not ContributionState.LIVE:
            raise NotFound(Phrase("propose-gone", {"number": self.number}))


@dataclass(frozen=True, slots=True)
class Statements:
    """Every edition of every statement of a dialogue, the oldest first."""

    editions: tuple[Statement, ...]

    @property
    def newest(self) -> tuple[Statement, ...]:
        """Return the newest edition of each statement."""
        return tuple({statement.number: statement for statement in self.editions}.values())

    def numbered(self, typed: str) -> Statement:
        """
        Return the newest edition of the statement with this number.

        Raises:
            NotFound: There is none.
        """
        for statement in self.newest:
            if str(statement.number) == typed:
                return statement
        raise NotFound(Phrase("propose-no-such-number", {"typed": typed[:20]}))

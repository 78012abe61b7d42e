"""What somebody has against a statement: the part, the harm, the need; only whoever objects closes it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.errors import NotAllowed
from bot.identifiers import CheckInId, DialogueId, MemberId, ObjectionId, ResponseId, StatementId
from bot.words import Phrase


class Point(StrEnum):
    """What an objection says, each in words of its own; the idea is never asked of those who carry more."""

    PART = "part"
    HARM = "harm"
    NEED = "need"
    IDEA = "idea"


class ObjectionState(StrEnum):
    """Where an objection stands, in the view of whoever made it."""

    OPEN = "open"
    MET = "met"
    WITHDRAWN = "withdrawn"
    STANDS = "stands"


UNRESOLVED = frozenset({ObjectionState.OPEN, ObjectionState.STANDS})
"""What keeps an edition from being an agreement."""
ANSWERS = (ObjectionState.MET, ObjectionState.WITHDRAWN, ObjectionState.STANDS)
"""What whoever objects can say about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """One objection to one edition. Nobody but its author changes where it stands: there is no way to."""

    id: ObjectionId
    dialogue: DialogueId
    statement: StatementId
    check_in: CheckInId
    response: ResponseId
    """The response in which it was made."""
    member: MemberId
    level: Attribution
    shown_name: str
    made_at: datetime
    points: tuple[Point, ...]
    """The points that have words."""
    standing: ObjectionState = ObjectionState.OPEN
    settled_on: date | None = None
    """The day on which its author last said where it stands."""
    was_asked: bool = False
    """Whether a facilitator asked if it is a preference; they ask once."""
    state: ContributionState = ContributionState.LIVE
    state_on: date | None = None
    version: int = 0

    @property
    def is_unresolved(self) -> bool:
        """Whether it still stands against the edition."""
        return self.standing in UNRESOLVED

    def require_author(self, member: MemberId) -> None:
        """
        Let only the author pass, whatever anybody's role.

        Raises:
            NotAllowed: Somebody else objects.
        """
        if not self.member or self.member != member:
            raise NotAllowed(Phrase("settle_objection-only-author"))

    def settled(self, standing: ObjectionState, on: date) -> "Objection":
        """Return it as its author sees it from now on."""
        return replace(self, standing=standing, settled_on=on)


@dataclass(frozen=True, slots=True)
class Objections:
    """The objections of a dialogue, in the order in which they came."""

    objections: tuple[Objection, ...]

    def open_to(self, statements: Iterable[StatementId]) -> tuple[Objection, ...]:
        """Return the objections to these editions that are open or stand."""
        wanted = set(statements)
        return tuple(o for o in self.objections if o.statement in wanted and o.is_unresolved)


def words_id(objection: str, point: Point) -> str:
    """Return the id under which one point of an objection has its words."""
    return f"{objection}.{point}"

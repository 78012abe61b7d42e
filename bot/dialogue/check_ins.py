"""Asking a fixed list of people how far they go along with a statement; sealed until it closes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.methods import MANNERS, Manner, Method
from bot.dialogue.places import Place
from bot.dialogue.readings import Reading, Stakes
from bot.dialogue.scales import GRADIENTS_2014, SCALES, Scale
from bot.errors import CheckInClosed, NotAllowed
from bot.identifiers import CheckInId, DialogueId, MemberId, OccurrenceId, StatementId
from bot.words import Phrase

RULE_MOST = 1000
HELD_FOR = timedelta(days=7)
"""So long a question can hold a check-in open after it would have closed."""
TO_RESPOND_ANEW = timedelta(days=1)
"""So long it stays open once the last question was answered after that."""
TO_EXTEND = timedelta(days=1)
"""So long it waits, when too few responded, for somebody to extend it."""


class CheckInState(StrEnum):
    """Open, closed; lapsed because its statement got a new edition or was erased; withdrawn by people."""

    OPEN = "open"
    CLOSED = "closed"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class Extension(StrEnum):
    """Whether a check-in to which too few responded was offered to be extended, and whether it was."""

    NONE = "none"
    OFFERED = "offered"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class PaperCount:
    """How many chose a label where the check-in was held on paper."""

    key: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One check-in. Everything that was said before it opened is fixed from then on."""

    id: CheckInId
    dialogue: DialogueId
    statement: StatementId
    """One edition: responses belong to that text and to no other."""
    place: Place
    method: Method = Method.GRADIENTS
    scale: str = GRADIENTS_2014.edition
    """The edition of the scale whose labels are shown."""
    eligible: tuple[MemberId, ...]
    """Who is asked, fixed at opening."""
    quorum: int
    stakes: Stakes = Stakes.NORMAL
    rule: str = ""
    """Who decides and by which rule, in the words of the facilitator."""
    fallback: str = ""
    """What happens if it does not pass, said before it opened; people apply it."""
    stand_aside_binds: bool = False
    """Whether whoever stands aside is bound by what is agreed, said before it opened."""
    levels: tuple[Attribution, ...]
    opened_at: datetime
    closes_at: datetime
    state: CheckInState = CheckInState.OPEN
    closed_at: datetime | None = None
    left: int = 0
    """How many had left without responding when it closed."""
    reading: Reading | None = None
    """What the counts suggested when it closed; none where there are only counts and words."""
    on_paper: tuple[PaperCount, ...] = ()
    """The counts of a check-in that was held on paper."""
    asked_on_paper: int = 0
    """How many were asked there."""
    extension: Extension = Extension.NONE
    held_since: datetime | None = None
    """When it would have closed, had a question not held it open."""
    moves: int = 0
    """How often its close was moved."""
    read_by: tuple[MemberId, ...] = ()
    """Who has said that they read the counts as they suggest; it is neither a response nor a vote."""
    because: str = ""
    """Why it was withdrawn."""
    version: int = 0

    @property
    def asks_on(self) -> Scale:
        """Return the scale on which people respond."""
        return SCALES[self.scale]

    @property
    def manner(self) -> Manner:
        """Return what its method brings along."""
        return MANNERS[self.method]

    @property
    def is_from_paper(self) -> bool:
        """Whether only its counts are known."""
        return bool(self.on_paper)

    @property
    def closing(self) -> OccurrenceId:
        """Return what its close is called among what is planned; a moved close has another name."""
        return OccurrenceId(f"check-{self.id}-{self.moves}" if self.moves else f"check-{self.id}")

    def held(self) -> "CheckIn":
        """Return it held open by a question that waits for an answer."""
        return replace(self._moved(self.closes_at + HELD_FOR), held_since=self.closes_at)

    def released(self, now: datetime) -> "CheckIn":
        """Return it going on after the last question: whoever asked can still respond anew."""
        return self._moved(min(self.closes_at, now + TO_RESPOND_ANEW))

    def offered(self) -> "CheckIn":
        """Return it waiting for somebody to extend it."""
        return replace(self._moved(self.closes_at + TO_EXTEND), extension=Extension.OFFERED)

    def extended(self, now: datetime) -> "CheckIn":
        """
        Return it open for as long again.

        Raises:
            NotAllowed: It was extended before, or enough responded, or it is not yet known whether.
        """
        if self.extension is not Extension.OFFERED:
            raise NotAllowed(Phrase("extend_check_in-not-now"))
        later = now + timedelta(days=self.manner.days)
        return replace(self._moved(later), extension=Extension.TAKEN)

    def _moved(self, closes_at: datetime) -> "CheckIn":
        return replace(self, closes_at=closes_at, moves=self.moves + 1)

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


@dataclass(frozen=True, slots=True)
class OpenCheckIns:
    """The check-ins of a dialogue that are open."""

    check_ins: tuple[CheckIn, ...]

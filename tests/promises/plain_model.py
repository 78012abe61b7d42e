"""What people did, in dictionaries, and what follows from it by the promises: the other opinion beside the bot's."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

PEOPLE = ("Ada", "Ben", "Chidi", "Dana", "Emil", "Fay")
"""Ada runs the dialogue."""
STRANGER = "Zoe"
CHOSEN = {"Ada": "Swan", "Ben": "Heron", "Chidi": "Owl", "Dana": "Wren", "Emil": "Robin", "Fay": "Crane"}
TOKEN = re.compile("w[0-9]{4}q")
"""What each text begins with, so that it is found again wherever it stands."""
A_WEEK = timedelta(days=7)
FEWEST_FOR_HIDING = 5


def tokens_in(*texts: str) -> set[str]:
    """Return what can be found in texts."""
    return {token for text in texts for token in TOKEN.findall(text)}


def as_kept(text: str) -> str:
    """Return a text as C7 says it is kept: composed, one kind of line end, no blank edges."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


@dataclass(slots=True)
class Person:
    """Somebody who said yes."""

    uses: frozenset[str]
    chosen: str = ""


@dataclass(slots=True)
class Asked:
    """A question."""

    reveal: str
    closes: datetime
    is_closed: bool = False
    passed: set[str] = field(default_factory=set)
    ever: set[str] = field(default_factory=set)
    """Who has ever answered or passed; erasing does not make unseen what they have seen."""

    def is_open(self, now: datetime) -> bool:
        """Whether its time runs."""
        return not self.is_closed and now < self.closes

    def note_pass(self, who: str) -> None:
        """Somebody passes."""
        self.passed.add(who)
        self.ever.add(who)


@dataclass(slots=True)
class Said:
    """Somebody's words, and what became of them."""

    id: str
    author: str
    round: str
    level: str
    name: str
    """What the group was told it would see; nothing for no name."""
    texts: list[str]
    at: datetime
    is_late: bool
    shared: date | None
    state: str = "live"
    withdrawn: datetime | None = None
    to: str = ""
    stances: dict[str, str] = field(default_factory=dict)

    @property
    def tokens(self) -> set[str]:
        """What all versions begin with."""
        return tokens_in(*self.texts)

    @property
    def token(self) -> str:
        """What the words begin with as they stand now."""
        return next(iter(tokens_in(self.texts[-1])))

    def take_back(self, now: datetime) -> None:
        """Its author takes it back."""
        self.state, self.withdrawn = "withdrawn", now

    def hide(self) -> None:
        """Whoever runs the dialogue hides it."""
        self.state = "held"

    def show(self) -> None:
        """It is shown again."""
        self.state = "live"


class Model:
    """Everything that happened."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.rounds: dict[str, Asked] = {}
        self.said: dict[str, Said] = {}
        self.apart: list[tuple[str, str]] = []
        self.never: set[str] = set()
        """Words that were refused: they must be kept nowhere."""
        self.erased: set[str] = set()

    # -- who may do what

    def may_write(self, who: str, level: str, chosen: str) -> bool:
        """Whether words at this level are taken from somebody."""
        person = self.people.get(who)
        if person is None:
            return False
        if level == "unnamed":
            return len(self.people) >= FEWEST_FOR_HIDING
        return level == "named" or bool(chosen or person.chosen)

    def may_take_up(self, who: str, said: Said, now: datetime) -> bool:
        """
        Whether somebody may answer words, differ from them or take a stance on them.

        Not while they wait without a name: who answers what nobody else has seen can only have written it.
        """
        is_live = said.state == "live" and said.shared is not None
        return who in self.people and is_live and self.is_shown(who, said, now)

    # -- who may see what

    def has_answered(self, who: str, round: str) -> bool:
        """Whether something of theirs stands in a round."""
        answers = (s for s in self.said.values() if s.round == round and s.state != "erased")
        return who in self.rounds[round].passed or any(s.author == who for s in answers)

    def is_sealed(self, reader: str, round: str, now: datetime, *, has_seen: bool = False) -> bool:
        """Whether answers of others are kept back from a reader; from everybody, where there is none."""
        asked = self.rounds[round]
        if asked.reveal == "open" or not asked.is_open(now):
            return False
        if asked.reveal == "at_close" or not reader:
            return True
        return not (self.has_answered(reader, round) or (has_seen and reader in asked.ever))

    def is_shown(self, reader: str, said: Said, now: datetime, *, has_seen: bool = False) -> bool:
        """Whether a reader sees that something was said, or the marker in its place."""
        if said.author == reader and said.state != "erased":
            return True
        return said.shared is not None and not self.is_sealed(reader, said.round, now, has_seen=has_seen)

    def readable(self, reader: str, now: datetime, *, has_seen: bool = False) -> list[Said]:
        """Return the words that a reader may read; with no reader, what everybody may read."""
        return [
            said
            for said in self.said.values()
            if self.is_shown(reader, said, now, has_seen=has_seen)
            and (said.state == "live" or (said.state == "held" and said.author == reader))
        ]

    def by_token(self) -> dict[str, Said]:
        """Return whose words begin with what."""
        return {token: said for said in self.said.values() for token in said.tokens}

    def waiting(self, round: str) -> list[Said]:
        """Return the words without a name that wait for company."""
        return [s for s in self.said.values() if s.round == round and s.shared is None and s.state == "live"]

    # -- what happens

    def write(self, said: Said) -> None:
        """Somebody said something."""
        self.said[said.id] = said
        self.rounds[said.round].ever.add(said.author)

    def erase(self, said: Said) -> None:
        """Words are gone for good; who wrote them, and who thought what of them, too."""
        self.erased |= said.tokens
        said.state, said.author, said.name, said.texts, said.stances = "erased", "", "", [], {}

    def erase_person(self, who: str) -> None:
        """Everything of somebody goes; they may go on taking part."""
        for said in self.said.values():
            if said.author == who:
                self.erase(said)
            said.stances.pop(who, None)
        for asked in self.rounds.values():
            asked.passed.discard(who)
        self.people[who].chosen = ""

    def let_weeks_end(self, now: datetime) -> None:
        """What was taken back a week ago is erased."""
        for said in self.said.values():
            if said.state == "withdrawn" and said.withdrawn and said.withdrawn + A_WEEK <= now:
                self.erase(said)

    def close(self, round: str, now: datetime) -> None:
        """A question closes, and what waited is shown."""
        for said in self.waiting(round):
            said.shared = now.date()
        self.rounds[round].is_closed = True

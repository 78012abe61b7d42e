"""One co-production effort: what it is for, who decides, what can move, and where help is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.framework import FRAMEWORK_VERSION
from bot.dialogue.places import Place
from bot.errors import DialogueClosed
from bot.identifiers import DialogueId, MemberId
from bot.words import Phrase

EXAMPLE_CHANNEL = "example"
"""The channel of the web room in which only the example dialogue is held, and may be deleted."""
TITLE_MOST = 80
PURPOSE_MOST = 1000


class ConstraintKind(StrEnum):
    """What can and cannot move."""

    FIXED = "fixed"
    OPEN = "open"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that is fixed, open or not yet sure; said before the first question."""

    kind: ConstraintKind
    text: str


class DialogueState(StrEnum):
    """A dialogue is prepared in two forms before it opens."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """One co-production effort, held in one place."""

    id: DialogueId
    place: Place
    started_by: MemberId
    started_at: datetime
    title: str
    purpose: str
    decides: str
    constraints: tuple[Constraint, ...]
    support: str
    """Safety contacts with their hours; a dialogue does not open without them (`domain.md` 14)."""
    zone: str = "UTC"
    language: str = "en"
    levels: tuple[Attribution, ...] = ALL_LEVELS
    keeping: str = ""
    """How long the words are kept, as told to members."""
    run_by: str = ""
    """Who runs this, and how to reach a person."""
    state: DialogueState = DialogueState.PREPARED
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    facts: int = 1
    """The version of the facts above; a new one asks everybody for consent again."""
    is_example: bool = False
    framework: str = FRAMEWORK_VERSION
    version: int = 0

    def require_open(self) -> None:
        """
        Let only a dialogue pass that has opened and not ended.

        Raises:
            DialogueClosed: It has ended, or has not opened yet.
        """
        if self.state is DialogueState.PREPARED:
            raise DialogueClosed(Phrase("refusals-dialogue-not-open-yet"))
        if self.state is DialogueState.CLOSED:
            raise DialogueClosed


def is_example_place(place: Place) -> bool:
    """Whether what is held here is only an example, on somebody's own machine."""
    return place.community.platform == "web" and place.channel == EXAMPLE_CHANNEL


def read_constraints(text: str) -> tuple[Constraint, ...] | None:
    """
    Read lines such as "Fixed: the budget" into constraints; a line without a word belongs to the one before.

    Returns nothing when the first line does not say fixed, open or unsure.
    """
    found: list[Constraint] = []
    for line in filter(None, (line.strip(" -*\t") for line in text.splitlines())):
        word, colon, rest = line.partition(":")
        if colon and word.strip().lower() in set(ConstraintKind) and rest.strip():
            found.append(Constraint(ConstraintKind(word.strip().lower()), rest.strip()))
        elif found:
            found[-1] = Constraint(found[-1].kind, f"{found[-1].text} {line}")
        else:
            return None
    return tuple(found) or None

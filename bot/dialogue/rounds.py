"""One question put to a place, open for a while, and when its answers are shown."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.places import Place
from bot.errors import RoundClosed
from bot.identifiers import DialogueId, RoundId
from bot.words import Phrase

QUESTION_MOST = 1000


class Reveal(StrEnum):
    """When members see each other's answers."""

    OPEN = "open"
    ANSWER_FIRST = "answer_first"
    AT_CLOSE = "at_close"


DEFAULT_REVEAL = {
    Mechanism.INTENTIONS: Reveal.ANSWER_FIRST,
    Mechanism.ASSETS: Reveal.OPEN,
    Mechanism.DIALOGUE: Reveal.OPEN,
    Mechanism.DOCUMENTATION: Reveal.OPEN,
    Mechanism.INTERPRETATION: Reveal.ANSWER_FIRST,
    Mechanism.UNDERSTANDING: Reveal.ANSWER_FIRST,
}
"""`domain.md` 8.1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A question, exactly as it was shown; later edits of the library never change it."""

    id: RoundId
    dialogue: DialogueId
    place: Place
    number: int
    question: str
    mechanism: Mechanism
    theme: Theme
    prompt: str = ""
    """The id of the library prompt it came from, or nothing for own words."""
    reveal: Reveal
    levels: tuple[Attribution, ...]
    opened_at: datetime | None = None
    """None while a facilitator looks at the preview; then nobody else sees it."""
    closes_at: datetime
    closed_at: datetime | None = None
    version: int = 0

    def is_open(self, now: datetime) -> bool:
        """Whether the round takes answers as answers of its own time."""
        return self.opened_at is not None and self.closed_at is None and now < self.closes_at

    def require_opened(self) -> None:
        """
        Let only a round pass that has been put to the group, open or closed.

        Raises:
            RoundClosed: It is still a preview.
        """
        if self.opened_at is None:
            raise RoundClosed(Phrase("refusals-round-not-open-yet"))

    def require_open(self, now: datetime) -> None:
        """
        Let only an open round pass.

        Raises:
            RoundClosed: It closed, perhaps while the member was writing.
        """
        if not self.is_open(now):
            raise RoundClosed(Phrase("refusals-round-closed"))

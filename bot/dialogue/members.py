"""Who takes part: members, their role, their consent and how they want to be met."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.consent import Consent
from bot.dialogue.manners import QuietHours, Wishes
from bot.dialogue.texts import visible
from bot.errors import NotAllowed
from bot.identifiers import DialogueId, MemberId
from bot.words import Phrase

NAME_LENGTH = 32
"""The most characters of a name that are shown (`promises.md` B29)."""


class Role(StrEnum):
    """What somebody may do in one dialogue. Held here, never taken from the platform."""

    FACILITATOR = "facilitator"
    MEMBER = "member"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in one dialogue."""

    id: MemberId
    dialogue: DialogueId
    account: str
    name: str
    role: Role
    joined_at: datetime
    consent: Consent | None = None
    chosen_name: str = ""
    level: Attribution | None = None
    """How the member usually wants to be shown; none: `writing.usual_level` proposes one."""
    language: str = ""
    zone: str = ""
    quiet: QuietHours = field(default_factory=QuietHours)
    wishes: Wishes = field(default_factory=Wishes)
    paused_until: datetime | None = None
    """Until then nothing is sent to them; the last of all moments: until they say otherwise."""
    unreachable_since: datetime | None = None
    """Since when their platform takes no direct message for them; what is for them waits in their list."""
    has_left: bool = False
    version: int = 0

    @property
    def has_voice(self) -> bool:
        """Whether this person can contribute: agreed to take part, and not as an observer."""
        return self.consent is not None and self.role is not Role.OBSERVER and not self.has_left

    def shown_as(self, level: Attribution) -> str:
        """Return the name to show at *level*; nothing where no name is shown."""
        names = {Attribution.NAMED: self.name, Attribution.CHOSEN_NAME: self.chosen_name}
        return names.get(level, "")


def account_name(name: str) -> str:
    """Return an account's name as it is kept: one line, nothing hidden in it, at most 32 characters."""
    return " ".join(visible(name).split())[:NAME_LENGTH] or "?"


def require_successor(leaving: Member, members: Collection[Member]) -> None:
    """
    Keep a dialogue from losing its last facilitator.

    Raises:
        NotAllowed: No other facilitator would be left.
    """
    others = [m for m in members if m.role is Role.FACILITATOR and m.id != leaving.id and not m.has_left]
    if leaving.role is Role.FACILITATOR and not others:
        raise NotAllowed(Phrase("appoint-last-facilitator"))

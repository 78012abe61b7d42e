"""Who asks, where, and what has been loaded for the action: all that an action is given beside its event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from bot.dialogue.attribution import Attribution, levels_with_a_name
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.flows import Flow
from bot.dialogue.limits import Limits
from bot.dialogue.manners import Calendar, NoHolidays
from bot.dialogue.members import Member
from bot.dialogue.places import Community
from bot.errors import NotFound
from bot.speech.consent_notice import ConsentNotice
from bot.speech.library import Library
from bot.words import Phrase

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class House:
    """What is the same for every event: the question library, the consent notice, the limits."""

    library: Library
    notice: ConsentNotice
    limits: Limits = field(default_factory=Limits)
    zone: str = "UTC"
    """The time zone that is proposed when a dialogue starts."""
    names_stand_on: frozenset[str] = frozenset()
    """Platforms on which words are never shown without a name: Discord, unless the operator says so."""

    def levels_at(self, community: Community, levels: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """Return the levels of *levels* that may be offered there."""
        return levels_with_a_name(levels) if community.platform in self.names_stand_on else levels

    calendar: Calendar = field(default_factory=NoHolidays)
    """The public holidays of countries."""
    flows: Mapping[str, Flow] = field(default_factory=dict)
    """Templates of questions with their days."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One event let in by the doorkeeper, with everything its action may look at."""

    house: House
    dialogue: Dialogue | None = None
    member: Member | None = None
    things: Mapping[type, object] = field(default_factory=dict)

    @property
    def here(self) -> Dialogue:
        """
        The dialogue that is asked about.

        Raises:
            NotFound: None is held in this place.
        """
        if self.dialogue is None:
            raise NotFound(Phrase("refusals-no-dialogue"))
        return self.dialogue

    @property
    def me(self) -> Member:
        """
        The member who asks.

        Raises:
            NotFound: Whoever asks has not joined.
        """
        if self.member is None:
            raise NotFound(Phrase("refusals-not-joined"))
        return self.member

    def loaded(self, kind: type[Thing]) -> Thing:
        """Return what the table of actions says is loaded for this one."""
        return cast("Thing", self.things[kind])

"""What happened to the bot, in the past tense: one type for each kind of event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeAlias

from bot.dialogue.places import Account, Community, Place
from bot.dialogue.rhythm import Planned
from bot.dialogue.tickets import Ticket
from bot.identifiers import EventId, OccurrenceId, Seed

NOTHING: Mapping[str, str] = MappingProxyType({})


def nothing() -> Mapping[str, str]:
    """Return no answers and no options."""
    return NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What every event has: an id (the same when delivered again), a moment, chance, a community."""

    id: EventId
    at: datetime
    seed: Seed
    community: Community


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedByPerson(Happened):
    """What every event has that a person caused."""

    account: Account
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandGiven(AskedByPerson):
    """A member typed a command, with its options as text."""

    ticket: Ticket
    options: Mapping[str, str] = field(default_factory=nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicePicked(AskedByPerson):
    """A member pressed a button."""

    ticket: Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSubmitted(AskedByPerson):
    """A member sent a form in."""

    ticket: Ticket
    answers: Mapping[str, str]
    """Field id -> text; several ticked options are joined by commas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWritten(AskedByPerson):
    """A member wrote to the bot: in a direct message, or in the place by mentioning it."""

    text: str
    is_direct: bool
    round: str = ""
    """The round of the post that was answered, or words in it, where the platform says so."""
    message: str = ""
    """What the platform calls this message, alone among all its messages; nothing where it has no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameDue(Happened):
    """A planned moment came."""

    ticket: Ticket
    occurrence: OccurrenceId
    day: date | None = None
    """The local date of what returns."""
    planned: tuple[Planned, ...] = ()
    """Everything of one schedule and date that came due together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberUnreachable(CameDue):
    """A platform took no direct message for the member whom the ticket names, also not at the third try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityLeft(Happened):
    """The bot was removed from a server or workspace, or the workspace took its token back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityBack(Happened):
    """The bot is in a server or workspace from which it was removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageDeleted(Happened):
    """A message that became a contribution was deleted on its platform."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEdited(Happened):
    """The author of a message that became a contribution wrote it anew."""

    message: str
    text: str


Mirrored: TypeAlias = MessageDeleted | MessageEdited
"""What somebody did to their words where they wrote them."""

News: TypeAlias = CommunityLeft | CommunityBack
"""A platform tells of a community as a whole."""

Asked: TypeAlias = CommandGiven | ChoicePicked | FormSubmitted
"""A person asks for an action."""

Event: TypeAlias = Asked | TextWritten | CameDue | News | Mirrored

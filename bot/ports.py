"""What the core needs from a memory: work for the engine; agenda, outbox and leases for the adapters."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.manners import Occasion
from bot.dialogue.members import Member
from bot.dialogue.places import Account, Community, Place
from bot.dialogue.rhythm import NOBODY, Occurrence
from bot.dialogue.waiting import Waiting
from bot.identifiers import DialogueId, MemberId, PostId
from bot.speech.effects import Effects, Gone, Reply
from bot.speech.events import CameDue, Event
from bot.speech.messages import Message
from bot.whereabouts import Whereabouts
from bot.words import Phrase, Quote

Thing = TypeVar("Thing")


class Work(Protocol):
    """One workspace inside one transaction: all that is kept in it is kept, or none of it."""

    def has_handled(self, event: Event) -> bool:
        """Whether this event was handled before, however often it is delivered."""
        ...

    def still_planned(self, event: CameDue) -> CameDue:
        """Return the event with only what has not come already: two clocks may have seen the same."""
        ...

    def get(self, kind: type[Thing], id: str, dialogue: DialogueId | None = None) -> Thing:
        """
        Return the thing of this kind with this id, or with this number in *dialogue*.

        Raises:
            NotFound: This workspace has no such thing.
        """
        ...

    def dialogue_at(self, place: Place) -> Dialogue | None:
        """Return the dialogue held in a place: the one that is open, else the one that ended last."""
        ...

    def dialogues_of(self, account: Account) -> tuple[Dialogue, ...]:
        """Return the open dialogues this account takes part in."""
        ...

    def member(self, account: Account, dialogue: DialogueId) -> Member | None:
        """Return the member this account is in a dialogue, or nothing."""
        ...

    def load(self, kind: type[Thing], dialogue: DialogueId, member: MemberId | None, subject: str) -> Thing:
        """Return what the table of actions asks to be loaded."""
        ...

    def messages_to(self, member: MemberId, after: datetime) -> int:
        """Return how many messages a member did not ask for and got after a moment."""
        ...

    def quoted(self, quotes: Collection[Quote]) -> Mapping[Quote, str | Phrase]:
        """Return the words behind quotes as they may be shown now; words that are gone become a phrase."""
        ...

    def untold(self, member: MemberId) -> tuple[Waiting, ...]:
        """Return what waits for a member and has not been told, and note it as told."""
        ...

    def keep(
        self, event: Event, effects: Effects[Reply], dialogue: DialogueId | None, member: MemberId | None
    ) -> None:
        """
        Keep and erase, fill outbox and agenda, extend the ledger, note the event as handled.

        Raises:
            StaleState: Somebody was quicker.
        """
        ...


class Batch(Protocol):
    """One transaction for all events that wait."""

    def work(self, community: Community) -> Work:
        """Continue the transaction inside one workspace."""
        ...


class Store(Whereabouts, Protocol):
    """The memory as the engine uses it."""

    def batch(self, events: Sequence[Event]) -> AbstractContextManager[Batch]:
        """Open one transaction for these events; it commits at the end, or keeps nothing."""
        ...

    def reading(self, community: Community) -> AbstractContextManager[Work]:
        """Open a short read of its own inside one workspace; nothing can be kept in it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A post on its way out: keys and ids, never words."""

    post: PostId
    dialogue: DialogueId
    place: Place
    message: Message | None
    """Nothing: take down what stands there."""
    edition: int
    """Grows each time the post is to be drawn again."""
    attempts: int
    fence: int
    """Grows each time a process takes the post; only the last one to take it may note what became of it."""
    recipient: MemberId = NOBODY
    """The one member it is for; nobody: all who read in its place."""
    occasion: Occasion = Occasion.ASKED
    about: str = ""
    """The round it is about."""
    meant_for: datetime | None = None
    """When it was due, before anything held it back."""
    until: datetime | None = None
    """Later it is not sent any more, and told as missed."""
    remotes: tuple[str, ...] = ()
    """What the platform calls the parts that stand, in order; empty before the first was sent."""
    unsure_since: datetime | None = None
    """Since when it is not known whether a part more stands there; then it is looked for first (P2, P3)."""

    def part(self, number: int) -> str:
        """Return the delivery id of one part, by which it is found again on the platform."""
        return f"{self.post}.{number}" if number else str(self.post)


class Outbox(Protocol):
    """Posts that wait to be delivered, and those that stand in a place."""

    def claim(
        self, now: datetime, platform: str, most: int, busy: Collection[Place] = ()
    ) -> tuple[Delivery, ...]:
        """Take posts that are due, none for a *busy* place, so that nobody else sends them for a minute."""
        ...

    def holds(self, delivery: Delivery, now: datetime) -> bool:
        """Whether the post is still this process's to send: nobody took it, and its minute is not over."""
        ...

    def note(self, delivery: Delivery, remotes: tuple[str, ...], now: datetime) -> None:
        """Note the parts that stand already, and hold the post for another minute."""
        ...

    def delivered(self, delivery: Delivery, remotes: tuple[str, ...], at: datetime | None = None) -> None:
        """Note that all of a post stands in its place since *at*, under the names the platform gave."""
        ...

    def failed(
        self, delivery: Delivery, until: datetime | None, unsure_since: datetime | None = None
    ) -> None:
        """Note that a post was not taken: try again at *until*, or never when there is none."""
        ...

    def postpone(self, delivery: Delivery, until: datetime) -> None:
        """Let a post wait until a moment at which its reader may be written to; that is no failed try."""
        ...

    def end(self, delivery: Delivery, gone: Gone) -> None:
        """Note that a post does not go out any more, how it ended, and what its reader is told instead."""
        ...

    def release(self, deliveries: Sequence[Delivery], until: datetime | None = None) -> None:
        """Give back what was taken and not begun; it is due again at *until*, else at once."""
        ...

    def standing(self, place: Place, most: int) -> tuple[Delivery, ...]:
        """Return the posts that stand in a place, the oldest first, at most the last *most*."""
        ...


class Agenda(Protocol):
    """What is planned."""

    def next_due(self) -> datetime | None:
        """Return when the next occurrence is due, or nothing when none is planned."""
        ...

    def claim(self, now: datetime, most: int) -> tuple[CameDue, ...]:
        """Return events for what is due; each has the same id however often it is claimed."""
        ...

    def planned(self, dialogue: DialogueId) -> tuple[Occurrence, ...]:
        """Return what is still to come in a dialogue, the soonest first."""
        ...


class Installations(Protocol):
    """Where people installed the bot themselves: sealed tokens, which the memory cannot read."""

    def find(self, community: Community) -> bytes | None:
        """Return what is sealed for a workspace, or nothing where the bot is not installed."""
        ...

    def save(self, community: Community, sealed: bytes) -> None:
        """Keep what is sealed for a workspace, in place of what was."""
        ...

    def forget(self, community: Community) -> None:
        """Keep nothing of a workspace any more."""
        ...

    def claim(self, community: Community, now: datetime) -> bool:
        """Take it upon this process to renew the tokens of a workspace; another one waits."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How much waits, in numbers: no names and no words."""

    waiting: int
    undeliverable: int
    oldest_post: float
    """How many seconds the post has been due that has waited longest."""
    oldest_moment: float


class Leases(Protocol):
    """What processes that share the work agree on."""

    def take(self, name: str, holder: str, now: datetime, length: timedelta) -> int | None:
        """Take a lease or hold it for longer; return its fencing number, or nothing while another has it."""
        ...

    def holds(self, name: str, fence: int, now: datetime) -> bool:
        """Whether the lease with this number is still the one that counts."""
        ...

    def release(self, name: str, fence: int) -> None:
        """Let the next process have it at once."""
        ...

    def spend(self, name: str, now: datetime, most: int, within: timedelta) -> bool:
        """Spend once of a budget of *most* within so long; return whether there was anything left."""
        ...

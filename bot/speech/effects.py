"""What follows from an event: what to keep, erase, answer, post, plan and write in the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from bot.dialogue.kept import Kept
from bot.dialogue.manners import Occasion
from bot.dialogue.parting import Unlinking
from bot.dialogue.places import Place
from bot.dialogue.rhythm import Outcome, Schedule
from bot.dialogue.tickets import Action
from bot.dialogue.waiting import Waiting
from bot.identifiers import (
    AssetId,
    ContributionId,
    DialogueId,
    InterpretationId,
    LineCheckId,
    LineId,
    MemberId,
    NoteId,
    OccurrenceId,
    PostId,
    RestatementId,
    ScheduleId,
    WaitingId,
)
from bot.speech.messages import Form, Message
from bot.speech.phrasebook import Words
from bot.words import Phrase

Erasable: TypeAlias = (
    ContributionId | NoteId | LineId | LineCheckId | InterpretationId | RestatementId | AssetId
)
"""What has words that can be erased by themselves."""


class FileKind(StrEnum):
    """What may be exported; the value ends the name of the file."""

    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"
    JSON = "json"
    POLIS = "polis.zip"
    OWN = "mydata.json"


@dataclass(frozen=True, slots=True)
class Say:
    """Answer privately in words."""

    message: Message


@dataclass(frozen=True, slots=True)
class OpenForm:
    """Answer with a form."""

    form: Form


@dataclass(frozen=True, slots=True)
class RejectForm:
    """Give the form back: what is wrong beside each field, and what the person had written."""

    form: Form
    problems: Mapping[str, Phrase]
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFile:
    """Hand over a file privately; it is written after the commit, outside the transaction."""

    message: Message
    dialogue: DialogueId
    reader: MemberId
    kind: FileKind
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Silence:
    """Answer nothing."""


AfterForm: TypeAlias = Say | RejectForm | SendFile | Silence
"""What may follow a form: on Discord no form may follow a form."""
Reply: TypeAlias = AfterForm | OpenForm
R_co = TypeVar("R_co", bound=Reply, covariant=True)


@dataclass(frozen=True, slots=True)
class Post:
    """Something for a place or a person; the same id again edits what stands there."""

    id: PostId
    place: Place
    message: Message
    until: datetime | None = None
    """Later it is not sent any more; nothing: whenever the platform takes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An act for the ledger: a facilitator's, or an export. The reason is kept apart from the chain."""

    action: Action
    target: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Something one member should know: it waits in their list until they have seen to it."""

    id: WaitingId
    member: MemberId
    phrase: Phrase
    action: Action
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """
    The same for many members: by direct message to those who asked for these, in the others' lists.

    Manners, and whether it still has sense, are asked for each member when it goes out.
    """

    of: str
    """What it is one of; with day and member that makes its id, so that nobody gets it twice."""
    day: date
    occasion: Occasion
    members: tuple[MemberId, ...]
    message: Message
    until: datetime
    """Later it is not sent any more, and told as missed."""
    telling: Phrase
    """How it stands in the list of those who did not ask for direct messages."""
    action: Action
    subject: str
    pointer: Post | None = None
    """What is posted in the place, once a day at most, where it only waits in somebody's list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One date of something that returns comes on another day, at everybody's own clock, or not at all."""

    schedule: ScheduleId
    day: date
    to: date | None
    """Nothing: this date is skipped, and the next one stands."""
    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects(Generic[R_co]):
    """All that follows from one event. What is here is kept as a whole, or not at all."""

    reply: R_co
    keep: tuple[Kept, ...] = ()
    erase: tuple[Erasable, ...] = ()
    erase_member: MemberId | None = None
    """Whose every trace goes: also stances, chosen name and everything that waits."""
    unlink: Unlinking | None = None
    """Who left, and is no longer to be led to."""
    posts: tuple[Post, ...] = ()
    tell: tuple[Telling, ...] = ()
    done: tuple[str, ...] = ()
    """Subjects that the member who asks has dealt with: they leave their list."""
    settled: tuple[str, ...] = ()
    """Subjects that nobody needs to deal with any more: they leave everybody's list."""
    cancel: tuple[OccurrenceId, ...] = ()
    mail: Mailing | None = None
    move: Move | None = None
    ended: tuple[ScheduleId, ...] = ()
    """Of which nothing more comes, except what is kept with this."""
    again: Schedule | None = None
    """What came due returns: the next occurrence of each that came is planned."""
    outcome: Outcome | None = None
    """How the occurrences that came due ended, where that is known already."""
    deed: Deed | None = None
    delete_dialogue: DialogueId | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back now: the reply, the words it needs, and what waited to be told."""

    reply: Reply
    words: Words
    waiting: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    """A post that may not go out before a moment: it would come at night, in a pause, on a day kept free."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Gone:
    """A post that does not go out any more: how it ended, and what its reader finds in their list instead."""

    outcome: Outcome | None = None
    told: Waiting | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A post that may go out now, with its words as they may be shown at this moment."""

    message: Message
    words: Words


Prepared: TypeAlias = Ready | Wait | Gone
"""What a post has become at the moment when it would be sent."""

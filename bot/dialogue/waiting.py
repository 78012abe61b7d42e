"""What waits for one member: told under their next answer, shown in their list until it is dealt with."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.tickets import Action
from bot.identifiers import DialogueId, MemberId, WaitingId
from bot.words import Phrase

ONLY_TOLD = (
    Action.SHOW_ENTRY,
    Action.SHOW_ROUND,
    Action.SHOW_RECORD,
    Action.SHOW_ASSETS,
    Action.SHOW_FOLLOW_UP,
    Action.SHOW_NOTES,
    Action.SHOW_MINE,
    Action.HELP,
)
"""Where there is only something to look at, being told is all: then it leaves the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing a member should know or may want to do."""

    id: WaitingId
    dialogue: DialogueId
    member: MemberId
    phrase: Phrase
    action: Action
    subject: str
    made_at: datetime
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class StillWaiting:
    """Everything that waits for the member who asks, the oldest first."""

    waiting: tuple[Waiting, ...]

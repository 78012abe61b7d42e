"""What one line of the table of acts says, and what several lines load together."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from bot.dialogue.check_ins import CheckIn, OpenCheckIns
from bot.dialogue.dissent import Notes
from bot.dialogue.responses import InCheckIn
from bot.dialogue.standing import Answered, Recent, RoundOf, Standing
from bot.dialogue.statements import Statements
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, Reply, Silence
from bot.speech.events import CameDue, ChoicePicked, CommandGiven, FormSubmitted

Subject = TypeVar("Subject")
Loads = tuple[type[Any], ...]


class Door(StrEnum):
    """Who may come through to an action."""

    ANYONE = "anyone"
    MANAGER = "manager"  # whoever may manage the channel, as the platform says
    MEMBERS = "members"  # anybody with a part in the dialogue
    VOICES = "voices"  # members who agreed to the notice as it stands; not observers
    FACILITATORS = "facilitators"
    CLOCK = "clock"  # nobody: only a moment that came


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Generic[Subject]):
    """One line of the table. What is not in the table cannot be done."""

    about: type[Subject]
    door: Door
    asked: Callable[[Subject, Asking, CommandGiven | ChoicePicked], Effects[Reply]] | None = None
    """By a command or a button."""
    sent: Callable[[Subject, Asking, FormSubmitted], Effects[AfterForm]] | None = None
    """By a form. The type says that no form follows a form."""
    due: Callable[[Subject, Asking, CameDue], Effects[Silence]] | None = None
    """By a moment that came."""
    asked_loads: Loads = ()
    sent_loads: Loads = ()
    due_loads: Loads = ()
    reads: bool = False
    """It keeps nothing, and runs beside the one who writes."""
    in_closed: bool = False
    """Also after the dialogue has ended."""


WRITES = (Standing, Recent)
SEES = (RoundOf, Answered)
TEXTS = (Statements, OpenCheckIns)
BESIDE = (CheckIn, Notes, InCheckIn)

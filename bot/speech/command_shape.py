"""What one line of the table of commands says: a word, what it asks for, and the options that may follow."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.dialogue.tickets import Action, Ticket
from bot.speech.events import nothing

WHAT, NUMBER = "what", "number"
"""Options that decide what is asked for, and about which thing; all others are handed on."""

_NUMBER = re.compile(r"#?([1-9][0-9]{0,5})")


class OptionKind(StrEnum):
    """How an option is typed."""

    NUMBER = "number"
    ONE_OF = "one_of"
    TEXT = "text"  # everything that is left on the line and below it


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandOption:
    """Something that may stand after a command."""

    name: str
    kind: OptionKind
    choices: Mapping[str, str] = field(default_factory=nothing)
    """What may be typed -> the key it stands for."""
    is_required: bool = False
    key: str = ""
    """The name under which it is handed on, where that is another one."""
    is_named: bool = False
    """Typed with its name before the rest, as in `as:unnamed`."""

    @property
    def handed_on_as(self) -> str:
        """The name under which an action finds it."""
        return self.key or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One word that can be typed, and what it asks for."""

    word: str
    action: Action
    choice: str = ""
    variants: Mapping[str, Ticket] = field(default_factory=dict)
    """Words after it that ask for something of their own, as in `close dialogue`."""
    options: tuple[CommandOption, ...] = ()
    for_facilitators: bool = False

    def ticket(self, what: str, subject: str) -> Ticket:
        """Return what is asked for by *what* stands after the word."""
        asked = self.variants.get(what, Ticket(self.action, "", self.choice))
        return Ticket(asked.action, subject, asked.choice)


def key_of(option: CommandOption, token: str) -> str | None:
    """Return what was typed as an action understands it, or nothing where it does not fit."""
    match option.kind:
        case OptionKind.TEXT:
            return token
        case OptionKind.NUMBER:
            number = _NUMBER.fullmatch(token)
            return number[1] if number else None
        case OptionKind.ONE_OF:
            return option.choices.get(token.lower())


def usage(command: Command) -> str:
    """Return how a command is typed, such as `entry NUMBER [answer|differ] [OTHER]`."""
    return " ".join((command.word, *(_usage_of(option) for option in command.options)))


def _usage_of(option: CommandOption) -> str:
    is_list = option.kind is OptionKind.ONE_OF
    typed = "|".join(option.choices) if is_list else option.name.upper()
    shown = f"{option.name}:{typed if is_list else 'NUMBER'}" if option.is_named else typed
    return shown if option.is_required else f"[{shown}]"

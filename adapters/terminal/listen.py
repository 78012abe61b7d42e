"""A line that somebody typed, as an event of the bot or as something for the terminal itself. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from bot.dialogue.places import Account, Community, Place
from bot.dialogue.tickets import Ticket
from bot.errors import NotFound
from bot.identifiers import EventId, Seed
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted, TextWritten
from bot.speech.typed_commands import read_command
from bot.words import Phrase

TERMINAL = Community("terminal", "here")
ROOT = "dialogue"
MENTION = "@counterpoint"
DIRECTIVES = frozenset({"as", "in", "cancel", "quit", "help"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who types, where, and when; with an id and chance for what follows."""

    account: Account
    channel: str
    id: EventId
    at: datetime
    seed: Seed


@dataclass(frozen=True, slots=True)
class Directive:
    """Something for the terminal itself, such as `:as ben`."""

    word: str
    rest: str


Heard: TypeAlias = Directive | CommandGiven | ChoicePicked | TextWritten


def read_line(line: str, speaker: Speaker, choices: Mapping[int, Ticket]) -> Heard:
    """
    Read one line: `:as` is for the terminal, `/word` a command, a number a choice, all else a message.

    Raises:
        NotFound: There is no such command or choice.
    """
    typed = line.strip()
    if directive := read_directive(line):
        return directive
    if typed.startswith("/"):
        ticket, options = read_command(_after_root(typed))
        return CommandGiven(**asked(speaker), ticket=ticket, options=options)
    if typed.isdecimal() and typed.isascii():
        if int(typed) not in choices:
            raise NotFound(Phrase("refusals-button"))
        return ChoicePicked(**asked(speaker), ticket=choices[int(typed)])
    name, _, words = typed.partition(" ")
    if name.rstrip(",:").lower() == MENTION:
        return TextWritten(**asked(speaker), text=words, is_direct=False)
    return TextWritten(**asked(speaker), text=line, is_direct=True)


def read_directive(line: str) -> Directive | None:
    """Return what a line asks of the terminal itself; a line such as `:-)` asks for nothing."""
    word, rest = (*line.strip().split(maxsplit=1), "", "")[:2]
    is_one = word.startswith(":") and word[1:].lower() in DIRECTIVES
    return Directive(word[1:].lower(), rest) if is_one else None


def read_form(ticket: Ticket, answers: Mapping[str, str], speaker: Speaker) -> FormSubmitted:
    """Read a form whose fields were all asked for."""
    return FormSubmitted(**asked(speaker), ticket=ticket, answers=answers)


def asked(speaker: Speaker) -> dict[str, Any]:
    """Return what every event has that a person caused."""
    return {
        "id": speaker.id,
        "at": speaker.at,
        "seed": speaker.seed,
        "community": TERMINAL,
        "account": speaker.account,
        "place": Place(TERMINAL, speaker.channel),
    }


def _after_root(typed: str) -> str:
    word, rest = (*typed[1:].split(maxsplit=1), "", "")[:2]
    return rest if word.lower() == ROOT else typed[1:]

"""Everything that can be typed after `/dialogue`, as one table: for every platform, completion and help."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.members import Role
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.effects import FileKind
from bot.speech.events import nothing
from bot.words import Phrase

TYPED_SHOWN = 40
"""How much of a word that is not understood is said back."""
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


def _what(variants: Mapping[str, Ticket]) -> CommandOption:
    return CommandOption(name=WHAT, kind=OptionKind.ONE_OF, choices={word: word for word in variants})


_LEVELS = {
    "named": Attribution.NAMED, "chosen": Attribution.CHOSEN_NAME, "chosen_name": Attribution.CHOSEN_NAME,
    "unnamed": Attribution.UNNAMED,
}  # fmt: skip
_CLOSE = {
    "round": Ticket(Action.CLOSE_ROUND),
    "dialogue": Ticket(Action.CLOSE_DIALOGUE),
    "reopen": Ticket(Action.CLOSE_DIALOGUE, "", "reopen"),
}
_ENTRY = {
    "answer": Ticket(Action.ANSWER),
    "differ": Ticket(Action.DIFFER),
    "same": Ticket(Action.STANCE, "", "same"),
    "unsure": Ticket(Action.STANCE, "", "unsure"),
    "change": Ticket(Action.REVISE),
    "withdraw": Ticket(Action.WITHDRAW),
    "back": Ticket(Action.WITHDRAW, "", "back"),
    "why": Ticket(Action.SHOW_ENTRY, "", "versions"),
    "hold": Ticket(Action.HOLD),
    "show": Ticket(Action.HOLD, "", "show"),
}
_RECORD = {"apart": Ticket(Action.SHOW_RECORD, "", "apart"), "search": Ticket(Action.SHOW_RECORD)}
_EXPORT = {
    kind.name.lower(): Ticket(Action.EXPORT, "", kind) for kind in FileKind if kind is not FileKind.OWN
}
_MY_DATA = {"json": Ticket(Action.MY_DATA, "", "json"), "erase": Ticket(Action.ERASE)}

_A_NUMBER = CommandOption(name=NUMBER, kind=OptionKind.NUMBER)
_LEVEL = CommandOption(name="as", key="level", kind=OptionKind.ONE_OF, choices=_LEVELS, is_named=True)
_IN_ROUND = CommandOption(name="in", key=NUMBER, kind=OptionKind.NUMBER, is_named=True)
_WORDS = CommandOption(name="words", key="body", kind=OptionKind.TEXT)
_THIS_ENTRY = CommandOption(name=NUMBER, kind=OptionKind.NUMBER, is_required=True)
_OTHER = CommandOption(name="other", kind=OptionKind.NUMBER)
_SEARCH = CommandOption(name="words", key="search", kind=OptionKind.TEXT)
_ABOUT = CommandOption(name="about", kind=OptionKind.NUMBER)
_STATEMENT = CommandOption(name="statement", key="about", kind=OptionKind.NUMBER)
_TITLE = CommandOption(name="title", kind=OptionKind.TEXT)
_PROMPT = CommandOption(name="prompt", kind=OptionKind.TEXT)
_ROLES = {str(role): str(role) for role in Role}
_ROLE = CommandOption(name="as", key="role", kind=OptionKind.ONE_OF, choices=_ROLES, is_named=True)
_NAME = CommandOption(name="name", kind=OptionKind.TEXT)

COMMANDS: tuple[Command, ...] = (
    Command(word="join", action=Action.JOIN),
    Command(word="mine", action=Action.SHOW_MINE),
    Command(word="say", action=Action.CONTRIBUTE, options=(_LEVEL, _IN_ROUND, _WORDS)),
    Command(word="record", action=Action.SHOW_RECORD, variants=_RECORD, options=(_what(_RECORD), _SEARCH)),
    Command(
        word="entry",
        action=Action.SHOW_ENTRY,
        variants=_ENTRY,
        options=(_THIS_ENTRY, _what(_ENTRY), _OTHER),
    ),
    Command(word="propose", action=Action.PROPOSE, options=(_STATEMENT,)),
    Command(word="statements", action=Action.SHOW_STATEMENTS),
    Command(word="me", action=Action.SET_PREFERENCES),
    Command(word="mydata", action=Action.MY_DATA, variants=_MY_DATA, options=(_what(_MY_DATA),)),
    Command(word="ledger", action=Action.SHOW_LEDGER),
    Command(word="appeal", action=Action.APPEAL, options=(_ABOUT,)),
    Command(word="support", action=Action.HELP, choice="support"),
    Command(word="help", action=Action.HELP),
    Command(word="start", action=Action.START, options=(_TITLE,), for_facilitators=True),
    Command(word="ask", action=Action.OPEN_ROUND, options=(_PROMPT,), for_facilitators=True),
    Command(word="check", action=Action.OPEN_CHECK_IN, options=(_STATEMENT,), for_facilitators=True),
    Command(
        word="close",
        action=Action.CLOSE_ROUND,
        variants=_CLOSE,
        options=(_what(_CLOSE), _A_NUMBER),
        for_facilitators=True,
    ),
    Command(
        word="export",
        action=Action.EXPORT,
        variants=_EXPORT,
        options=(_what(_EXPORT),),
        for_facilitators=True,
    ),
    Command(word="facilitators", action=Action.APPOINT, options=(_ROLE, _NAME), for_facilitators=True),
)
BY_WORD: Mapping[str, Command] = {command.word: command for command in COMMANDS}


def read_command(text: str) -> tuple[Ticket, Mapping[str, str]]:
    """
    Read what was typed after the root word: what is asked for, and the options that go with it.

    Raises:
        NotFound: There is no such command, or it is not used like this.
    """
    word, rest = _first(text)
    command = _command(word or "help")
    found: dict[str, str] = {}
    rest = _read_named(command, rest, found)
    for option in command.options:
        if not option.is_named:
            rest = _read_next(command, option, rest, found)
    if rest:
        raise _used_otherwise(command)
    return command.ticket(found.pop(WHAT, ""), found.pop(NUMBER, "")), found


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


def _first(text: str) -> tuple[str, str]:
    """Return the first word, and the rest exactly as it was typed."""
    word, rest = (*text.split(maxsplit=1), "", "")[:2]
    return word, rest.strip()


def _command(word: str) -> Command:
    command = BY_WORD.get(word.lower())
    if command is None:
        typed = word[:TYPED_SHOWN]
        near = get_close_matches(typed.lower(), BY_WORD, n=1, cutoff=0.5)
        if near:
            raise NotFound(Phrase("help-unknown-command", {"typed": typed, "near": near[0]}))
        raise NotFound(Phrase("help-unknown", {"typed": typed}))
    return command


def _read_named(command: Command, rest: str, found: dict[str, str]) -> str:
    """Read options such as `as:unnamed`; the first word that is none of them begins the rest."""
    named = {option.name: option for option in command.options if option.is_named}
    while True:
        token, after = _first(rest)
        name, _, value = token.partition(":")
        option = named.get(name.lower())
        if option is None or not value:
            return rest
        key = key_of(option, value)
        if key is None and option.kind is OptionKind.NUMBER:
            return rest
        if key is None:
            raise NotFound(
                Phrase("help-not-one-of", {"typed": value[:TYPED_SHOWN], "words": ", ".join(option.choices)})
            )
        found[option.handed_on_as] = key
        rest = after


def _read_next(command: Command, option: CommandOption, rest: str, found: dict[str, str]) -> str:
    token, after = (rest, "") if option.kind is OptionKind.TEXT else _first(rest)
    key = key_of(option, token)
    if key is None and option.is_required:
        raise _used_otherwise(command)
    if not key:
        return rest
    found[option.handed_on_as] = key
    return after


def _used_otherwise(command: Command) -> NotFound:
    return NotFound(Phrase("help-usage", {"usage": usage(command)}))


def _usage_of(option: CommandOption) -> str:
    is_list = option.kind is OptionKind.ONE_OF
    typed = "|".join(option.choices) if is_list else option.name.upper()
    shown = f"{option.name}:{typed if is_list else 'NUMBER'}" if option.is_named else typed
    return shown if option.is_required else f"[{shown}]"

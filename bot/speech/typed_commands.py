"""Reads what was typed after `/dialogue`: what is asked for, or how it is typed instead."""

from collections.abc import Mapping
from difflib import get_close_matches

from bot.dialogue.tickets import Ticket
from bot.errors import NotFound
from bot.speech.command_shape import NUMBER, WHAT, Command, CommandOption, OptionKind, key_of, usage
from bot.speech.commands import BY_WORD
from bot.words import Phrase

TYPED_SHOWN = 40
"""How much of a word that is not understood is said back."""


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

"""What the bot asks of Discord: its commands, its permissions, its intents; nothing beyond. Pure."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from adapters.discord.render import shortened
from bot.speech.command_shape import Command, CommandOption, OptionKind
from bot.speech.commands import COMMANDS
from bot.speech.messages import WORDS_LENGTH
from bot.speech.phrasebook import ORIGINAL, Phrasebook, Words
from bot.words import Phrase

Payload: TypeAlias = dict[str, Any]

ROOT, MORE, KEEP = "dialogue", "more", "keep"
"""The command, the group for what has no room beside the others, the entry in the menu of a message."""
PROMPT = "prompt"
"""The option that offers questions of the library while it is typed."""
OPTION = "option-"
"""Begins the key of what is said about something behind a command."""
MOST_OPTIONS = 25
DESCRIPTION_LENGTH = 100

# https://discord.com/developers/docs/events/gateway#gateway-intents
INTENTS = 1 << 0 | 1 << 9 | 1 << 12
"""Servers, messages in them, direct messages; text arrives only where the bot is addressed."""
# https://discord.com/developers/docs/topics/permissions
PERMISSIONS: Mapping[str, int] = {
    "View Channel": 1 << 10,
    "Send Messages": 1 << 11,
    "Send Messages in Threads": 1 << 38,
    "Create Public Threads": 1 << 35,
    "Read Message History": 1 << 16,
}
PERMISSION_NUMBER = sum(PERMISSIONS.values())
DANGEROUS: Mapping[str, int] = {
    "Administrator": 1 << 3,
    "Manage Channels": 1 << 4,
    "Manage Server": 1 << 5,
    "Manage Messages": 1 << 13,
    "Mention Everyone": 1 << 17,
    "Manage Roles": 1 << 28,
    "Manage Webhooks": 1 << 29,
}
"""What the bot must not hold: whoever took it over could do harm with it."""
SLASH, MESSAGE_MENU = 1, 3
SUB_COMMAND, SUB_COMMAND_GROUP, STRING, INTEGER = 1, 2, 3, 4
IN_SERVER = 0
# https://discord.com/developers/docs/reference#locales
LOCALES: Mapping[str, tuple[str, ...]] = {"sv": ("sv-SE",), "es": ("es-ES", "es-419"), "pt": ("pt-BR",)}
"""What Discord calls a language, where it calls it otherwise than we do."""


def invite_link(application: int) -> str:
    """Return the address at which whoever manages a server lets the bot in."""
    scopes = "bot+applications.commands"
    asked = f"client_id={application}&permissions={PERMISSION_NUMBER}&scope={scopes}"
    return f"https://discord.com/oauth2/authorize?{asked}"


def commands(phrasebook: Phrasebook) -> list[Payload]:
    """Return every command as it is made known to Discord, in every language there are words in."""
    said = _Said(phrasebook)
    room = MOST_OPTIONS if len(COMMANDS) <= MOST_OPTIONS else MOST_OPTIONS - 1
    options = [_sub_command(command, said) for command in COMMANDS[:room]]
    if left := [_sub_command(command, said) for command in COMMANDS[room:]]:
        options.append({"type": SUB_COMMAND_GROUP, **said.both(MORE), "options": left})
    root = {"type": SLASH, **said.both(ROOT), "contexts": [IN_SERVER], "options": options}
    return [root, {"type": MESSAGE_MENU, **said.name(KEEP), "contexts": [IN_SERVER]}]


def fingerprint(payload: list[Payload]) -> str:
    """Return what changes when the commands change, so that they are made known again only then."""
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


class _Said:
    """
    Names and descriptions in every language.

    What has no words of its own on the page `commands.ftl` is called as it is typed, and described by
    its line of help.
    """

    def __init__(self, phrasebook: Phrasebook) -> None:
        self._phrasebook = phrasebook

    def both(self, what: str) -> Payload:
        """Return a name and what is said about it."""
        return {**self.name(what), **self._in_all(f"commands-{what}", "description", self._help(what))}

    def name(self, what: str) -> Payload:
        """Return a name."""
        return self._in_all(f"commands-{what}-name", "name", what.removeprefix(OPTION))

    def _in_all(self, key: str, field: str, otherwise: str) -> Payload:
        said = {
            language: self._in(language, key)
            for language in self._phrasebook.languages
            if key in self._phrasebook.keys(language)
        }
        drawn: Payload = {field: said.pop(ORIGINAL, otherwise)}
        elsewhere = {
            locale: text for language, text in said.items() for locale in LOCALES.get(language, (language,))
        }
        return drawn | ({f"{field}_localizations": elsewhere} if elsewhere else {})

    def _help(self, what: str) -> str:
        key = f"help-command-{what}"
        if key not in self._phrasebook.keys(ORIGINAL):
            return what.removeprefix(OPTION)
        return shortened(self._in(ORIGINAL, key).removeprefix(f"{what}: "), DESCRIPTION_LENGTH)

    def _in(self, language: str, key: str) -> str:
        return Words(self._phrasebook, language, {}, ZoneInfo("UTC")).plain(Phrase(key))


def _sub_command(command: Command, said: _Said) -> Payload:
    return {"type": SUB_COMMAND, **said.both(command.word), "options": list(_options(command, said))}


def _options(command: Command, said: _Said) -> Iterator[Payload]:
    """Return what may stand behind a command; what is required comes first, as Discord wants it."""
    for option in sorted(command.options, key=lambda option: not option.is_required):
        yield {**said.both(OPTION + option.name), "required": option.is_required, **_kind(option)}


def _kind(option: CommandOption) -> Payload:
    match option.kind:
        case OptionKind.NUMBER:
            return {"type": INTEGER, "min_value": 1}
        case OptionKind.ONE_OF:
            choices = [{"name": typed, "value": typed} for typed in option.choices]
            return {"type": STRING, "choices": choices[:MOST_OPTIONS]}
        case OptionKind.TEXT:
            return {"type": STRING, "max_length": WORDS_LENGTH, "autocomplete": option.name == PROMPT}

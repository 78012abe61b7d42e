"""What the bot asks of Discord: its commands, its permissions, its intents; nothing beyond. Pure."""

import hashlib
import json
from typing import Any, TypeAlias

from bot.speech.command_shape import Command, CommandOption, OptionKind
from bot.speech.commands import COMMANDS

Payload: TypeAlias = dict[str, Any]

ROOT = "dialogue"
KEEP = "Keep this in the record"
MORE = "more"
"""The group in which commands stand that have no room beside the others."""
MOST_OPTIONS = 25

# https://discord.com/developers/docs/events/gateway#gateway-intents
INTENTS = 1 << 0 | 1 << 9 | 1 << 12
"""Servers, messages in them, direct messages; text arrives only where the bot is addressed."""
# https://discord.com/developers/docs/topics/permissions
PERMISSIONS = {
    "View Channel": 1 << 10,
    "Send Messages": 1 << 11,
    "Send Messages in Threads": 1 << 38,
    "Create Public Threads": 1 << 35,
    "Read Message History": 1 << 16,
}
PERMISSION_NUMBER = sum(PERMISSIONS.values())
DANGEROUS = {
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


def invite_link(application: int) -> str:
    """Return the address at which whoever manages a server lets the bot in."""
    scopes = "bot+applications.commands"
    asked = f"client_id={application}&permissions={PERMISSION_NUMBER}&scope={scopes}"
    return f"https://discord.com/oauth2/authorize?{asked}"


def commands() -> list[Payload]:
    """Return every command as it is made known to Discord."""
    room = MOST_OPTIONS if len(COMMANDS) <= MOST_OPTIONS else MOST_OPTIONS - 1
    beside, more = COMMANDS[:room], COMMANDS[room:]
    options = [_sub_command(command) for command in beside]
    if more:
        group = {"type": SUB_COMMAND_GROUP, "name": MORE, "description": "More of what can be done"}
        options.append(group | {"options": [_sub_command(command) for command in more]})
    root: Payload = {
        "type": SLASH,
        "name": ROOT,
        "description": "Think together, each in your own time",
        "contexts": [IN_SERVER],
        "options": options,
    }
    return [root, {"type": MESSAGE_MENU, "name": KEEP, "contexts": [IN_SERVER]}]


def fingerprint(payload: list[Payload]) -> str:
    """Return what changes when the commands change, so that they are made known again only then."""
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _sub_command(command: Command) -> Payload:
    options = sorted(command.options, key=lambda option: not option.is_required)
    return {
        "type": SUB_COMMAND,
        "name": command.word,
        "description": command.word,
        "options": [_option(option) for option in options],
    }


def _option(option: CommandOption) -> Payload:
    drawn: Payload = {"name": option.name, "description": option.name, "required": option.is_required}
    match option.kind:
        case OptionKind.NUMBER:
            return drawn | {"type": INTEGER, "min_value": 1}
        case OptionKind.ONE_OF:
            choices = [{"name": typed, "value": typed} for typed in option.choices]
            return drawn | {"type": STRING, "choices": choices}
        case OptionKind.TEXT:
            return drawn | {"type": STRING, "max_length": 4000, "autocomplete": option.name == "prompt"}

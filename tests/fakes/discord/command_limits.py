"""What in a set of commands goes beyond what Discord takes."""

import re

from tests.fakes.discord.limits import Found, Json, Problem

_NAME = re.compile(r"[-_'\w]{1,32}")
SLASH, GROUP, SUB = 1, 2, 1


def in_commands(commands: list[Json]) -> list[Problem]:
    """Return what is wrong in the commands of an application."""
    found = Found()
    for command in commands:
        name = command.get("name", "")
        if command.get("type", SLASH) == SLASH:
            _slash(command, name, found)
        else:
            found.length(name, "command.name", name)
            found.no(name, "a menu has no description", unless=not command.get("description"))
    names = [(command.get("type"), command.get("name")) for command in commands]
    found.no("", "two commands with one name", unless=len(set(names)) == len(names))
    return found.problems


def _slash(command: Json, where: str, found: Found) -> None:
    _named(command, where, found)
    found.count(where, "command.whole", _weight(command))
    _options(command.get("options") or [], where, found)


def _named(thing: Json, where: str, found: Found) -> None:
    for name in (thing.get("name"), *(thing.get("name_localizations") or {}).values()):
        found.length(where, "command.name", name)
        is_one = isinstance(name, str) and bool(_NAME.fullmatch(name)) and name == name.lower()
        found.no(where, f"{name!r} is no name", unless=is_one)
    for said in (thing.get("description"), *(thing.get("description_localizations") or {}).values()):
        found.length(where, "command.description", said)


def _options(options: list[Json], where: str, found: Found) -> None:
    found.count(where, "command.options", len(options))
    names = [option.get("name") for option in options]
    found.no(where, "two options with one name", unless=len(set(names)) == len(names))
    needed = [bool(option.get("required")) for option in options]
    found.no(where, "what is required comes first", unless=needed == sorted(needed, reverse=True))
    for option in options:
        here = f"{where} {option.get('name')}"
        _named(option, here, found)
        choices = option.get("choices") or []
        found.count(here, "command.choices", len(choices))
        found.no(here, "choices and autocomplete", unless=not (choices and option.get("autocomplete")))
        for choice in choices:
            found.length(here, "command.choice", choice.get("name"))
            found.length(here, "command.choice", str(choice.get("value")))
        _options(option.get("options") or [], here, found)


def _weight(thing: Json) -> int:
    own = len(thing.get("name", "")) + len(thing.get("description", ""))
    values = sum(len(str(choice.get("value"))) + len(choice["name"]) for choice in thing.get("choices") or [])
    longest = max(
        (sum(len(text) for text in (thing.get(n) or {}).values()) for n in ("description_localizations",)),
        default=0,
    )
    return own + values + longest + sum(_weight(option) for option in thing.get("options") or [])

"""What arrives from Discord, as an event of the bot. Pure: time and chance are given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from adapters.discord.manifest import MORE, SUB_COMMAND, SUB_COMMAND_GROUP
from bot.dialogue.places import Account, Community, Place
from bot.dialogue.tickets import Ticket
from bot.errors import NotFound
from bot.identifiers import EventId, Seed
from bot.speech.command_shape import NUMBER, WHAT, Command, key_of
from bot.speech.commands import BY_WORD
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.words import Phrase

PLATFORM = "discord"
MANAGE_CHANNELS, ADMINISTRATOR = 1 << 4, 1 << 3
COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
_LABEL = 18

Data: TypeAlias = Mapping[str, Any]
Heard: TypeAlias = CommandGiven | ChoicePicked | FormSubmitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks, where and when, with an id and chance for what follows."""

    id: EventId
    at: datetime
    seed: Seed
    account: Account
    place: Place

    @property
    def community(self) -> Community:
        """The server in which it was said."""
        return self.place.community


def read_interaction(kind: int, data: Data, speaker: Speaker) -> Heard:
    """
    Read what somebody typed, pressed or sent.

    Raises:
        NotFound: It is no command, button or form of ours.
    """
    asked = asked_by(speaker)
    if kind == COMMAND:
        ticket, options = read_command(data)
        return CommandGiven(**asked, ticket=ticket, options=options)
    ticket = Ticket.read(str(data.get("custom_id", "")))
    if kind == MODAL:
        return FormSubmitted(**asked, ticket=ticket, answers=dict(_answers(data)))
    return ChoicePicked(**asked, ticket=ticket)


def read_command(data: Data) -> tuple[Ticket, Mapping[str, str]]:
    """
    Read a typed command: what is asked for, and the options that go with it.

    Raises:
        NotFound: There is no such command (any more), or an option does not fit.
    """
    command, given = _command_in(data)
    found: dict[str, str] = {}
    for option in command.options:
        typed = str(given.get(option.name, "")).strip()
        key = key_of(option, typed) if typed else None
        if typed and key is None:
            words = ", ".join(option.choices)
            raise NotFound(Phrase("help-not-one-of", {"typed": typed[:40], "words": words}))
        if key:
            found[option.handed_on_as] = key
    return command.ticket(found.pop(WHAT, ""), found.pop(NUMBER, "")), found


def asked_by(speaker: Speaker) -> dict[str, Any]:
    """Return what every event has that a person caused."""
    return {
        "id": speaker.id,
        "at": speaker.at,
        "seed": speaker.seed,
        "community": speaker.community,
        "account": speaker.account,
        "place": speaker.place,
    }


def may_manage(permissions: int) -> bool:
    """Whether these permissions let somebody manage the channel."""
    return bool(permissions & (MANAGE_CHANNELS | ADMINISTRATOR))


def _command_in(data: Data) -> tuple[Command, Mapping[str, Any]]:
    options = data.get("options") or [{}]
    if options[0].get("type") == SUB_COMMAND_GROUP and options[0].get("name") == MORE:
        options = options[0].get("options") or [{}]
    word, is_one = str(options[0].get("name", "")), options[0].get("type") == SUB_COMMAND
    command = BY_WORD.get(word)
    if command is None or not is_one:
        raise NotFound(Phrase("help-unknown", {"typed": word[:40]}))
    return command, {each["name"]: each.get("value", "") for each in options[0].get("options") or ()}


def _answers(data: Data) -> Iterator[tuple[str, str]]:
    """Return field id -> text; several ticked options are joined by commas."""
    for row in data.get("components") or ():
        if row.get("type") != _LABEL:
            continue
        field = row.get("component") or {}
        if "values" in field:
            yield str(field.get("custom_id")), ",".join(map(str, field["values"] or ()))
        elif isinstance(field.get("value"), str):
            yield str(field.get("custom_id")), field["value"]

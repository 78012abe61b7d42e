"""What arrives from Discord, as an event of the bot. Pure: time and chance are given."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from adapters.discord.manifest import MORE, ROOT, SUB_COMMAND, SUB_COMMAND_GROUP
from bot.dialogue.places import DIRECT, Account, Community, Place
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound, Refusal
from bot.identifiers import EventId, Seed
from bot.speech.command_shape import NUMBER, WHAT, Command, key_of
from bot.speech.commands import BY_WORD
from bot.speech.completion import suggest
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted, TextWritten
from bot.speech.messages import WORDS_LENGTH
from bot.speech.typed_commands import TYPED_SHOWN
from bot.speech.writing import BODY
from bot.words import Phrase

PLATFORM = "discord"
MANAGE_CHANNELS, ADMINISTRATOR = 1 << 4, 1 << 3
COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
OF_A_MESSAGE = 3
"""The kind of a command that stands in the menu of a message."""
ABOUT_A_ROUND = (Action.CONTRIBUTE, Action.ANSWER)
"""The buttons of a post that say which question it belongs to."""
_LABEL = 18
_MENTION = "<@!?{}>"

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

    @property
    def mark(self) -> str:
        """What tickets carry where only this person reads: to which server they belong."""
        return f"{DIRECT}{self.community.id}" if self.place.is_direct else ""


def read_interaction(kind: int, data: Data, speaker: Speaker) -> Heard:
    """
    Read what somebody typed, chose in a menu, pressed or sent.

    Raises:
        Refusal: It is nothing of ours, or the words of somebody else.
    """
    asked = asked_by(speaker)
    if kind == COMMAND and data.get("type") == OF_A_MESSAGE:
        return CommandGiven(**asked, ticket=Ticket(Action.CONTRIBUTE), options=_own_words(data, speaker))
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
        typed = str(given.get(option.name, {}).get("value", "")).strip()
        key = key_of(option, typed) if typed else None
        if typed and key is None:
            words = ", ".join(option.choices)
            raise NotFound(Phrase("help-not-one-of", {"typed": typed[:TYPED_SHOWN], "words": words}))
        if key:
            found[option.handed_on_as] = key
    return command.ticket(found.pop(WHAT, ""), found.pop(NUMBER, "")), found


def read_message(text: str, bot: int, tickets: Iterator[str], speaker: Speaker) -> TextWritten:
    """Read a message to the bot; *tickets* are those of the post that it answers, if it answers one."""
    is_direct = speaker.place.is_direct
    round = next(filter(None, map(_round_in, tickets)), "")
    return TextWritten(
        **asked_by(speaker),
        text=bare_text(text, bot),
        is_direct=is_direct,
        round=round,
        message=str(speaker.id),
    )


def bare_text(text: str, bot: int) -> str:
    """Return what somebody wrote, without the mention of the bot around it."""
    mention = _MENTION.format(bot)
    return re.sub(rf"^\s*{mention}[\s,:]*|\s*{mention}\s*$", "", text)


def offered(data: Data, prompts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what to offer for the option that is being typed: what is shown, and what it stands for."""
    try:
        command, given = _command_in(data)
    except NotFound:
        return []
    typed = next((str(each.get("value", "")) for each in given.values() if each.get("focused")), "")
    head = f"{command.word} "
    found = (text.removeprefix(head) for text in suggest(head + typed, prompts=tuple(prompts)))
    return [(f"{id}: {prompts[id]}", id) for id in found if id in prompts]


def community_in(custom_id: str) -> str:
    """Return the server that a ticket belongs to, where only one person reads."""
    try:
        mark = Ticket.read(custom_id).mark.partition("~")[0]
    except Refusal:
        return ""
    return mark.removeprefix(DIRECT) if mark.startswith(DIRECT) else ""


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


def _own_words(data: Data, speaker: Speaker) -> Mapping[str, str]:
    """
    Return the words of the message that somebody wants to keep.

    Raises:
        Refusal: Somebody else wrote them.
    """
    message = (data.get("resolved") or {}).get("messages", {}).get(str(data.get("target_id")), {})
    if str((message.get("author") or {}).get("id")) != speaker.account.id:
        raise Refusal(Phrase("platform-only-their-own"))
    return {BODY: str(message.get("content") or "")[:WORDS_LENGTH]}


def _command_in(data: Data) -> tuple[Command, Mapping[str, Data]]:
    """
    Return the command, and what was given with it by name.

    Raises:
        NotFound: There is no such command.
    """
    place: Data = {"options": data.get("options"), "type": None}
    inner = (place["options"] or [{}])[0]
    if inner.get("type") == SUB_COMMAND_GROUP and inner.get("name") == MORE:
        inner = (inner.get("options") or [{}])[0]
    word = str(inner.get("name", "")) if inner.get("type") == SUB_COMMAND and data.get("name") == ROOT else ""
    command = BY_WORD.get(word)
    if command is None:
        raise NotFound(Phrase("help-unknown", {"typed": word[:TYPED_SHOWN]}))
    return command, {str(each.get("name")): each for each in inner.get("options") or ()}


def _round_in(ticket: str) -> str:
    """Return the question, or the words brought to one, that a button is about."""
    try:
        read = Ticket.read(ticket)
    except Refusal:
        return ""
    return read.subject if read.action in ABOUT_A_ROUND and not read.choice else ""


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

"""What a browser window says, as an event of the bot. Pure: time and chance are given."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from adapters.web.people import ROOM, Person, place_of
from bot.dialogue.tickets import Ticket
from bot.identifiers import EventId, Seed
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted, TextWritten
from bot.speech.typed_commands import read_command

ROOT = "dialogue"
"""The word that commands begin with after their slash; in this room it may be left out."""
MENTION = "@counterpoint"
"""What a message in a channel begins with when it is meant for the bot."""

_EVENT_ID = re.compile("[A-Za-z0-9_-]{16,64}")
_FIELDS = 20
"""More fields than any form of ours has."""

Said: TypeAlias = Mapping[str, Any]


class NotUnderstood(Exception):
    """No page of ours says such a thing; there is nobody to explain it to."""


@dataclass(frozen=True, slots=True)
class Talk:
    """An ordinary message between people in a channel: the bot is not told of it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, where, when, and with what chance."""

    person: Person
    view: str
    at: datetime
    seed: Seed


Heard: TypeAlias = CommandGiven | ChoicePicked | FormSubmitted | TextWritten | Talk


def read_json(frame: str) -> Said:
    """
    Read one frame of a socket.

    Raises:
        NotUnderstood: It is no object, or nested without end.
    """
    try:
        said = json.loads(frame)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood from error
    if not isinstance(said, dict):
        raise NotUnderstood
    return said


def read_said(said: Said, speaker: Speaker) -> Heard:
    """
    Read what somebody did: pressed a button, sent a form, or wrote a line.

    Raises:
        NotUnderstood: It has no such form.
        Refusal: It is a command or a button that the bot does not know.
    """
    id = text_in(said, "id")
    if not _EVENT_ID.fullmatch(id):
        raise NotUnderstood
    match said.get("kind"):
        case "choice":
            return ChoicePicked(**_asked(id, speaker), ticket=Ticket.read(text_in(said, "ticket")))
        case "form":
            ticket = Ticket.read(text_in(said, "ticket"))
            return FormSubmitted(**_asked(id, speaker), ticket=ticket, answers=_answers(said.get("answers")))
        case "words":
            return _read_words(id, text_in(said, "text"), speaker)
        case _:
            raise NotUnderstood


def text_in(said: Said, name: str) -> str:
    """
    Return a text that must be there.

    Raises:
        NotUnderstood: It is not, or it is no text.
    """
    text = said.get(name)
    if not isinstance(text, str):
        raise NotUnderstood
    return text


def after_root(text: str) -> str:
    """Return what stands after `/dialogue`, or after the slash alone."""
    typed = text.lstrip().removeprefix("/")
    word, rest = (*typed.split(maxsplit=1), "", "")[:2]
    return rest if word.lower() == ROOT else typed


def _read_words(id: str, text: str, speaker: Speaker) -> Heard:
    if text.lstrip().startswith("/"):
        ticket, options = read_command(after_root(text))
        return CommandGiven(**_asked(id, speaker), ticket=ticket, options=options)
    if speaker.view == speaker.person.direct:
        return TextWritten(**_asked(id, speaker), text=text, is_direct=True)
    name, _, words = text.lstrip().partition(" ")
    if name.rstrip(",:").lower() == MENTION:
        return TextWritten(**_asked(id, speaker), text=words, is_direct=False)
    return Talk(id, text)


def _answers(found: Any) -> Mapping[str, str]:
    if not isinstance(found, dict) or len(found) > _FIELDS:
        raise NotUnderstood
    if not all(isinstance(text, str) for text in found.values()):
        raise NotUnderstood
    return found


def _asked(id: str, speaker: Speaker) -> dict[str, Any]:
    return {
        "id": EventId(id),
        "at": speaker.at,
        "seed": speaker.seed,
        "community": ROOM,
        "account": speaker.person.account,
        "place": place_of(speaker.view),
    }

"""A message as text and back: how a post that waits is kept, with keys and ids instead of words."""

import json
from datetime import datetime
from typing import Any

from bot.dialogue.tickets import Ticket
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value

_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def write_message(message: Message) -> str:
    """Return the message as JSON."""
    return _AS_JSON.encode(_from_message(message))


def read_message(text: str) -> Message:
    """Return the message that `write_message` wrote."""
    return _to_message(json.loads(text))


def write_phrase(phrase: Phrase) -> str:
    """Return the phrase as JSON."""
    return _AS_JSON.encode(_from_phrase(phrase))


def read_phrase(text: str) -> Phrase:
    """Return the phrase that `write_phrase` wrote."""
    return _to_phrase(json.loads(text))


def _from_message(message: Message) -> list[Any]:
    choices = [[_from_phrase(choice.label), str(choice.ticket)] for choice in message.choices]
    return [_from_phrase(message.phrase), choices, [_from_message(part) for part in message.below]]


def _to_message(found: list[Any]) -> Message:
    phrase, choices, below = found
    return Message(
        _to_phrase(phrase),
        tuple(Choice(_to_phrase(label), Ticket.read(ticket)) for label, ticket in choices),
        tuple(_to_message(part) for part in below),
    )


def _from_phrase(phrase: Phrase) -> list[Any]:
    if not phrase.values:
        return [phrase.key, {}]
    return [phrase.key, {name: _from_value(value) for name, value in phrase.values.items()}]


def _to_phrase(found: list[Any]) -> Phrase:
    key, values = found
    return Phrase(key, {name: _to_value(value) for name, value in values.items()})


def _from_value(value: Value) -> Any:
    match value:
        case Quote(id, part):
            return {"quote": [id, str(part)]}
        case Phrase():
            return {"phrase": _from_phrase(value)}
        case datetime():
            return {"at": value.isoformat()}
        case _:
            return value


def _to_value(found: Any) -> Value:
    match found:
        case {"quote": [id, part]}:
            return Quote(id, Part(part))
        case {"phrase": phrase}:
            return _to_phrase(phrase)
        case {"at": at}:
            return datetime.fromisoformat(at)
        case int() | str():
            return found
        case _:
            raise ValueError(found)

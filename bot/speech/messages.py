"""What can be said and asked: messages with choices, forms with fields; and the limits all platforms keep."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.dialogue.tickets import Ticket
from bot.speech.events import nothing
from bot.words import Phrase

TITLE_LENGTH = 24
"""Slack's limit for the title of a modal; Discord allows 45."""
FIELDS_IN_A_FORM = 5
"""Discord's limit; Slack allows 100 blocks."""
OPTIONS_IN_A_FIELD = 10
"""Discord's limit for radio groups and checkboxes; Slack allows 100."""
LABEL_LENGTH = 45
"""Discord's limit for the label of a field."""
CHOICE_LENGTH = 75
"""Slack's limit for the text of a button; Discord allows 80."""
WORDS_LENGTH = 4000
"""The most characters of one text that is kept (`promises.md` B2)."""


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    ONE_OF = "one_of"
    ANY_OF = "any_of"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers a field offers; *key* is what is stored."""

    key: str
    label: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form."""

    id: str
    label: Phrase
    kind: FieldKind = FieldKind.LINE
    hint: Phrase | None = None
    options: tuple[Option, ...] = ()
    is_required: bool = True
    most: int = WORDS_LENGTH
    """The most characters; only for lines and paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: what it is about, and at most five fields."""

    title: Phrase
    ticket: Ticket
    fields: tuple[Field, ...]
    intro: tuple[Phrase, ...] = ()
    values: Mapping[str, str] = field(default_factory=nothing)
    """What the fields hold when the form opens (the member's own earlier words, never others')."""
    send: Phrase = Phrase("general-send")


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what it says, and the ticket it carries."""

    label: Phrase
    ticket: Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: what it shows, the heads of its columns, and rows that begin with a head of their own."""

    caption: Phrase
    columns: tuple[Phrase, ...]
    rows: tuple[tuple[Phrase, tuple[Phrase, ...]], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """Something said: a phrase, the choices under it, and further messages below."""

    phrase: Phrase
    choices: tuple[Choice, ...] = ()
    below: tuple["Message", ...] = ()
    table: Table | None = None
    """Drawn in place of what is below, which says the same, where tables can be drawn. Only in replies."""

"""What the bot says, as plain lines: no colour, no sign that only an eye can read. Pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from bot.dialogue.texts import SHOWN
from bot.dialogue.tickets import Ticket
from bot.speech.messages import Message
from bot.speech.phrasebook import Words
from bot.words import Phrase

Number = Callable[[Ticket], int]
"""Gives a choice its number."""

# "Control Sequence Introducer": what begins with ESC or stands in C1 would steer the terminal.
# https://ecma-international.org/publications-and-standards/standards/ecma-48/
_STEERING = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


class TerminalPen:
    """Writes plain text that cannot steer a terminal."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def text(self, text: str) -> str:
        """Write a text; what would move the cursor or change colours becomes a sign."""
        return harmless(text)

    def bold(self, inner: str) -> str:
        """Let it stand out, between two stars."""
        return f"*{inner}*"

    def moment(self, at: datetime) -> str:
        """Write a moment on the clock of the reader, or of the dialogue."""
        return f"{self._words.moment(at)} ({self._words.zone})"

    def paragraph(self, inner: str) -> str:
        """Write a paragraph."""
        return inner

    def items(self, inners: Sequence[str]) -> str:
        """Write a list, one item a line."""
        return "\n".join(f"- {_indented(inner, '  ')}" for inner in inners)

    def quote(self, inner: str) -> str:
        """Frame somebody's words: every line begins with a bar."""
        return "  | " + _indented(inner, "  | ")

    def join(self, blocks: Sequence[str]) -> str:
        """Put blocks together, each on lines of its own."""
        return "\n".join(blocks)


def harmless(text: str) -> str:
    """Return the text with a sign in place of everything that steers a terminal."""
    return _STEERING.sub(SHOWN, text.replace("\t", "    "))


def draw_phrase(phrase: Phrase, words: Words) -> str:
    """Write one of our phrases."""
    return words.write(phrase, TerminalPen(words))


def draw_message(message: Message, words: Words, number: Number) -> str:
    """Write something said, what is below it, and its choices with their numbers."""
    return "\n".join(_lines(message, words, number))


def _lines(message: Message, words: Words, number: Number) -> Iterator[str]:
    yield draw_phrase(message.phrase, words)
    for part in message.below:
        yield draw_message(part, words, number)
    if message.choices:
        numbered = (
            f"[{number(choice.ticket)}] {harmless(words.plain(choice.label))}" for choice in message.choices
        )
        yield "  ".join(numbered)


def _indented(text: str, edge: str) -> str:
    return text.replace("\n", f"\n{edge}")

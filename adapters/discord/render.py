"""What the bot says, in Discord's marks, as parts that each fit into one message. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from bot.dialogue.texts import SHOWN
from bot.dialogue.tickets import Ticket
from bot.speech.messages import CHOICE_LENGTH, Choice, Message
from bot.speech.phrasebook import Words
from bot.words import Phrase

# https://discord.com/developers/docs/components/reference
TEXT_MOST = 4000
"""The most characters of text in one message, over all of its parts."""
COMPONENTS_MOST = 40
IN_A_ROW = 5

# A backslash before any sign takes its meaning away; `<` begins mentions and times, `://` makes a link.
_SIGNS = re.compile(r"[\\*_~`|\[\]<@]|:(?=//)")
_AT_LINE_START = re.compile(r"^(\s*)([#>+-]|\d+(?=[.)]))", re.MULTILINE)
_CONTROLS = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


class DiscordPen:
    """Writes Discord's Markdown in which only our own marks mean something."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def text(self, text: str) -> str:
        """Write a text; what would be a mark, a link, a mention or a time stays the signs it is made of."""
        return escaped(text)

    def bold(self, inner: str) -> str:
        """Let it stand out."""
        return f"**{inner}**"

    def moment(self, at: datetime) -> str:
        """Write a moment, which each reader's own app shows in their own time."""
        return f"<t:{int(at.timestamp())}:f>"

    def paragraph(self, inner: str) -> str:
        """Write a paragraph."""
        return inner

    def items(self, inners: Sequence[str]) -> str:
        """Write a list, one item a line."""
        return "\n".join(f"- {_indented(inner, '  ')}" for inner in inners)

    def quote(self, inner: str) -> str:
        """Frame somebody's words: Discord draws a bar beside every line."""
        return "> " + _indented(inner, "> ")

    def join(self, blocks: Sequence[str]) -> str:
        """Put blocks together, each on lines of its own."""
        return "\n".join(blocks)


@dataclass(frozen=True, slots=True)
class Button:
    """What stands on a button, and what it carries."""

    label: str
    ticket: Ticket


Row: TypeAlias = tuple[Button, ...]
Block: TypeAlias = "str | Row"
"""A text, or a row of buttons."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one message of Discord holds."""

    blocks: tuple[Block, ...]

    @property
    def length(self) -> int:
        """How much text there is."""
        return sum(units(block) for block in self.blocks if isinstance(block, str))

    @property
    def components(self) -> int:
        """How many components Discord counts, with the frame around all of them."""
        return 1 + sum(1 if isinstance(block, str) else 1 + len(block) for block in self.blocks)

    def fits(self) -> bool:
        """Whether Discord takes it."""
        return self.length <= TEXT_MOST and self.components <= COMPONENTS_MOST


def escaped(text: str) -> str:
    """Return the text so that Discord shows it as it is."""
    signs = _SIGNS.sub(r"\\\g<0>", _CONTROLS.sub(SHOWN, text.replace("\t", "    ")))
    return _AT_LINE_START.sub(_without_meaning, signs)


def units(text: str) -> int:
    """Count characters as Discord may: the larger of code points and UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def draw_phrase(phrase: Phrase, words: Words) -> str:
    """Write one of our phrases, with everybody's words in it."""
    return words.write(phrase, DiscordPen(words))


def draw_message(message: Message, words: Words) -> tuple[Part, ...]:
    """Draw something said, its buttons and what is below it; nothing is left out."""
    return pack(list(_blocks(message, words)))


def pack(blocks: Sequence[Block]) -> tuple[Part, ...]:
    """Put blocks into as few messages as they fit; buttons stay with the text above them where they can."""
    parts = [Part(())]
    for block in blocks:
        pieces = split(block) if isinstance(block, str) else (block,)
        for piece in pieces:
            longer = Part((*parts[-1].blocks, piece))
            if longer.fits():
                parts[-1] = longer
            else:
                parts.append(Part((piece,)))
    return tuple(part for part in parts if part.blocks)


def split(text: str, most: int = TEXT_MOST) -> tuple[str, ...]:
    """Return the text in pieces that fit, broken at line ends, else at word ends."""
    pieces = [""]
    for line in text.split("\n"):
        for bit in _bits(line, most):
            joined = f"{pieces[-1]}\n{bit}" if pieces[-1] else bit
            if units(joined) <= most:
                pieces[-1] = joined
            else:
                pieces.append(bit)
    return tuple(piece for piece in pieces if piece.strip())


def marked(part: Part, mark: str = "") -> Part:
    """Return the part with *mark* in every ticket without one, and no two alike, as Discord wants it."""
    seen: dict[str, int] = {}

    def name(button: Button) -> Button:
        ticket = replace(button.ticket, mark=button.ticket.mark or mark)
        again = seen[str(ticket)] = seen.get(str(ticket), -1) + 1
        return Button(button.label, replace(ticket, mark=f"{ticket.mark}~{again}") if again else ticket)

    return Part(tuple(b if isinstance(b, str) else tuple(map(name, b)) for b in part.blocks))


def shortened(text: str, most: int) -> str:
    """Return the text, or its beginning with a sign that there is more."""
    shown = _CONTROLS.sub(SHOWN, text)
    return shown if units(shown) <= most else _first(shown, most - 1).rstrip() + "…"


def _blocks(message: Message, words: Words) -> Iterator[Block]:
    if text := draw_phrase(message.phrase, words):
        yield text
    buttons = tuple(_draw_choice(choice, words) for choice in message.choices)
    for start in range(0, len(buttons), IN_A_ROW):
        yield buttons[start : start + IN_A_ROW]
    for below in message.below:
        yield from _blocks(below, words)


def _draw_choice(choice: Choice, words: Words) -> Button:
    return Button(shortened(words.plain(choice.label), CHOICE_LENGTH), choice.ticket)


def _bits(line: str, most: int) -> Iterator[str]:
    """Break a line that is too long at word ends; a quote stays one on every piece."""
    edge = "> " if line.startswith("> ") else ""
    while units(line) > most:
        head = _first(line, most)
        end = head.rfind(" ", len(edge) + 1)
        head = head[:end] if end > 0 else head.rstrip("\\") or head
        yield head
        line = edge + line[len(head) :].removeprefix(" ")
    yield line


def _first(text: str, most: int) -> str:
    """Return as much of the beginning as counts for *most*."""
    end = min(len(text), most)
    while units(text[:end]) > most:
        end -= (units(text[:end]) - most + 1) // 2
    return text[:end]


def _without_meaning(found: re.Match[str]) -> str:
    """Take its meaning away from what begins a heading, a quote, a list or a numbered list."""
    before, sign = found.groups()
    return f"{before}{sign}\\" if sign.isdecimal() else f"{before}\\{sign}"


def _indented(text: str, edge: str) -> str:
    return text.replace("\n", f"\n{edge}")

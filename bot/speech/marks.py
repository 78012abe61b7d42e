"""The three marks a phrase may use, found in our own sentences only: `**bold**`, `- ` lists, `> ` quotes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

FIRST_TOKEN = 0xE000
"""Where Unicode's characters for private use begin; in a phrase they stand for its values."""

_BOLD = re.compile(r"\*\*(\S(?:[^\n]*?\S)?)\*\*")
_TOKEN = re.compile("([\ue000-\uf8ff])")
_ITEM = "- "
_QUOTE = "> "


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value belongs."""

    name: str


@dataclass(frozen=True, slots=True)
class Bold:
    """What stands out."""

    spans: "tuple[Span, ...]"


Span: TypeAlias = Plain | Slot | Bold


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Framed:
    """A quote: whatever is put into it stays inside its frame."""

    spans: tuple[Span, ...]


Block: TypeAlias = Paragraph | Items | Framed


def read_marks(template: str, slots: Mapping[str, str]) -> tuple[Block, ...]:
    """Take one of our sentences apart; *slots* names the value that each token in it stands for."""
    groups = groupby(template.split("\n"), key=_mark)
    return tuple(_block(mark, tuple(lines), slots) for mark, lines in groups if mark is not None)


def _mark(line: str) -> str | None:
    """Return the mark that a line begins with; an empty line has none and parts two paragraphs."""
    if not line.strip():
        return None
    return next((mark for mark in (_ITEM, _QUOTE) if line.startswith(mark)), "")


def _block(mark: str, lines: tuple[str, ...], slots: Mapping[str, str]) -> Block:
    bare = tuple(line.removeprefix(mark) for line in lines)
    if mark == _ITEM:
        return Items(tuple(tuple(_spans(line, slots)) for line in bare))
    spans = tuple(_spans("\n".join(bare), slots))
    return Framed(spans) if mark == _QUOTE else Paragraph(spans)


def _spans(text: str, slots: Mapping[str, str]) -> Iterator[Span]:
    """Find what is bold; every second piece between the marks is."""
    for place, piece in enumerate(_BOLD.split(text)):
        inner = tuple(_filled(piece, slots))
        if place % 2:
            yield Bold(inner)
        else:
            yield from inner


def _filled(text: str, slots: Mapping[str, str]) -> Iterator[Plain | Slot]:
    """Find where values belong."""
    for piece in _TOKEN.split(text):
        if piece in slots:
            yield Slot(slots[piece])
        elif piece:
            yield Plain(piece)

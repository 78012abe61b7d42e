"""
How Slack writes: rich text, whose texts are texts and nothing else, and the same again as one plain text.

A rich text is a tree of JSON. What a member wrote is one `text` element in it: Slack looks for no marks,
links or mentions there, so nothing has to be escaped and nothing can be hidden or notify anybody.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from bot.dialogue.texts import SHOWN
from bot.speech.phrasebook import Words
from bot.words import Phrase

Tree: TypeAlias = dict[str, Any]

DATE = "{date_long_pretty} {time}"
"""How Slack writes a moment, in each reader's own zone."""

_UNSHOWABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_END = "\x1e"
"""Ends every node that the pen wrote; JSON writes this sign as an escape, so no text can hold it."""
_SECTION, _LIST, _QUOTE = "rich_text_section", "rich_text_list", "rich_text_quote"


class SlackPen:
    """Writes elements of a rich text, one after the other, so that they can be put together as texts are."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def text(self, text: str) -> str:
        """Write a text, which stays one; a control that cannot be shown becomes a sign."""
        return _written({"type": "text", "text": readable(text)}) if text else ""

    def bold(self, inner: str) -> str:
        """Let it stand out."""
        return "".join(_written({**leaf, "style": {"bold": True}}) for leaf in _leaves(_nodes(inner)))

    def moment(self, at: datetime) -> str:
        """Write a moment; Slack says it in the reader's own zone."""
        fallback = self._words.moment(at)
        return _written(
            {"type": "date", "timestamp": int(at.timestamp()), "format": DATE, "fallback": fallback}
        )

    def paragraph(self, inner: str) -> str:
        """Write a paragraph, without empty lines at its edges."""
        leaves = _trimmed(list(_leaves(_nodes(inner))))
        return _written({"type": _SECTION, "elements": leaves}) if leaves else ""

    def items(self, inners: Sequence[str]) -> str:
        """Write a list."""
        items = [
            {"type": _SECTION, "elements": leaves}
            for inner in inners
            if (leaves := _trimmed(list(_leaves(_nodes(inner)))))
        ]
        return _written({"type": _LIST, "style": "bullet", "elements": items}) if items else ""

    def quote(self, inner: str) -> str:
        """Frame somebody's words."""
        leaves = _trimmed(list(_leaves(_nodes(inner))))
        return _written({"type": _QUOTE, "elements": leaves}) if leaves else ""

    def join(self, blocks: Sequence[str]) -> str:
        """Put blocks together: they follow each other."""
        return "".join(blocks)


def draw_phrase(phrase: Phrase, words: Words) -> list[Tree]:
    """Draw one of our phrases, with everybody's words in it, as the elements of a rich text."""
    return _nodes(words.write(phrase, SlackPen(words)))


def readable(text: str) -> str:
    """Return the text with a sign in place of what cannot be sent or shown; line breaks and tabs stay."""
    return _UNSHOWABLE.sub(SHOWN, text)


def escaped(text: str) -> str:
    """Escape the three signs that Slack reads in plain texts: links and mentions begin with one of them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_text(elements: Iterable[Tree]) -> str:
    """Return elements of a rich text as one text, for notifications, search and screen readers."""
    return "\n".join(_as_lines(element) for element in elements)


def length(element: Tree) -> int:
    """Count the characters of an element, escaped, as Slack may count them."""
    return units(as_text([element]))


def units(text: str) -> int:
    """Count as strictly as any platform does: a character outside the first plane is two."""
    return len(text) + sum(character > "\uffff" for character in text)


def _as_lines(element: Tree) -> str:
    match element["type"]:
        case "rich_text_quote":
            return "\n".join(f"&gt; {line}" for line in _line(element["elements"]).split("\n"))
        case "rich_text_list":
            return "\n".join(f"• {_line(item['elements'])}" for item in element["elements"])
        case _:
            return _line(element["elements"])


def _line(leaves: Iterable[Tree]) -> str:
    return "".join(_leaf(leaf) for leaf in leaves).removesuffix("\n")


def _leaf(leaf: Tree) -> str:
    if leaf["type"] == "date":
        return f"<!date^{leaf['timestamp']}^{DATE}|{escaped(leaf['fallback'])}>"
    return escaped(leaf["text"])


def _written(node: Tree) -> str:
    return json.dumps(node, separators=(",", ":")) + _END


def _nodes(written: str) -> list[Tree]:
    return [json.loads(piece) for piece in written.split(_END)[:-1]]


def _leaves(nodes: Iterable[Tree]) -> Iterator[Tree]:
    """Return the texts and moments in nodes; blocks that stand within a line follow each other on lines."""
    is_after_block = False
    for node in nodes:
        is_block = "elements" in node
        if is_block or is_after_block:
            yield {"type": "text", "text": "\n"}
        yield from _leaves(node["elements"]) if is_block else (node,)
        is_after_block = is_block


def _trimmed(leaves: list[Tree]) -> list[Tree]:
    """Put texts that look the same together, and take away line breaks at the edges."""
    merged: list[Tree] = []
    for leaf in leaves:
        if leaf["type"] == "text" and merged and _look(merged[-1]) == _look(leaf):
            merged[-1] = {**merged[-1], "text": merged[-1]["text"] + leaf["text"]}
        else:
            merged.append(leaf)
    if merged and merged[0]["type"] == "text":
        merged[0] = {**merged[0], "text": merged[0]["text"].lstrip("\n")}
    if merged and merged[-1]["type"] == "text":
        merged[-1] = {**merged[-1], "text": merged[-1]["text"].rstrip("\n")}
    return [leaf for leaf in merged if leaf.get("text") != ""]


def _look(leaf: Tree) -> tuple[object, ...]:
    return leaf["type"], leaf.get("style") is not None

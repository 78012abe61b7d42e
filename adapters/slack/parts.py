"""
What is said, cut into parts that Slack takes: each part is one message with its blocks and its text.

Parts break between blocks, else at line ends, else at word ends; nothing is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from adapters.slack.pen import Tree, as_text, escaped, length, units

BLOCKS_MOST = 48
"""Slack takes 50 blocks in a message; two are kept for what is put around a part."""
PART_MOST = 10_000
"""Slack refuses a message somewhere above 13,000 characters."""
BLOCK_MOST = 2800
"""Slack states no limit for rich text; this stays below the 3,000 of its other texts."""

_FRAME = 5
"""What stands before each line of a quote in the text of a part."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message of Slack: blocks, and the same as one text for notifications and screen readers."""

    blocks: tuple[Tree, ...]
    text: str


def rich_blocks(elements: Sequence[Tree]) -> list[Tree]:
    """Return the elements as blocks of rich text, none of them too long."""
    blocks: list[list[Tree]] = [[]]
    size = 0
    for piece in (piece for element in elements for piece in _pieces(element)):
        if blocks[-1] and size + length(piece) > BLOCK_MOST:
            blocks.append([])
            size = 0
        blocks[-1].append(piece)
        size += length(piece)
    return [{"type": "rich_text", "elements": _spaced(block)} for block in blocks if block]


def parts_of(groups: Iterable[Sequence[Tree]]) -> list[Part]:
    """Fit groups of blocks into as few messages as can be; a group stays together where it fits."""
    parts: list[list[Tree]] = [[]]
    for group in groups:
        for block in group:
            is_first = block is group[0]
            needed = group if is_first and _fits([], group) else [block]
            if parts[-1] and not _fits(parts[-1], needed):
                parts.append([])
            parts[-1].append(block)
    return [Part(tuple(blocks), text_of(blocks)) for blocks in parts if blocks]


def text_of(blocks: Iterable[Tree]) -> str:
    """Return blocks as one text; a button is its label in brackets."""
    return "\n".join(line for block in blocks if (line := _text_of_block(block)))


def _fits(blocks: Sequence[Tree], more: Sequence[Tree]) -> bool:
    together = [*blocks, *more]
    return len(together) <= BLOCKS_MOST and units(text_of(together)) <= PART_MOST


def _text_of_block(block: Tree) -> str:
    match block["type"]:
        case "rich_text":
            return as_text(block["elements"])
        case "actions":
            return "  ".join(f"[{button['text']['text']}]" for button in block["elements"])
        case _:
            return ""


def _spaced(elements: list[Tree]) -> list[Tree]:
    """Put a line end between two paragraphs: Slack lets one follow the other without a gap."""
    return [
        _with_line_end(element) if _is_paragraph(element) and after is not None else element
        for element, after in zip(elements, (*elements[1:], None), strict=True)
    ]


def _is_paragraph(element: Tree) -> bool:
    return bool(element["type"] == "rich_text_section")


def _with_line_end(element: Tree) -> Tree:
    return {**element, "elements": [*element["elements"], {"type": "text", "text": "\n"}]}


def _pieces(element: Tree) -> Iterator[Tree]:
    """Cut an element that is too long; each piece keeps its frame."""
    if length(element) <= BLOCK_MOST:
        yield element
    elif element["type"] == "rich_text_list":
        for item in element["elements"]:
            yield from ({**element, "elements": [piece]} for piece in _pieces(item))
    else:
        yield from ({**element, "elements": leaves} for leaves in _leaf_pieces(element["elements"]))


def _leaf_pieces(leaves: Sequence[Tree]) -> Iterator[list[Tree]]:
    held: list[Tree] = []
    for leaf in leaves:
        for piece in _cut_leaf(leaf):
            if held and length(_section([*held, piece])) > BLOCK_MOST:
                yield held
                held = []
            held.append(piece)
    if held:
        yield held


def _cut_leaf(leaf: Tree) -> Iterator[Tree]:
    if leaf["type"] != "text":
        yield leaf
        return
    for text in cut(leaf["text"], BLOCK_MOST):
        yield {**leaf, "text": text}


def _section(leaves: Sequence[Tree]) -> Tree:
    return {"type": "rich_text_quote", "elements": list(leaves)}


def cut(text: str, most: int) -> Iterator[str]:
    """Cut a text after line ends, else after spaces, else anywhere; put together it is the same again."""
    while _counted(text) > most:
        at = _room(text, most)
        line, word = text.rfind("\n", 0, at), text.rfind(" ", 0, at)
        end = max(line, word if line < at // 2 else -1) + 1
        end = end if end > at // 4 else at
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def _counted(text: str) -> int:
    """Count a text as Slack may count it: escaped, and framed on every line."""
    return units(escaped(text)) + _FRAME * (text.count("\n") + 1)


def _room(text: str, most: int) -> int:
    """Return how many characters of *text* fit into *most*."""
    low, high = 1, min(len(text), most)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _counted(text[:middle]) <= most else (low, middle - 1)
    return low

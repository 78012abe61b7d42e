"""Readers that know nothing of our writers: what a person's program finds in a file, or a failure."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.token import Token

FORMULAS = "=+-@\t\r\n\0＝＋－＠"
UNSEEN = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
NUMBERS = {"vote", "moderated"}
"""Columns of open data in which a minus is the sign of a number."""

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_OURS = {"heading", "paragraph", "blockquote", "bullet_list", "list_item", "inline", "hr", "strong", "em"}
_IN_A_FRAME = {"blockquote", "paragraph", "inline"}


@dataclass(slots=True)
class Read:
    """What stands in a page: its headings, and whatever is framed as somebody's words."""

    headings: list[str] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    """Facts: what stands in lists of Markdown and in tables of HTML."""


def read_markdown(text: str) -> Read:
    """Read Markdown with a CommonMark reader; links, images, code or HTML anywhere are a failure."""
    read, inside = Read(), list[str]()
    for token in _MARKDOWN.parse(text):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        assert kind in _OURS, f"{kind} in Markdown: {token.content!r}"
        assert "blockquote" not in inside or kind in _IN_A_FRAME, f"{kind} in a frame"
        if token.nesting > 0:
            inside.append(kind)
        elif token.nesting < 0:
            inside.pop()
        elif kind == "inline":
            _sort(read, inside, token)
    return read


def _sort(read: Read, inside: Sequence[str], token: Token) -> None:
    is_framed = "blockquote" in inside
    words = "".join(_words(token, is_framed=is_framed))
    if is_framed:
        read.frames.append(words)
    elif "heading" in inside:
        read.headings.append(words)
    elif "list_item" in inside:
        read.cells.append(words)


def _words(token: Token, *, is_framed: bool) -> Iterator[str]:
    for child in token.children or ():
        if child.type == "text":
            yield child.content
        elif child.type == "hardbreak":
            yield "\n"
        else:
            name = child.type.removesuffix("_open").removesuffix("_close")
            assert name in ("strong", "em"), f"{name} in Markdown: {child.content!r}"
            assert not is_framed, f"{name} in a frame"


class Page(HTMLParser):
    """Reads a page of HTML: only elements and attributes that cannot load or run anything pass."""

    TAGS = re.compile(
        "html|head|meta|title|style|body|a|header|h[1-5]|ul|li|nav|main|section|article|p|blockquote|div"
        "|table|caption|thead|tbody|tr|th|td|footer"
    )
    ATTRIBUTES = re.compile(
        "charset|http-equiv|content|name|lang|class|href|id|aria-label|aria-labelledby|dir|scope"
    )
    OPEN = frozenset({"meta"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read = Read()
        self.styles: list[str] = []
        self.policy = ""
        self._inside: list[tuple[str, str]] = []
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Let only known elements pass."""
        given = dict(attrs)
        assert self.TAGS.fullmatch(tag), f"<{tag}> in HTML"
        assert all(map(self.ATTRIBUTES.fullmatch, given)), f"{sorted(given)} in HTML"
        assert (given.get("href") or "#").startswith("#"), "a link out"
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content") or ""
        if tag not in self.OPEN:
            self._inside.append((tag, given.get("class") or ""))
            self._text = ""

    def handle_data(self, data: str) -> None:
        """Gather the text of the innermost element."""
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        """Put the text where it belongs; elements must close in order."""
        opened, kind = self._inside.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        if tag == "style":
            self.styles.append(self._text)
        elif tag in ("h1", "h2", "h3", "h4", "h5"):
            self.read.headings.append(self._text)
        elif tag == "blockquote":
            assert "words" in kind, "a frame that is not ours"
            self.read.frames.append(self._text)
        elif tag == "td":
            self.read.cells.append(self._text)
        self._text = ""

    def handle_comment(self, data: str) -> None:
        """Refuse comments: none of ours has any."""
        raise AssertionError(f"a comment in HTML: {data!r}")

    def handle_pi(self, data: str) -> None:
        """Refuse instructions for programs."""
        raise AssertionError(f"an instruction in HTML: {data!r}")


def read_html(text: str) -> Page:
    """Read a whole page of HTML; anything that could load, run or leave the page is a failure."""
    page = Page()
    page.feed(text)
    page.close()
    assert not page._inside, f"never closed: {page._inside}"
    return page


def read_csv(text: str) -> list[dict[str, str]]:
    """Read a table as a spreadsheet does; a cell that it would take for a formula is a failure."""
    first, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    assert all(len(row) == len(first) for row in rows), "a row of another length"
    for name, cell in (pair for row in rows for pair in zip(first, row, strict=True)):
        assert name in NUMBERS or not looks_like_a_formula(cell), f"a formula: {cell!r}"
    return [dict(zip(first, row, strict=True)) for row in rows]


def without_apostrophes(row: dict[str, str]) -> dict[str, str]:
    """Take away the apostrophes that the last column of a record's row names."""
    named = row["apostrophe_added_to"].split()
    return {name: cell[1:] if name in named else cell for name, cell in row.items()}


def without_apostrophe(cell: str) -> str:
    """Take away what the README of open data says stands before whatever looks like a formula."""
    is_guarded = cell.startswith("'") and looks_like_a_formula(cell.lstrip("'"))
    return cell[1:] if is_guarded else cell


def looks_like_a_formula(cell: str) -> bool:
    """Whether a spreadsheet could run it; some skip what cannot be seen before the first sign."""
    for character in cell:
        if character in FORMULAS:
            return True
        if not (character.isspace() or character in UNSEEN):
            return False
    return False


def read_json(text: str) -> dict[str, object]:
    """Read JSON; a character that is not ASCII is a failure, since it could hide or turn the others."""
    assert text.isascii()
    return cast("dict[str, object]", json.loads(text))

"""A pen that writes HTML, so that a parser of somebody else can read back what was written."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser


@dataclass(frozen=True)
class TagPen:
    """A pen that writes HTML, so that a parser of somebody else can read back what was written."""

    def text(self, text: str) -> str:
        """Escape it."""
        return html.escape(text)

    def bold(self, inner: str) -> str:
        """Let it stand out."""
        return f"<b>{inner}</b>"

    def moment(self, at: datetime) -> str:
        """Write it for a machine."""
        return f"<time>{at.isoformat()}</time>"

    def paragraph(self, inner: str) -> str:
        """Write a paragraph."""
        return f"<p>{inner}</p>"

    def items(self, inners: Sequence[str]) -> str:
        """Write a list."""
        return f"<ul>{''.join(f'<li>{inner}</li>' for inner in inners)}</ul>"

    def quote(self, inner: str) -> str:
        """Frame it."""
        return f"<blockquote>{inner}</blockquote>"

    def join(self, blocks: Sequence[str]) -> str:
        """Put it together."""
        return "".join(blocks)


class Reader(HTMLParser):
    """Reads back which text stands inside which tags."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go in."""
        del attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Go out."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Remember what stands here."""
        self.found.append((" ".join(self.open), data))

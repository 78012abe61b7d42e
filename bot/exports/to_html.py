"""The record as one page of HTML that opens offline, prints well, and can neither load nor run anything."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.exports.labels import Labels
from bot.exports.record_document import Document

_PIECES = 64
"""How many small pieces of a template are handed over as one."""


def write_html(document: Document, labels: Labels) -> Iterator[str]:
    """Write the record as one page, in pieces; whatever a text holds, it is shown as text."""
    style = _style()
    stream = (
        _pages()
        .get_template("record.html")
        .stream(document=document, say=labels.say, style=Markup(style), style_hash=style_hash(style))  # noqa: S704 - our own file
    )
    stream.enable_buffering(_PIECES)
    yield from stream


def style_hash(style: str) -> str:
    """Return what the page's policy calls its only stylesheet, so that no other applies."""
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"


@cache
def _style() -> str:
    return _loader().get_source(_pages(), "record.css")[0]


@cache
def _pages() -> Environment:
    return Environment(loader=_loader(), autoescape=True, undefined=StrictUndefined, auto_reload=False)


@cache
def _loader() -> PackageLoader:
    return PackageLoader("bot.exports")

"""Words for the tests of what the web room draws, and how its trees are read."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from adapters.web.render import (
    draw_phrase,
)
from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Phrase, Quote, Value

PAGE = """
test-plain = Hello
test-value = You said { $text }.
test-bold = This is **very { $text }** indeed
test-time = It closes on { $at }.
test-list = Two things:
    - one { $text }
    - two
test-quote = { $who } wrote:
    > { $text }
    That is all.
test-inner = Before
    { $inner }
    after
test-long = { $text }
"""
BOOK = Phrasebook({"en": {"test": PAGE}})
QUOTE = Quote("some-id")
AT = datetime(2026, 5, 3, 18, tzinfo=ZoneInfo("Europe/Stockholm"))
HELLO = Phrase("test-plain")


def words(said: str = "") -> Words:
    """Return words in which the one quote is what somebody said."""
    return Words(BOOK, "en", {QUOTE: said}, UTC)


def drawn(key: str, said: str = "", **values: Value) -> list[Any]:
    """Return the nodes of a phrase."""
    return draw_phrase(Phrase(key, values), words(said))


def texts(tree: object) -> Iterator[str]:
    """Return every text in a tree, in order."""
    match tree:
        case str():
            yield tree
        case list():
            for node in tree:
                yield from texts(node)
        case {"at": _, "said": str(said)}:
            yield said
        case dict():
            for node in tree.values():
                yield from texts(node)


def kinds(tree: object) -> Iterator[str]:
    """Return the kind of every node in a tree."""
    match tree:
        case list():
            for node in tree:
                yield from kinds(node)
        case dict():
            yield from tree
            for node in tree.values():
                yield from kinds(node)

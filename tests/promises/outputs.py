"""Everything that leaves the bot, read back: who sees which words, and whose name stands with them."""

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt

from bot.dialogue.tickets import Action
from bot.ports import Delivery
from bot.speech.effects import Answer, FileKind, Ready, SendFile
from bot.speech.phrasebook import Words
from bot.words import Part
from storage.outbox import _delivery
from tests.fakes.group import Group
from tests.fakes.line_pen import lines_of, lines_of_post
from tests.promises.plain_model import CHOSEN, PEOPLE, tokens_in

NAMES = re.compile("|".join(rf"\b{name}\b" for name in (*PEOPLE, *CHOSEN.values())))
_ENTRY = re.compile(r"<h4[^>]*>(\d+)(.*?)</h4>(.*?)(?=<h[1-4]|$)", re.DOTALL)
_STATEMENTS = re.compile(r"<h2[^>]*>Statements</h2>(.*?)(?=<h2|<hr|</main>|$)", re.DOTALL)
_BLOCK = re.compile(r"<h([345])[^>]*>(.*?)</h\1>(.*?)(?=<h[1-5]|$)", re.DOTALL)
_FRAME = re.compile(r"<blockquote[^>]*>(.*?)</blockquote>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one reader is told: lines, and how authors are called in them."""

    lines: tuple[str, ...]
    authors: Mapping[str, str]
    """How the author of a contribution is called, by its id."""

    @property
    def tokens(self) -> set[str]:
        """Whose words stand in it."""
        return tokens_in(*self.lines)


def hear(answer: Answer) -> Heard:
    """Return what an answer says."""
    return Heard(tuple(lines_of(answer)), _authors(answer.words))


def read_channel(group: Group) -> Iterator[Heard]:
    """Return every post as it would stand now, whether the courier has been there or not."""
    with group.store.looking() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM post ORDER BY made_at, id").mappings().all()
    for row in rows:
        delivery: Delivery = _delivery(dict(row), fence=0)
        ready = group.engine.draw(delivery)
        assert isinstance(ready, Ready)
        yield Heard(tuple(lines_of_post(ready)), _authors(ready.words))


def _authors(words: Words) -> dict[str, str]:
    return {quote.id: said for quote, said in words.quotes.items() if quote.part is Part.AUTHOR}


def export(group: Group, kind: FileKind, who: str = "Ada") -> bytes:
    """Return a file."""
    own = kind is FileKind.OWN
    event = group.command(who, Action.MY_DATA if own else Action.EXPORT, "", "json" if own else kind)
    answer = group.answer(event)
    assert isinstance(answer.reply, SendFile), answer.reply
    return b"".join(group.engine.write_file(answer.reply, event).pieces)


@dataclass(frozen=True, slots=True)
class Shown:
    """A contribution as a document shows it."""

    number: int
    author: str
    tokens: frozenset[str]


def entries_of_markdown(text: str) -> list[Shown]:
    """Return the contributions in a Markdown document, as a reader of Markdown finds them."""
    return entries_of_html(MarkdownIt("commonmark").render(text))


def entries_of_html(page: str) -> list[Shown]:
    """Return the contributions in an HTML document."""
    return [
        Shown(
            int(number),
            html.unescape(author),
            frozenset(tokens_in(*(html.unescape(frame) for frame in _FRAME.findall(rest)))),
        )
        for number, author, rest in _ENTRY.findall(page)
    ]


@dataclass(frozen=True, slots=True)
class Block:
    """What stands under one heading about statements: its title, and the words in its frame."""

    title: str
    words: str


def statements_of_markdown(text: str) -> list[Block]:
    """Return what a Markdown document says about statements, block by block, as a reader of it finds them."""
    return statements_of_html(MarkdownIt("commonmark").render(text))


def statements_of_html(page: str) -> list[Block]:
    """Return what an HTML document says about statements, block by block."""
    section = _STATEMENTS.search(page)
    return [
        Block(html.unescape(title), html.unescape(" ".join(_FRAME.findall(rest))).strip())
        for _, title, rest in _BLOCK.findall(section[1] if section else "")
    ]


def rows_of(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file, without the marks that its last column names."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    return [
        {n: cell[1:] if n in row.get("apostrophe_added_to", "").split() else cell for n, cell in row.items()}
        for row in rows
    ]


def record_of(text: bytes) -> dict[str, Any]:
    """Return the record in a JSON file."""
    told: dict[str, Any] = json.loads(text)
    return told


def files_of(archive: bytes) -> dict[str, str]:
    """Return the files of an archive."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}

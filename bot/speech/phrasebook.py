"""Our words by key, in every language, and how a platform writes them with a member's words among them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Protocol, TypeAlias, assert_never

from bot.dialogue.texts import visible
from bot.errors import BrokenPrompts
from bot.speech.figures import write_moment, write_number
from bot.speech.language_book import LanguageBook
from bot.speech.marks import Block, Bold, Framed, Items, Paragraph, Plain, Slot, Span
from bot.words import Phrase, Quote, Value

Pages: TypeAlias = Mapping[str, Mapping[str, str]]
"""Language -> name of a page without `.ftl` -> its text."""
Quoted: TypeAlias = Callable[[Quote], str]
"""Finds somebody's words, as they may be shown to this reader now."""

ORIGINAL = "en"
"""The language that has every phrase; what is missing elsewhere is said in it."""


class Pen(Protocol):
    """
    How one platform writes: the only place that knows its marks, its escapes and its times.

    *inner* is what this pen wrote before; it may hold line breaks, and they stay.
    """

    def text(self, text: str) -> str:
        """Write plain text, ours or a member's, so that nothing in it is a mark, a link or a mention."""
        ...

    def bold(self, inner: str) -> str:
        """Let it stand out."""
        ...

    def moment(self, at: datetime) -> str:
        """Write a moment in the reader's own time."""
        ...

    def paragraph(self, inner: str) -> str:
        """Write a paragraph."""
        ...

    def items(self, inners: Sequence[str]) -> str:
        """Write a list."""
        ...

    def quote(self, inner: str) -> str:
        """Frame somebody's words: every line of *inner* stays inside the frame."""
        ...

    def join(self, blocks: Sequence[str]) -> str:
        """Put paragraphs, lists and quotes together."""
        ...


class Phrasebook:
    """
    All phrases in all languages.

    Values never meet the reading of marks: a phrase is taken apart with tokens where its values
    belong, and only what the pen made of a value is put there.
    """

    def __init__(self, pages: Pages) -> None:
        """
        Read all pages.

        Raises:
            BrokenPrompts: Something on a page cannot be read.
        """
        self._books = {language: LanguageBook(language, texts) for language, texts in pages.items()}
        if problems := [problem for book in self._books.values() for problem in book.problems]:
            raise BrokenPrompts(problems)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are pages in."""
        return tuple(self._books)

    def keys(self, language: str) -> frozenset[str]:
        """Return the keys of all phrases that this language has itself."""
        return self._books[language].keys if language in self._books else frozenset()

    def write(self, phrase: Phrase, language: str, pen: Pen, quoted: Quoted) -> str:
        """Write a phrase in a language; the original language stands in, and a missing key shows itself."""
        return pen.join(tuple(_Writing(self, language, pen, quoted).blocks(phrase)))

    def read(self, phrase: Phrase, language: str) -> tuple[Block, ...]:
        """Return a phrase taken apart, with slots where its values belong."""
        for name in (language, language.partition("-")[0], ORIGINAL):
            book = self._books.get(name)
            if book is not None and phrase.key in book.keys:
                return book.read(phrase)
        return (Paragraph((Plain(f"[{phrase.key}]"),)),)


@dataclass(frozen=True, slots=True)
class _Writing:
    """One phrase, and the phrases inside it, on their way to a platform."""

    phrasebook: Phrasebook
    language: str
    pen: Pen
    quoted: Quoted

    def blocks(self, phrase: Phrase) -> Iterator[str]:
        values = phrase.values
        for block in self.phrasebook.read(phrase, self.language):
            match block:
                case Paragraph():
                    yield from self._paragraph(block.spans, values)
                case Items():
                    yield self.pen.items([self._inner(item, values) for item in block.items])
                case Framed():
                    yield self.pen.quote(self._inner(block.spans, values))
                case _:
                    assert_never(block)

    def _paragraph(self, spans: Iterable[Span], values: Mapping[str, Value]) -> Iterator[str]:
        """Write a paragraph, and break it where a phrase of several blocks stands in it."""
        inner = ""
        for span in spans:
            value = values.get(span.name) if isinstance(span, Slot) else None
            if isinstance(value, Phrase) and self._line(value) is None:
                yield from self._closed(inner)
                yield from self.blocks(value)
                inner = ""
            else:
                inner += self._span(span, values)
        yield from self._closed(inner)

    def _closed(self, inner: str) -> Iterator[str]:
        if bare := inner.strip("\n"):
            yield self.pen.paragraph(bare)

    def _line(self, phrase: Phrase) -> tuple[Span, ...] | None:
        """Return what a phrase says if it fits into a line, that is, if it is one paragraph."""
        match self.phrasebook.read(phrase, self.language):
            case (Paragraph(spans),):
                return spans
            case ():
                return ()
            case _:
                return None

    def _inner(self, spans: Iterable[Span], values: Mapping[str, Value]) -> str:
        return "".join(self._span(span, values) for span in spans)

    def _span(self, span: Span, values: Mapping[str, Value]) -> str:
        match span:
            case Plain():
                return self.pen.text(span.text)
            case Slot():
                return self._value(values.get(span.name, f"[{span.name}]"))
            case Bold():
                return self.pen.bold(self._inner(span.spans, values))
            case _:
                assert_never(span)

    def _value(self, value: Value) -> str:
        match value:
            case str():
                return self.pen.text(visible(value))
            case int():
                return self.pen.text(write_number(value, self.language))
            case datetime():
                return self.pen.moment(value)
            case Quote():
                return self.pen.text(visible(self.quoted(value)))
            case Phrase():
                return self._phrase(value)
            case _:
                assert_never(value)

    def _phrase(self, phrase: Phrase) -> str:
        line = self._line(phrase)
        if line is None:
            return self.pen.join(tuple(self.blocks(phrase)))
        return self._inner(line, phrase.values)


@dataclass(frozen=True, slots=True)
class Words:
    """
    Everything needed to write one answer or post: phrases, a language, the quotes it will need, a zone.

    A quote that was not looked up is a mistake of ours and raises `KeyError`.
    """

    phrasebook: Phrasebook
    language: str
    quotes: Mapping[Quote, str]
    zone: tzinfo

    def write(self, phrase: Phrase, pen: Pen) -> str:
        """Write a phrase with a platform's pen."""
        return self.phrasebook.write(phrase, self.language, pen, self.quotes.__getitem__)

    def plain(self, phrase: Phrase) -> str:
        """Write a phrase on one line without marks, for titles, labels and buttons."""
        return " ".join(self.write(phrase, _PlainPen(self)).split())

    def say(self, key: str, **values: str | int | datetime) -> str:
        """Write a phrase without marks, and its values as they are given, for documents."""
        return self.write(Phrase(key, values), _PlainPen(self))

    def moment(self, at: datetime) -> str:
        """Write a moment where a platform has no time of its own."""
        return write_moment(at, self.language, self.zone)


@dataclass(frozen=True, slots=True)
class _PlainPen:
    """Writes without marks; whoever uses it puts plain text where plain text belongs."""

    words: Words

    def text(self, text: str) -> str:
        return text

    def bold(self, inner: str) -> str:
        return inner

    def moment(self, at: datetime) -> str:
        return self.words.moment(at)

    def paragraph(self, inner: str) -> str:
        return inner

    def items(self, inners: Sequence[str]) -> str:
        return "; ".join(inners)

    def quote(self, inner: str) -> str:
        return f"“{inner}”"

    def join(self, blocks: Sequence[str]) -> str:
        return " ".join(blocks)

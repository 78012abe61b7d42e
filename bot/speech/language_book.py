"""The phrases of one language: taken apart when first said, and remembered."""

from collections.abc import Mapping

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType

from bot.speech.figures import locale_of
from bot.speech.fluent_pages import FluentPage, Sentence, read_fluent, taken_in
from bot.speech.marks import FIRST_TOKEN, Block, read_marks
from bot.words import Phrase


class LanguageBook:
    """All phrases of one language."""

    def __init__(self, language: str, pages: Mapping[str, str]) -> None:
        read = {name: read_fluent(text) for name, text in pages.items()}
        self.problems = tuple(_problems(language, read))
        self._bundle = FluentBundle([language if locale_of(language) else "en"], use_isolating=False)
        self._sentences: dict[str, Sentence] = {}
        for page in read.values():
            self._bundle.add_resource(page.resource)
            for sentence in page.sentences:
                self._sentences.setdefault(sentence.key, sentence)
        names = sorted({name for sentence in self._sentences.values() for name in sentence.placeholders})
        self._tokens = {name: chr(FIRST_TOKEN + place) for place, name in enumerate(names)}
        self._slots = {token: name for name, token in self._tokens.items()}
        self._remembered: dict[str, tuple[Block, ...]] = {}
        self.keys = frozenset(key for key, sentence in self._sentences.items() if sentence.pattern)

    def read(self, phrase: Phrase) -> tuple[Block, ...]:
        """Return a phrase of this language taken apart, with slots where its values belong."""
        remembered = self._remembered.get(phrase.key)
        if remembered is not None:
            return remembered

        parts = tuple(taken_in(phrase.key, self._sentences))
        counted = frozenset(name for part in parts for name in part.counted)
        asked = frozenset(name for part in parts for name in part.placeholders)
        values: dict[str, int | _Held] = {}
        for name in asked:
            value = phrase.values.get(name)
            held = _Held(self._tokens[name], value)
            values[name] = value if name in counted and isinstance(value, int) else held
        pattern = self._bundle.get_message(phrase.key).value
        template, _ = self._bundle.format_pattern(pattern, values) if pattern else ("", [])
        blocks = read_marks(str(template), self._slots)
        if not counted:
            self._remembered[phrase.key] = blocks
        return blocks


class _Held(FluentType):
    """A value that Fluent may compare with the names of its forms but never gets to write."""

    def __init__(self, token: str, value: object) -> None:
        self._token = token
        self._value = value

    def format(self, locale: object) -> str:
        """Write the token that stands for the value."""
        del locale
        return self._token

    def __eq__(self, other: object) -> bool:
        return self._value == other

    def __hash__(self) -> int:
        return hash(self._token)


def _problems(language: str, pages: Mapping[str, FluentPage]) -> list[str]:
    known = [] if locale_of(language) else [f"{language}/: this folder is not named after a language"]
    broken = [
        f"{language}/{name}.ftl, line {line}: {problem}"
        for name, page in pages.items()
        for line, problem in page.broken
    ]
    return known + broken

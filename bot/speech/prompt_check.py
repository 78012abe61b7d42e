"""What is wrong with the pages of `prompts/`, in plain words, each with its file and line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, product

from fluent.syntax import ast

from bot.dialogue.flows import read_flows
from bot.dialogue.framework import Mechanism, Theme
from bot.errors import BrokenPrompts
from bot.speech.consent_notice import MORE_KEY, SHORT_KEY, read_consent
from bot.speech.figures import locale_of
from bot.speech.fluent_pages import FLUENT_SIGNS, Sentence, read_fluent, taken_in
from bot.speech.library import read_library
from bot.speech.messages import CHOICE_LENGTH, LABEL_LENGTH, TITLE_LENGTH
from bot.speech.phrasebook import ORIGINAL, Pages
from bot.speech.phrases_in_code import Code, read_code
from bot.speech.prompts import Prompts
from bot.speech.unwanted_wording import unwanted_in

LONGEST = {
    "-title": TITLE_LENGTH,
    "-field": LABEL_LENGTH,
    "-choice": CHOICE_LENGTH,
    "-option": CHOICE_LENGTH,
}
"""How long a phrase may be, by the end of its key."""
VALUE_LENGTH = 3
"""What a value counts for in such a phrase: a number stands there."""

_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase, and where it stands."""

    language: str
    page: str
    sentence: Sentence

    @property
    def key(self) -> str:
        return self.sentence.key

    def at(self, problem: str) -> str:
        return f"{self.language}/{self.page}.ftl, line {self.sentence.line}: {problem}"


def find_problems(prompts: Prompts, sources: Mapping[str, str]) -> tuple[str, ...]:
    """Return all that is wrong in the pages, and between them and what the program (*sources*) says."""
    code = read_code(sources)
    found = tuple(_phrases(prompts.phrases))
    english = {phrase.key: phrase.sentence for phrase in reversed(found) if phrase.language == ORIGINAL}
    return tuple(
        chain(
            code.unreadable,
            _unreadable(prompts.phrases),
            chain.from_iterable(_unfit(phrase) for phrase in found),
            _repeated(found),
            _unsaid(found, english, code),
            _missing(english, code),
            _translated_otherwise(found, english),
            _library(prompts.library),
            _flows(prompts.flows),
            _consent(prompts.consent),
            _wording(prompts),
        )
    )


def find_notes(prompts: Prompts) -> tuple[str, ...]:
    """Return what is not translated yet; it is said in English until then."""
    keys = {
        language: {p.key for p in _phrases({language: pages})} for language, pages in prompts.phrases.items()
    }
    return tuple(
        f"{language}: {key} is not translated yet"
        for language in keys
        for key in sorted(keys.get(ORIGINAL, set()) - keys[language])
    )


def _phrases(pages: Pages) -> Iterator[_Found]:
    for language, texts in pages.items():
        for page, text in texts.items():
            for sentence in read_fluent(text).sentences:
                yield _Found(language, page, sentence)


def _unreadable(pages: Pages) -> Iterator[str]:
    """Name what Fluent cannot read."""
    for language, texts in pages.items():
        if locale_of(language) is None:
            yield f"{language}/: this folder is not named after a language"
        for page, text in texts.items():
            for line, problem in read_fluent(text).broken:
                yield f"{language}/{page}.ftl, line {line}: {problem}"


def _unfit(found: _Found) -> Iterator[str]:
    """Name what is wrong with one phrase by itself."""
    pattern = found.sentence.pattern
    if not found.key.startswith(f"{found.page}-"):
        yield found.at(f"{found.key} does not begin with the name of its page, {found.page}-")
    if pattern is None:
        yield found.at(f"{found.key} has no words of its own")
        return
    first = pattern.elements[0] if pattern.elements else None
    begins_with_sign = isinstance(first, ast.TextElement) and first.value.startswith(FLUENT_SIGNS)
    if begins_with_sign or found.sentence.has_attributes:
        yield found.at(f"no line of a phrase can begin with {', '.join(FLUENT_SIGNS)}")
    for end, most in LONGEST.items():
        if found.key.endswith(end) and (length := _length(pattern)) > most:
            yield found.at(f"{found.key} has {length} characters; there is room for {most}")


def _length(pattern: ast.Pattern) -> int:
    """Return the length of a phrase in its longest form."""
    return sum(_length_of(element) for element in pattern.elements)


def _length_of(element: ast.TextElement | ast.Placeable) -> int:
    match element:
        case ast.TextElement(value=text):
            return len(text)
        case ast.Placeable(expression=ast.SelectExpression(variants=variants)):
            return max(_length(variant.value) for variant in variants)
        case _:
            return VALUE_LENGTH


def _repeated(found: tuple[_Found, ...]) -> Iterator[str]:
    """Name every key that stands twice in a language."""
    first: dict[tuple[str, str], _Found] = {}
    for phrase in found:
        other = first.setdefault((phrase.language, phrase.key), phrase)
        if other is not phrase:
            yield phrase.at(f"{phrase.key} stands already on {other.page}.ftl, line {other.sentence.line}")


def _unsaid(found: tuple[_Found, ...], english: Mapping[str, Sentence], code: Code) -> Iterator[str]:
    """Name what nobody ever says."""
    taken = {part.key for key in english for part in taken_in(key, english) if part.key != key}
    said = {key for key in english for shape in code.shapes if shape.fits(key)}
    for phrase in found:
        if phrase.key not in english:
            yield phrase.at(f"there is no {phrase.key} in {ORIGINAL}/")
        elif phrase.language == ORIGINAL and phrase.key not in taken | said:
            yield phrase.at(f"{phrase.key} is never said")


def _missing(english: Mapping[str, Sentence], code: Code) -> Iterator[str]:
    """Name what the program says although there are no words, or no values, for it."""
    known = {*english, SHORT_KEY, MORE_KEY}
    for said in code.said:
        place, key = f"{said.file}, line {said.line}", said.key.text
        if not any(said.key.fits(other) for other in known):
            yield f"{place}: there is no phrase {key.replace('{}', '…')} in {ORIGINAL}/"
        elif said.key.is_whole and said.values is not None:
            needed = {name for part in taken_in(key, english) for name in part.placeholders}
            for name in sorted(needed - said.values):
                yield f"{place}: {key} needs {{ ${name} }}"


def _translated_otherwise(found: tuple[_Found, ...], english: Mapping[str, Sentence]) -> Iterator[str]:
    """Name every translation that asks for other values than the original."""
    for phrase in found:
        original = english.get(phrase.key)
        if original is None:
            continue
        for name in sorted(phrase.sentence.placeholders - original.placeholders):
            yield phrase.at(f"{{ ${name} }} is not in {ORIGINAL}/")
        for name in sorted(original.placeholders - phrase.sentence.placeholders):
            yield phrase.at(f"{{ ${name} }} is missing")


def _flows(pages: Pages) -> Iterator[str]:
    """Say what is wrong in the plans that can be laid down."""
    for language, texts in pages.items():
        try:
            read_flows(texts)
        except BrokenPrompts as error:
            yield from (f"{language}/{problem}" for problem in error.problems)


def _library(pages: Pages) -> Iterator[str]:
    """Name what is wrong with the questions, and every mechanism and theme without one."""
    for language, texts in pages.items():
        try:
            library = read_library(texts)
        except BrokenPrompts as broken:
            yield from (f"{language}/{problem}" for problem in broken.problems)
            continue
        for mechanism, theme in product(Mechanism, Theme):
            if language == ORIGINAL and not library.about(mechanism, theme):
                yield f"{language}/library/{mechanism}.md, line 1: there is no question for {theme}"


def _consent(pages: Mapping[str, str]) -> Iterator[str]:
    for language, text in pages.items():
        try:
            read_consent(text)
        except BrokenPrompts as broken:
            yield from (f"{language}/{problem}" for problem in broken.problems)


def _wording(prompts: Prompts) -> Iterator[str]:
    """Name every wording that we do not use; in phrases, comments for editors do not count."""
    for language, texts in prompts.phrases.items():
        for page, text in texts.items():
            yield from _unwanted(f"{language}/{page}.ftl", re.sub(r"(?m)^#.*", "", text))
    for language, texts in prompts.library.items():
        for page, text in texts.items():
            yield from _unwanted(f"{language}/library/{page}.md", text)
    for language, text in prompts.consent.items():
        yield from _unwanted(f"{language}/consent.md", text)


def _unwanted(file: str, text: str) -> Iterator[str]:
    yield from (f"{file}, line {line}: {problem}" for line, problem in unwanted_in(text))
    for private in _PRIVATE.finditer(text):
        line = text.count("\n", 0, private.start()) + 1
        yield f"{file}, line {line}: this character is for private use"

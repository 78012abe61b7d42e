"""One `.ftl` page, taken apart: its sentences with their placeholders and lines, and what is broken in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fluent.syntax import FluentParser, Visitor, ast

MOST_REMEMBERED = 500
"""So many pages stay taken apart: all of a few languages, also when the bot is put together again."""
FLUENT_SIGNS = ("**", "[", ".")
"""No line of a phrase begins with these: Fluent takes them for its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One phrase as it stands on a page."""

    key: str
    line: int
    pattern: ast.Pattern | None
    has_attributes: bool
    """Whether a line below begins with a dot; we have no use for it."""
    placeholders: frozenset[str]
    """The values it asks for by itself."""
    counted: frozenset[str]
    """Those of them that Fluent has to look at, such as a count that chooses between forms."""
    mentions: frozenset[str]
    """The keys of the phrases it takes in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FluentPage:
    """A page of phrases."""

    resource: ast.Resource
    sentences: tuple[Sentence, ...]
    broken: tuple[tuple[int, str], ...]
    """The line of everything that cannot be read, and what is wrong there."""


@lru_cache(MOST_REMEMBERED)
def read_fluent(text: str) -> FluentPage:
    """Take a page apart; what is broken is listed, not raised."""
    resource = FluentParser().parse(text)
    sentences = tuple(_sentence(entry, text) for entry in resource.body if isinstance(entry, ast.Message))
    broken = tuple(_broken(entry, text) for entry in resource.body if isinstance(entry, ast.Junk))
    return FluentPage(resource=resource, sentences=sentences, broken=broken)


def taken_in(key: str, sentences: Mapping[str, Sentence]) -> Iterator[Sentence]:
    """Walk through a phrase and all phrases it takes in, each once."""
    waiting, seen = [key], {key}
    while waiting:
        sentence = sentences.get(waiting.pop())
        if sentence is not None:
            yield sentence
            waiting.extend(sentence.mentions - seen)
            seen |= sentence.mentions


class _Finder(Visitor):
    """Collects the names in one entry. Its methods are named after Fluent's own kinds of node."""

    def __init__(self) -> None:
        self.placeholders: set[str] = set()
        self.counted: set[str] = set()
        self.mentions: set[str] = set()
        self._depth = 0  # how many counts we are inside of

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.placeholders.add(node.id.name)
        if self._depth:
            self.counted.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.mentions.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self._depth += 1
        self.generic_visit(node)
        self._depth -= 1

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        self._depth += 1
        self.visit(node.selector)
        self._depth -= 1
        self.visit(node.variants)


def _sentence(entry: ast.Message, text: str) -> Sentence:
    finder = _Finder()
    finder.visit(entry)
    return Sentence(
        key=entry.id.name,
        line=_line(entry, text),
        pattern=entry.value,
        has_attributes=bool(entry.attributes),
        placeholders=frozenset(finder.placeholders),
        counted=frozenset(finder.counted),
        mentions=frozenset(finder.mentions),
    )


def _line(node: ast.SyntaxNode, text: str) -> int:
    return text.count("\n", 0, node.span.start if node.span else 0) + 1


def _broken(junk: ast.Junk, text: str) -> tuple[int, str]:
    """Find the line to look at, and say what is wrong with it as plainly as Fluent lets us."""
    start, content = _line(junk, text), junk.content or ""
    for place, line in enumerate(content.split("\n")):
        if "->" not in content and line[:1] == " " and line.lstrip().startswith(FLUENT_SIGNS):
            return start + place, f"no line of a phrase can begin with {', '.join(FLUENT_SIGNS)}"
    note = junk.annotations[0]
    return _line(note, text), f"this cannot be read ({note.message})"

"""The questions to choose from, as the Markdown pages of `prompts/<language>/library/` say them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bot.dialogue.framework import Mechanism, Theme
from bot.errors import BrokenPrompts, NotFound
from bot.words import Phrase

SLOTS = frozenset({"aims", "A", "B", "scene", "groups", "v1", "v2", "list", "topic", "date"})
"""What the bot can fill into a question, written in braces."""
LENS = "lens"
"""Stands where a theme stands, on a page beside the six mechanisms."""

_ID = re.compile(r"[A-Z]{2,5}-[1-9][0-9]*")
_ABOUT = re.compile(r"([a-z]+): (\S.*)")
_CHOICE = re.compile(r"\[([a-z][a-z0-9_]*)\] (\S.*)")
_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question in the library, before it is put to anyone."""

    id: str
    mechanism: Mechanism | None
    theme: Theme | None
    what: str
    """What it is about, in two or three words."""
    question: str
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Key and label of each answer that is offered; the key is what is stored."""
    page: str

    @property
    def slots(self) -> tuple[str, ...]:
        """What has to be filled into the question before it can be asked."""
        return tuple(dict.fromkeys(_SLOT.findall(self.question)))


@dataclass(frozen=True, slots=True)
class Library:
    """All questions of one language, in the order of their pages."""

    prompts: tuple[Prompt, ...]

    def get(self, id: str) -> Prompt:
        """
        Return the prompt with this id.

        Raises:
            NotFound: The library has no such prompt.
        """
        for prompt in self.prompts:
            if prompt.id == id:
                return prompt
        raise NotFound(Phrase("refusals-no-prompt", {"id": id}))

    def about(self, mechanism: Mechanism, theme: Theme) -> tuple[Prompt, ...]:
        """Return the prompts for one mechanism and theme."""
        return tuple(p for p in self.prompts if (p.mechanism, p.theme) == (mechanism, theme))


def read_library(pages: Mapping[str, str]) -> Library:
    """
    Read the pages of one language, each by its name without `.md`; a page beside the six is a lens.

    Raises:
        BrokenPrompts: Something cannot be understood; every problem names its page and line.
    """
    order = {str(mechanism): place for place, mechanism in enumerate(Mechanism)}
    names = sorted(pages, key=lambda name: (order.get(name, len(order)), name))
    sections = {name: tuple(_sections(name, pages[name])) for name in names}
    empty = [f"library/{name}.md, line 1: there is no question here" for name in names if not sections[name]]
    every = tuple(chain.from_iterable(sections.values()))
    problems = (*empty, *_repeated(every), *(found for section in every for found in _problems(section)))
    if problems:
        raise BrokenPrompts(problems)
    return Library(tuple(_prompt(section) for section in every))


@dataclass(frozen=True, slots=True)
class _Said:
    """Some words on a page, the line they stand in, and whether they are plain words."""

    line: int
    text: str
    is_plain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """What stands between one id and the next."""

    page: str
    id: _Said
    paragraphs: tuple[_Said, ...]
    choices: tuple[_Said, ...]
    strange: tuple[int, ...]
    """Lines of what has no place on such a page."""

    @property
    def mechanism(self) -> Mechanism | None:
        return Mechanism(self.page) if self.page in set(Mechanism) else None

    @property
    def about(self) -> tuple[str, str]:
        """The theme and what the question is about, or nothing where they cannot be read."""
        match = _ABOUT.fullmatch(self.paragraphs[0].text) if self.paragraphs else None
        return (match[1], match[2]) if match else ("", "")

    def at(self, line: int, problem: str) -> str:
        return f"library/{self.page}.md, line {line}: {problem}"


def _sections(page: str, text: str) -> Iterator[_Section]:
    """Cut a page at its ids; what stands before the first one is for editors."""
    nodes = SyntaxTreeNode(MarkdownIt("commonmark").parse(text)).children
    starts = [place for place, node in enumerate(nodes) if node.tag == "h2"]
    for start, end in pairwise([*starts, len(nodes)]):
        below = nodes[start + 1 : end]
        yield _Section(
            page=page,
            id=_said(nodes[start]),
            paragraphs=tuple(_said(node) for node in below if node.type == "paragraph"),
            choices=tuple(
                _said(item) for node in below if node.type == "bullet_list" for item in node.children
            ),
            strange=tuple(_line(node) for node in below if node.type not in {"paragraph", "bullet_list"}),
        )


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 1


def _said(node: SyntaxTreeNode) -> _Said:
    """Return the words below a node; a line break inside them is a space."""
    inline = [part for part in node.walk() if part.type == "inline"]
    parts = [part for line in inline for part in line.children]
    text = "".join(part.content if part.type == "text" else " " for part in parts)
    is_plain = len(inline) == 1 and all(part.type in {"text", "softbreak"} for part in parts)
    return _Said(_line(node), text, is_plain)


def _prompt(section: _Section) -> Prompt:
    theme, what = section.about
    question, *more = section.paragraphs[1:]
    choices = (_CHOICE.fullmatch(choice.text) for choice in section.choices)
    return Prompt(
        id=section.id.text,
        mechanism=section.mechanism,
        theme=Theme(theme) if section.mechanism else None,
        what=what,
        question=question.text,
        help=more[0].text if more else "",
        choices=tuple((match[1], match[2]) for match in choices if match),
        page=section.page,
    )


def _repeated(sections: Iterable[_Section]) -> Iterator[str]:
    """Name every id that stands twice: it belongs to one question for good."""
    first: dict[str, _Section] = {}
    for section in sections:
        other = first.setdefault(section.id.text, section)
        if other is not section:
            place = f"library/{other.page}.md, line {other.id.line}"
            yield section.at(
                section.id.line, f"{section.id.text} is already the id of another question ({place})"
            )


def _problems(section: _Section) -> Iterator[str]:
    """Say everything that is wrong with one question."""
    line = section.id.line
    if not _ID.fullmatch(section.id.text):
        yield section.at(line, f'"{section.id.text}" is no id; an id looks like DLG-4')
    themes = tuple(Theme) if section.mechanism else (LENS,)
    if section.about[0] not in themes:
        yield section.at(
            line + 1, f'here stands {" or ".join(themes)}, then what it is about, like "why: your reasons"'
        )
    if len(section.paragraphs) not in (2, 3):
        yield section.at(
            line, f"{section.id.text} needs one paragraph that asks, and at most one more that helps"
        )
    yield from _unreadable(section)


def _unreadable(section: _Section) -> Iterator[str]:
    for said in (*section.paragraphs, *section.choices):
        if not said.is_plain:
            yield section.at(said.line, "only plain words here: no bold, no link, no code")
        for slot in _SLOT.findall(said.text):
            if slot not in SLOTS:
                yield section.at(
                    said.line, f"{{{slot}}} cannot be filled; these can: {', '.join(sorted(SLOTS))}"
                )
    for choice in section.choices:
        if not _CHOICE.fullmatch(choice.text):
            yield section.at(choice.line, 'a choice looks like "- [steady] Steady"')
    for line in section.strange:
        yield section.at(line, "this is not understood here; there are ids, paragraphs and choices")

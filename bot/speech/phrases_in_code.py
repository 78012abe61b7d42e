"""Which phrases the program says, found in its source: `Phrase("join-thanks")`, `say("export-late")`."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LOOKS_LIKE_A_KEY = re.compile(r"[a-z_]+-[A-Za-z0-9_{}-]*")
_ANYTHING = "[A-Za-z0-9_-]+"
_QUOTED = re.compile(f"[\"']({_ANYTHING})[\"']")


@dataclass(frozen=True, slots=True)
class Shape:
    """A key as it is written in the source; `{}` stands for what is only known when the program runs."""

    text: str

    @property
    def is_whole(self) -> bool:
        """Whether nothing is open."""
        return "{}" not in self.text

    def fits(self, key: str) -> bool:
        """Tell whether this may be the key of that phrase."""
        if self.is_whole:
            return self.text == key
        return (
            re.fullmatch(_ANYTHING.join(re.escape(piece) for piece in self.text.split("{}")), key) is not None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPhrase:
    """One place in the source where a phrase is said."""

    file: str
    line: int
    key: Shape
    values: frozenset[str] | None
    """The names it is given, or nothing where the source does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What the source tells about phrases."""

    said: tuple[SaidPhrase, ...]
    shapes: frozenset[Shape]
    """Everything in it that looks like a key: it may wait in a table or a template until it is said."""
    unreadable: tuple[str, ...]
    """What is no Python although its name says so."""


def read_code(sources: Mapping[str, str]) -> Code:
    """Read files by their name; of one that does not end in `.py`, only what stands in quotes."""
    trees, shapes, unreadable = dict[str, ast.AST](), set[Shape](), list[str]()
    for file, source in sources.items():
        if not file.endswith(".py"):
            shapes.update(Shape(text) for text in _QUOTED.findall(source))
            continue
        try:
            trees[file] = ast.parse(source, file)
        except SyntaxError as error:
            unreadable.append(f"{file}, line {error.lineno}: this is no Python")
    shapes.update(shape for tree in trees.values() for node in ast.walk(tree) for shape in _shapes(node))
    said = tuple(
        said for file, tree in trees.items() for said in sorted(_said(file, tree), key=lambda said: said.line)
    )
    return Code(said=said, shapes=frozenset(shapes), unreadable=tuple(unreadable))


def _said(file: str, tree: ast.AST) -> Iterator[SaidPhrase]:
    """Find every place where a phrase is said; a key that is chosen there counts for each choice."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Phrase"), args=[key, *values]):
                named = [keyword.value for keyword in node.keywords if keyword.arg == "values"]
                names = _names([*values, *named])
            case ast.Call(func=ast.Attribute(attr="say"), args=[key], keywords=keywords):
                given = [keyword.arg for keyword in keywords]
                names = None if None in given else frozenset(name for name in given if name)
            case _:
                continue
        choices = [key.body, key.orelse] if isinstance(key, ast.IfExp) else [key]
        for shape in (shape for choice in choices for shape in _shapes(choice)):
            yield SaidPhrase(file=file, line=node.lineno, key=shape, values=names)


def _shapes(node: ast.AST) -> Iterator[Shape]:
    """Return the key that stands here, if one does."""
    match node:
        case ast.Constant(value=str(text)):
            pass
        case ast.JoinedStr(values=pieces):
            text = "".join(str(piece.value) if isinstance(piece, ast.Constant) else "{}" for piece in pieces)
        case _:
            return
    if _LOOKS_LIKE_A_KEY.fullmatch(text):
        yield Shape(text)


def _names(values: list[ast.expr]) -> frozenset[str] | None:
    """Return the names in the table of values that a phrase is given."""
    match values:
        case []:
            return frozenset()
        case [ast.Dict(keys=keys)]:
            names = [
                key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
            ]
            return frozenset(names) if len(names) == len(keys) else None
        case _:
            return None

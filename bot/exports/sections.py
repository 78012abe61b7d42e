"""A section of a document: what it says first, a table where it has one, then texts with their titles."""

from dataclasses import dataclass

from bot.exports.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: what it shows, the heads of its columns, and rows that begin with their own head."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document beside its questions and statements."""

    anchor: str
    title: str
    lead: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    items: tuple[Said, ...] = ()

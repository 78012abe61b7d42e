"""How the map and the links are told: as a table where one can be drawn, else line by line."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from bot.dialogue.coverage import Cell
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.gaps import GapExcerpt
from bot.dialogue.links import Interaction
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import DialogueId
from bot.speech.messages import Choice, Message, Table
from bot.words import Part, Phrase, Quote, Value

CAVEAT = Phrase("show_map-caveat")
"""Stands with every map and every matrix (`domain.md` 7.4)."""
EMPTY = Phrase("show_map-no-record")
Day = Callable[[date], str]
"""Writes a day in the reader's language."""


def mechanism_label(mechanism: Mechanism) -> Phrase:
    """Return the short name of what a question is for."""
    return Phrase(f"export-mechanism-{mechanism}")


def theme_label(theme: Theme) -> Phrase:
    """Return the short name of what a question is about."""
    return Phrase(f"show_map-theme-{theme}")


def told_cell(cell: Cell, day: Day) -> Phrase:
    """Return what was recorded for one mechanism and theme, in words."""
    values: dict[str, Value] = {
        "strength": Phrase(f"show_map-{cell.strength}"),
        "episodes": len(cell.episodes),
        "names": cell.names,
        "unnamed": cell.without_name,
        "day": day(cell.last),
        "basis": Phrase("general-nothing"),
    }
    if len(cell.basis) == 1:
        values["basis"] = Phrase(f"show_map-{cell.basis[0]}-basis")
    return Phrase("show_map-cell", values)


def told_gap(said: GapExcerpt, day: Day) -> Iterator[Phrase]:
    """Return why a cell is empty, as somebody said, and the note on it."""
    gap = said.gap
    values: dict[str, Value] = {
        "reason": Phrase(f"show_map-{gap.reason}-reason"),
        "by": Quote(gap.member, Part.NAME) if said.by else Phrase("general-a-member"),
        "day": day(gap.made_at.date()),
    }
    yield Phrase("show_map-explained", values)
    if said.note:
        yield Phrase("show_map-note", {"note": Quote(gap.id)})


def explain_choice(dialogue: DialogueId, mechanism: Mechanism, theme: Theme) -> Choice:
    """Return the button with which somebody says why a cell is empty."""
    ticket = Ticket(Action.EXPLAIN_GAP, dialogue, f"{mechanism}.{theme}")
    return Choice(Phrase("explain_gap-choice", {"theme": theme_label(theme)}), ticket)


def grid_message(
    cells: Mapping[tuple[Mechanism, Theme], Cell],
    gaps: Mapping[tuple[Mechanism, Theme], GapExcerpt],
    day: Day,
) -> Message:
    """Return the map: one line a mechanism, and in it each theme."""

    def told(mechanism: Mechanism, theme: Theme) -> Phrase:
        if cell := cells.get((mechanism, theme)):
            return told_cell(cell, day)
        said = gaps.get((mechanism, theme))
        return Phrase(f"show_map-{said.gap.reason}-reason") if said else EMPTY

    caption = Phrase("show_map-grid-caption")
    table = Table(
        caption=caption,
        columns=tuple(map(theme_label, Theme)),
        rows=tuple((mechanism_label(m), tuple(told(m, t) for t in Theme)) for m in Mechanism),
    )
    lines = (
        Phrase("show_map-row", {"mechanism": mechanism_label(m), **{t: told(m, t) for t in Theme}})
        for m in Mechanism
    )
    return Message(caption, (), tuple(map(Message, lines)), table)


def links_message(cells: Mapping[tuple[Mechanism, Mechanism], Interaction], day: Day) -> Message:
    """Return the matrix: rows are taken up by columns; what stands on the diagonal went on."""
    caption = Phrase("show_map-links-caption")
    table = Table(
        caption=caption,
        columns=tuple(map(mechanism_label, Mechanism)),
        rows=tuple(
            (mechanism_label(fed_by), tuple(_told_links(cells, fed_by, into, day) for into in Mechanism))
            for fed_by in Mechanism
        ),
    )
    lines = [
        _link_line(fed_by, into, cells, day)
        for fed_by in Mechanism
        for into in Mechanism
        if (fed_by, into) in cells
    ]
    return Message(caption, (), tuple(map(Message, lines or [Phrase("show_map-no-links")])), table)


def _told_links(
    cells: Mapping[tuple[Mechanism, Mechanism], Interaction], fed_by: Mechanism, into: Mechanism, day: Day
) -> Phrase:
    found = cells.get((fed_by, into))
    if found is None:
        return Phrase("show_map-no-link")
    key = "show_map-cell-continued" if fed_by is into else "show_map-cell-links"
    return Phrase(key, {"count": len(found.links), "day": day(found.last)})


def _link_line(
    fed_by: Mechanism, into: Mechanism, cells: Mapping[tuple[Mechanism, Mechanism], Interaction], day: Day
) -> Phrase:
    values: dict[str, Value] = {
        "from": mechanism_label(fed_by),
        "to": mechanism_label(into),
        "cell": _told_links(cells, fed_by, into, day),
    }
    return Phrase("show_map-links-line", values)

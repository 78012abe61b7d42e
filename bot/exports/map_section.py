"""What was recorded, and what took up what, as it stands in a document: two tables and what they say not."""

from collections.abc import Iterator, Mapping

from bot.dialogue.coverage import Cell, coverage
from bot.dialogue.evidence import evidence_in
from bot.dialogue.excerpts import Excerpt
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.gaps import GapExcerpt, newest
from bot.dialogue.links import Interaction, interactions
from bot.dialogue.turns import Signs
from bot.exports.labels import Labels, shown, write_day
from bot.exports.said import Said
from bot.exports.sections import Grid, Section


def map_section(excerpt: Excerpt, labels: Labels) -> Section:
    """Return the map and the matrix; an empty cell is a question, with what people said about it."""
    found = evidence_in(excerpt)
    gaps = newest(excerpt.gaps)
    cells = coverage(found)
    return Section(
        anchor="map",
        title=labels.say("export_mirror-map"),
        lead=(labels.say("show_map-caveat"), *_test(excerpt.signs, labels)),
        grids=(_map(cells, gaps, labels), _matrix(interactions(found), labels)),
        items=tuple(_explained(said, labels) for cell, said in gaps.items() if cell not in cells),
    )


def _test(signs: Signs, labels: Labels) -> Iterator[str]:
    yield labels.say(f"export-signs-{signs.label}")
    if signs.label == "begun":
        for name in signs.missing:
            yield labels.say(f"export-missing-{name}")


def _map(
    cells: Mapping[tuple[Mechanism, Theme], Cell],
    gaps: Mapping[tuple[Mechanism, Theme], GapExcerpt],
    labels: Labels,
) -> Grid:
    def told(mechanism: Mechanism, theme: Theme) -> str:
        if cell := cells.get((mechanism, theme)):
            return _cell(cell, labels)
        said = gaps.get((mechanism, theme))
        return labels.say(f"show_map-{said.gap.reason}-reason" if said else "show_map-no-record")

    return Grid(
        caption=labels.say("show_map-grid-caption"),
        columns=tuple(labels.say(f"show_map-theme-{theme}") for theme in Theme),
        rows=tuple(
            (labels.say(f"export-mechanism-{m}"), tuple(told(m, theme) for theme in Theme)) for m in Mechanism
        ),
    )


def _cell(cell: Cell, labels: Labels) -> str:
    return labels.say(
        "show_map-cell",
        strength=labels.say(f"show_map-{cell.strength}"),
        episodes=len(cell.episodes),
        names=cell.names,
        unnamed=cell.without_name,
        day=write_day(cell.last, labels.language),
        basis=labels.say(f"show_map-{cell.basis[0]}-basis") if len(cell.basis) == 1 else "",
    )


def _matrix(cells: Mapping[tuple[Mechanism, Mechanism], Interaction], labels: Labels) -> Grid:
    def told(fed_by: Mechanism, into: Mechanism) -> str:
        found = cells.get((fed_by, into))
        if found is None:
            return labels.say("show_map-no-link")
        key = "show_map-cell-continued" if fed_by is into else "show_map-cell-links"
        return labels.say(key, count=len(found.links), day=write_day(found.last, labels.language))

    return Grid(
        caption=labels.say("show_map-links-caption"),
        columns=tuple(labels.say(f"export-mechanism-{m}") for m in Mechanism),
        rows=tuple(
            (labels.say(f"export-mechanism-{m}"), tuple(told(m, into) for into in Mechanism))
            for m in Mechanism
        ),
    )


def _explained(said: GapExcerpt, labels: Labels) -> Said:
    gap = said.gap
    title = labels.say(
        "export_mirror-gap",
        mechanism=labels.say(f"export-mechanism-{gap.mechanism}"),
        theme=labels.say(f"show_map-theme-{gap.theme}"),
        reason=labels.say(f"show_map-{gap.reason}-reason"),
        day=write_day(gap.made_at.date(), labels.language),
        by=shown(said.by) or labels.say("export-a-member"),
    )
    return Said(title=title, words=shown(said.note))

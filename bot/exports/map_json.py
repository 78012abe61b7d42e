"""What was recorded, and what took up what, as JSON; the layout of one cell is that of `domain.md` 7.1."""

from collections.abc import Sequence

from bot.dialogue.coverage import Cell, coverage
from bot.dialogue.evidence import Evidence, evidence_in
from bot.dialogue.excerpts import Excerpt
from bot.dialogue.framework import FRAMEWORK_VERSION, Mechanism, Theme
from bot.dialogue.gaps import GapExcerpt, newest
from bot.dialogue.links import Link, links_in, loops_in
from bot.dialogue.pointers import Pointer
from bot.exports.json_values import Json, day_json


def map_json(excerpt: Excerpt) -> dict[str, Json]:
    """Return every cell, empty ones too, every link, and every loop."""
    found = evidence_in(excerpt)
    cells, gaps, links = coverage(found), newest(excerpt.gaps), links_in(found)
    return {
        "framework": FRAMEWORK_VERSION,
        "cells": [
            _full(cells[m, t], links) if (m, t) in cells else _empty(m, t, gaps.get((m, t)))
            for m in Mechanism
            for t in Theme
        ],
        "links": [_link(link) for link in links],
        "loops": [[pointer_json(each.pointer) for each in loop.path] for loop in loops_in(found)],
    }


def pointer_json(pointer: Pointer) -> str:
    """Return what is pointed to, as kind and id."""
    return f"{pointer.kind}:{pointer.id}"


def _full(cell: Cell, links: Sequence[Link]) -> dict[str, Json]:
    return {
        "mechanism": cell.mechanism,
        "theme": cell.theme,
        "strength": cell.strength,
        "basis": list(cell.basis),
        "episodes": len(cell.episodes),
        "names": cell.names,
        "without_name": cell.without_name,
        "last": day_json(cell.last),
        "evidence": [pointer_json(each.pointer) for each in cell.evidence],
        "links_out": sorted(
            {pointer_json(link.citing.pointer) for link in links if _is_of(link.cited, cell)}
        ),
        "gap": None,
    }


def _is_of(each: Evidence, cell: Cell) -> bool:
    return (each.mechanism, each.theme) == (cell.mechanism, cell.theme)


def _empty(mechanism: Mechanism, theme: Theme, said: GapExcerpt | None) -> dict[str, Json]:
    return {
        "mechanism": mechanism,
        "theme": theme,
        "strength": None,
        "basis": [],
        "episodes": 0,
        "names": 0,
        "without_name": 0,
        "last": None,
        "evidence": [],
        "links_out": [],
        "gap": None if said is None else _gap(said),
    }


def _gap(said: GapExcerpt) -> dict[str, Json]:
    gap = said.gap
    return {"reason": gap.reason, "note": said.note, "by": said.by, "day": day_json(gap.made_at.date())}


def _link(link: Link) -> dict[str, Json]:
    return {
        "from": link.cited.mechanism,
        "to": link.citing.mechanism,
        "cited": pointer_json(link.cited.pointer),
        "citing": pointer_json(link.citing.pointer),
        "day": day_json(link.citing.day),
    }

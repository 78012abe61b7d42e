"""The record as a table that a spreadsheet opens without running anything in it."""

import csv
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from bot.dialogue.contributions import ContributionState
from bot.dialogue.excerpts import Entry, Excerpt, RoundExcerpt
from bot.exports.passages import is_written, put_rounds
from bot.identifiers import ContributionId

Cell: TypeAlias = str | int

COLUMNS = (
    "round", "question", "mechanism", "theme", "number", "replies_to", "reply_kind", "author", "shown_as",
    "is_facilitator", "day", "written_at", "is_late", "is_new_to_author", "edits", "same", "differently",
    "unsure", "state", "state_on", "words", "apostrophe_added_to",
)  # fmt: skip
"""The last column names the cells of its row that begin with an apostrophe which the author did not write."""

BYTE_ORDER_MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8; readers call it `utf-8-sig`."""

# "characters including '=', '+', '-', '@', '\t' (tab), and '\0' (null) … escaped with a single quote if they
# appear as the first character in a field value", OWASP ASVS 5.0, 1.2.10. Some programs skip spaces before it
# and know full-width twins. Apostrophes before it count too, so that one can always be taken away again.
_FORMULA = re.compile(r"'*[\s\ufeff\u200b-\u200f\u2060]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]")


def write_csv(excerpt: Excerpt) -> Iterator[str]:
    """Write the record as CSV (RFC 4180), in pieces: one row a contribution, every cell quoted."""
    numbers = {entry.id: entry.number for entry in excerpt.entries() if is_written(entry)}
    yield BYTE_ORDER_MARK + _row(COLUMNS)
    for part in put_rounds(excerpt):
        for entry in part.entries:
            if is_written(entry):
                yield _row(_guarded(_cells(part, entry, numbers)))


def guard(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet could take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """Return the text that `guard` was given."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell[1:]) else cell


def _guarded(cells: dict[str, Cell]) -> list[Cell]:
    """Guard what people wrote, and name in the last column what was changed."""
    safe = {name: guard(cell) if isinstance(cell, str) else cell for name, cell in cells.items()}
    changed = " ".join(name for name, cell in safe.items() if cell != cells[name])
    return [*safe.values(), changed]


def _cells(part: RoundExcerpt, entry: Entry, numbers: dict[ContributionId, int]) -> dict[str, Cell]:
    """Return the cells of one contribution; beside a marker only its number, state and day are told."""
    live = entry.state is ContributionState.LIVE
    told: dict[str, Cell] = dict.fromkeys(COLUMNS[:-1], "")
    told |= {
        "round": part.round.number,
        "question": part.round.question,
        "mechanism": part.round.mechanism,
        "theme": part.round.theme,
        "number": entry.number,
        "state": entry.state,
        "state_on": entry.state_on.isoformat() if entry.state_on else "",
    }
    return told | _told_of_live(entry, numbers) if live else told


def _told_of_live(entry: Entry, numbers: dict[ContributionId, int]) -> dict[str, Cell]:
    return {
        "replies_to": numbers.get(entry.to, "") if entry.to else "",
        "reply_kind": entry.turn or "",
        "author": entry.author,
        "shown_as": entry.level,
        "is_facilitator": int(entry.is_facilitator),
        "day": entry.day.isoformat(),
        "written_at": entry.at.isoformat() if entry.at else "",
        "is_late": int(entry.is_late),
        "is_new_to_author": int(entry.is_new_to_me),
        "edits": entry.edits,
        "same": entry.tally.same,
        "differently": entry.tally.differently,
        "unsure": entry.tally.unsure,
        "words": entry.body,
    }


class _Line:
    """What the csv module writes to: it hands the line back."""

    def write(self, text: str) -> str:
        """Return the line."""
        return text


def _row(cells: Iterable[Cell]) -> str:
    return str(csv.writer(_Line(), quoting=csv.QUOTE_ALL).writerow(list(cells)))

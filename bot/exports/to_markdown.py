"""The record as Markdown that shows every text as text, whatever it holds."""

import re
from collections.abc import Iterator

from bot.exports.labels import Labels
from bot.exports.passages import Passage
from bot.exports.record_document import ApartSection, Document, Fact, RoundSection
from bot.exports.said import Said
from bot.exports.sections import Grid, Section
from bot.exports.statement_sections import CheckInSection

# "Any ASCII punctuation character may be backslash-escaped"
# https://spec.commonmark.org/0.31.2/#backslash-escapes
# Escaped are the marks of CommonMark and of wider dialects: tables, mentions, formulas, bare addresses.
_MARKS = re.compile(r"[\\`*_\[\]<>&~|#@$^{}]|:(?=//|[\w+-]+:)|\.(?=[^\W\d_])")
# What begins a list or a definition, or underlines a heading, where it begins a line.
_STARTS = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))", re.MULTILINE)
# Spaces at the edge of a line would be dropped, and so would the last line end; written by number they stay.
_EDGES = re.compile(r"^[^\S\n]|[^\S\n]$|\n\Z", re.MULTILINE)
_BREAK = "\\\n"


def write_markdown(document: Document, labels: Labels) -> Iterator[str]:
    """Write the record as Markdown, in pieces; members' words stand in frames and keep every line end."""
    yield f"# {on_one_line(document.title)}\n\n"
    for note in document.notes:
        yield f"*{on_one_line(note)}*\n\n"
    yield _heading(labels, "export-facts")
    yield from _facts(document.facts)
    yield _heading(labels, "export-rounds")
    for section in document.rounds:
        yield from _round(section)
    yield _heading(labels, "export-apart")
    if not document.apart:
        yield f"{on_one_line(labels.say('export-apart-none'))}\n\n"
    for apart in document.apart:
        yield from _apart(apart)
    yield from _lines(document, labels)
    yield from _statements(document, labels)
    for other in document.sections:
        yield from _section(other)
    yield "---\n\n"
    yield from _facts((document.proof,))
    yield f"{on_one_line(labels.say('export-proof-help'))}\n\n{on_one_line(labels.say('export-made-by'))}\n"


def in_frame(text: str) -> str:
    """Return somebody's words as a quote: read back they are the same text, and nothing else."""
    return f"> {escaped(text).replace(_BREAK, _BREAK + '> ')}\n\n"


def escaped(text: str) -> str:
    """Return the text so that a reader of Markdown finds it as it is; line ends become hard line breaks."""
    marked = _STARTS.sub(r"\2\\\1\3", _MARKS.sub(r"\\\g<0>", text))
    return _EDGES.sub(_by_number, marked).replace("\n", _BREAK)


def on_one_line(text: str) -> str:
    """Return the text escaped, on one line; its line ends are written by number."""
    return escaped(text).replace(_BREAK, "&#10;")


def _by_number(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _heading(labels: Labels, key: str) -> str:
    return f"## {on_one_line(labels.say(key))}\n\n"


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        text = escaped(fact.text).replace(_BREAK, f"{_BREAK}  ")
        yield f"- **{on_one_line(fact.label)}:** {text}\n"
    yield "\n"


def _round(section: RoundSection) -> Iterator[str]:
    yield f"### {on_one_line(section.title)}\n\n{in_frame(section.question)}"
    yield from _facts(section.facts)
    for note in section.notes:
        yield f"{on_one_line(note)}\n\n"
    for passage in section.passages:
        yield from _passage(passage)


def _apart(section: ApartSection) -> Iterator[str]:
    yield f"### {section.number}\\. {on_one_line(section.title)}\n\n{on_one_line(section.about)}\n\n"
    for position in section.positions:
        yield from _passage(position)


def _lines(document: Document, labels: Labels) -> Iterator[str]:
    """Write the notes after the words they are written from."""
    if document.lines:
        yield _heading(labels, "export_notes-heading")
        yield f"{on_one_line(labels.say('export_notes-about'))}\n\n"
    for section in document.lines:
        yield from _said(section.text, "###")
        for wording in section.wordings:
            yield from _said(wording, "####")


def _statements(document: Document, labels: Labels) -> Iterator[str]:
    """Write each statement with the notes directly under it, in a frame like its own."""
    if document.statements:
        yield _heading(labels, "export_statements-heading")
    for section in document.statements:
        yield from _said(section.text, "###")
        for note in section.notes:
            yield from _said(note, "####")
        for check_in in section.check_ins:
            yield from _check_in(check_in)


def _section(section: Section) -> Iterator[str]:
    yield f"## {on_one_line(section.title)}\n\n"
    for line in section.lead:
        yield f"{on_one_line(line)}\n\n"
    for grid in section.grids:
        yield from _grid(grid)
    for item in section.items:
        yield from _said(item, "###")


def _grid(grid: Grid) -> Iterator[str]:
    """Write a table as a list, since plain Markdown knows none: a line for each row, with all its cells."""
    yield f"{on_one_line(grid.caption)}\n\n"
    for head, cells in grid.rows:
        told = (f"{column}: {cell}" for column, cell in zip(grid.columns, cells, strict=True))
        yield f"- **{on_one_line(head)}.** {on_one_line(' · '.join(told))}\n"
    yield "\n"


def _check_in(section: CheckInSection) -> Iterator[str]:
    yield f"#### {on_one_line(section.title)}\n\n{on_one_line(section.about)}\n\n"
    for rule in section.rules:
        yield from _said(rule, "#####")
    for line in section.counts:
        yield f"{on_one_line(line)}\n\n"
    for response in section.responses:
        yield from _said(response, "#####")
    for objection in section.objections:
        yield from _said(objection, "#####")
    for line in section.reading:
        yield f"{on_one_line(line)}\n\n"
    for decided in section.decision:
        yield from _said(decided, "#####")
    for remark in section.remarks:
        yield from _said(remark, "#####")


def _said(said: Said, heading: str) -> Iterator[str]:
    yield f"{heading} {on_one_line(said.title)}\n\n"
    if said.marker:
        yield f"*{on_one_line(said.marker)}*\n\n"
    elif said.words:
        yield in_frame(said.words)
    for line in said.below:
        yield f"{on_one_line(line)}\n\n"


def _passage(passage: Passage) -> Iterator[str]:
    yield f"#### {on_one_line(passage.title)}\n\n"
    if passage.marker:
        yield f"*{on_one_line(passage.marker)}*\n\n"
        return
    yield f"{on_one_line(passage.about)}\n\n{in_frame(passage.words)}"
    if passage.stances:
        yield f"{on_one_line(passage.stances)}\n\n"
    for label, words in passage.earlier:
        yield f"{on_one_line(label)}\n\n{in_frame(words)}"

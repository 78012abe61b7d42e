"""The notes as one reader may see them: each line with its state, its sources and what their authors said."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.dialogue.attribution import Attribution
from bot.dialogue.consent import Use
from bot.dialogue.lines import CheckAnswer, Line, LineCheck, LineStanding, standing_of, strictest
from bot.dialogue.record import Record
from bot.dialogue.sources import Source, sources_in
from bot.identifiers import LineCheckId, LineId, MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceExcerpt:
    """One source of a line: its author at the level that was chosen, and what that author answered."""

    id: str
    reference: str
    author: str
    """The name to show; none where any source of the line is without a name."""
    level: Attribution
    is_there: bool
    is_own: bool
    answer: CheckAnswer | None
    """None where there is none, and for whoever wrote without a name: that is only counted."""
    check: LineCheckId | None
    """What a better wording of the author's is kept under, if one was given."""
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineExcerpt:
    """One edition of a line of the notes."""

    line: Line
    text: str
    """Nothing while the line is not to be read."""
    level: Attribution
    """The strictest of its sources."""
    standing: LineStanding
    is_newest: bool
    sources: tuple[SourceExcerpt, ...]
    day: date

    @property
    def id(self) -> LineId:
        """The id of this edition."""
        return self.line.id

    @property
    def open_for_me(self) -> tuple[SourceExcerpt, ...]:
        """Return the reader's own sources about which they have not answered."""
        return tuple(each for each in self.sources if each.is_own and each.is_there and each.answer is None)


def see_lines(record: Record, reader: MemberId | None, needed: Use | None = None) -> tuple[LineExcerpt, ...]:
    """Return the notes as this reader may see them, the lines in order; *needed*: what all authors ticked."""
    sources = sources_in(record)
    checks: dict[str, dict[str, LineCheck]] = defaultdict(dict)
    for check in record.line_checks:
        checks[check.line][check.source] = check
    newest = {line.number: line.id for line in record.lines}
    return tuple(
        _line(record, line, sources, checks[line.id], reader, is_newest=newest[line.number] == line.id)
        for line in record.lines
        if needed is None or all(needed in sources[id].uses for id in line.sources if id in sources)
    )


def _line(  # noqa: PLR0913 - what a line is made of
    record: Record,
    line: Line,
    sources: Mapping[str, Source],
    checks: Mapping[str, LineCheck],
    reader: MemberId | None,
    *,
    is_newest: bool,
) -> LineExcerpt:
    cited = [sources[id] for id in line.sources if id in sources]
    there = {source.id for source in cited if source.is_there}
    standing = standing_of(line, there, {id: check.answer for id, check in checks.items()})
    level = strictest([source.level for source in cited])
    revisions = record.revisions.get(line.id, ())
    return LineExcerpt(
        line=line,
        text=revisions[-1].body if revisions and standing.is_readable else "",
        level=level,
        standing=standing,
        is_newest=is_newest,
        sources=tuple(_source(record, each, checks.get(each.id), level, reader) for each in cited),
        day=line.made_at.date(),
    )


def _source(
    record: Record, source: Source, check: LineCheck | None, level: Attribution, reader: MemberId | None
) -> SourceExcerpt:
    is_own = reader is not None and source.member == reader
    is_told = check is not None and (is_own or source.level is not Attribution.UNNAMED)
    # What its author says of the words goes with them.
    worded = check if check and source.is_there and check.answer is CheckAnswer.NEARLY else None
    revisions = record.revisions.get(worded.id, ()) if worded else ()
    return SourceExcerpt(
        id=source.id,
        reference=source.reference,
        author=source.shown_name if source.is_live and level is not Attribution.UNNAMED else "",
        level=source.level,
        is_there=source.is_there,
        is_own=is_own,
        answer=check.answer if check and is_told else None,
        check=worded.id if worded else None,
        wording=revisions[-1].body if revisions else "",
    )

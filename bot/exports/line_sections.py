"""The notes as they stand in a document: each line with its state and what it is written from."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.dialogue.excerpts import Excerpt
from bot.dialogue.line_excerpts import LineExcerpt, SourceExcerpt
from bot.exports.labels import Labels, shown, write_day
from bot.exports.said import Said
from bot.speech.noted import state_phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSection:
    """One line of the notes."""

    anchor: str
    text: Said
    wordings: tuple[Said, ...]
    """What authors would rather see."""


def line_sections(excerpt: Excerpt, labels: Labels, *, with_earlier: bool) -> tuple[LineSection, ...]:
    """Return the newest edition of each line; earlier ones only *with_earlier*."""
    return tuple(_line(part, labels) for part in excerpt.lines if part.is_newest or with_earlier)


def _line(part: LineExcerpt, labels: Labels) -> LineSection:
    line = part.line
    title = labels.say(
        "export_notes-line",
        number=str(line.number),
        edition=str(line.edition),
        kind=labels.say(f"draft_line-{line.kind}-option"),
        author=shown(line.shown_name) or labels.say("export-a-member"),
    )
    return LineSection(
        anchor=f"note-{line.number}-{line.edition}",
        text=Said(
            title=title,
            words=shown(part.text),
            marker="" if part.text else _marker(part, labels),
            below=tuple(_below(part, labels)),
        ),
        wordings=tuple(_wording(source, labels) for source in part.sources if source.check),
    )


def _marker(part: LineExcerpt, labels: Labels) -> str:
    if part.line.is_live or part.line.state_on is None:
        return labels.say("general-looked-at-again")
    return labels.say("export-withdrawn", day=write_day(part.line.state_on, labels.language))


def _below(part: LineExcerpt, labels: Labels) -> Iterator[str]:
    standing = part.standing
    key = state_phrase(standing).key
    yield labels.say(key, checked=standing.checked, asked=standing.asked)
    if part.line.origin:
        yield labels.say("export_notes-origin", origin=shown(part.line.origin))
    for source in part.sources:
        yield _source(source, labels)


def _source(source: SourceExcerpt, labels: Labels) -> str:
    answer = labels.say(f"confirm_line-{source.answer}-mark") if source.answer else ""
    if not source.is_there:
        return labels.say("show_notes-source-gone", number=source.reference)
    if not source.author:
        return labels.say("show_notes-source-unnamed", number=source.reference, answer=answer)
    author = shown(source.author)
    return labels.say("show_notes-source", number=source.reference, author=author, answer=answer)


def _wording(source: SourceExcerpt, labels: Labels) -> Said:
    title = labels.say("export_notes-wording", number=source.reference)
    return Said(title=title, words=shown(source.wording))

"""How a line of the notes stands in front of the group: its text, state and sources."""

from collections.abc import Iterator
from dataclasses import replace

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.line_excerpts import LineExcerpt, SourceExcerpt, see_lines
from bot.dialogue.lines import Drafters, Line, LineCheck, LineStanding
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import PostId
from bot.speech.effects import Post
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value


def drafters_in(record: Record) -> Drafters:
    """Return who may draft lines here."""
    return record.drafters or Drafters(id=record.dialogue.id, dialogue=record.dialogue.id)


def state_phrase(standing: LineStanding) -> Phrase:
    """Return where a line stands in words: how many were asked and have answered, never a share."""
    values: dict[str, Value] = {"checked": standing.checked, "asked": standing.asked}
    return Phrase(f"show_notes-state-{standing.state}", values)


def line_message(part: LineExcerpt, *choices: Choice) -> Message:
    """Return a line as it stands now, wherever it is shown."""
    line = part.line
    values: dict[str, Value] = {
        "number": line.number,
        "edition": line.edition,
        "kind": Phrase(f"draft_line-{line.kind}-option"),
        "author": Quote(line.id, Part.AUTHOR),
        "body": Quote(line.id),
        "state": Quote(line.id, Part.STATE),
    }
    return Message(Phrase("show_notes-line", values), choices, tuple(_under(part)))


def line_post(dialogue: Dialogue, record: Record, *changed: Line | LineCheck) -> Post:
    """Return the post of the line that *changed*, as everybody may see it; all its editions are one post."""
    seen = see_lines(_with(record, *changed), None)
    ids = {change.id if isinstance(change, Line) else change.line for change in changed}
    part = next(part for part in seen if part.id in ids)
    first = next(each for each in seen if each.line.number == part.line.number)
    notes = Choice(Phrase("show_notes-choice"), Ticket(Action.SHOW_NOTES, dialogue.id))
    return Post(PostId(first.id), dialogue.place, line_message(part, notes))


def _with(record: Record, *changed: Line | LineCheck) -> Record:
    """Return the record with what is about to be kept, in place of what it replaces."""
    lines = {line.id: line for line in record.lines}
    checks = {check.id: check for check in record.line_checks}
    for change in changed:
        if isinstance(change, Line):
            lines[change.id] = change
        else:
            checks[change.id] = change
    return replace(record, lines=tuple(lines.values()), line_checks=tuple(checks.values()))


def _under(part: LineExcerpt) -> Iterator[Message]:
    if part.line.origin:
        yield Message(Phrase("show_notes-origin", {"origin": Quote(part.line.id, Part.ORIGIN)}))
    for source in part.sources:
        yield Message(_source(source))
        if source.check is not None:
            values: dict[str, Value] = {
                "number": Quote(source.id, Part.NUMBER),
                "body": Quote(source.check),
            }
            yield Message(Phrase("show_notes-wording", values))


def _source(source: SourceExcerpt) -> Phrase:
    answer = Phrase(f"confirm_line-{source.answer}-mark") if source.answer else Phrase("general-nothing")
    values: dict[str, Value] = {"number": Quote(source.id, Part.NUMBER), "answer": answer}
    if not source.is_there:
        return Phrase("show_notes-source-gone", {"number": Quote(source.id, Part.NUMBER)})
    if not source.author:
        return Phrase("show_notes-source-unnamed", values)
    return Phrase("show_notes-source", values | {"author": Quote(source.id, Part.AUTHOR)})

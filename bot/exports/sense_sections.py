"""What people took from the record, as it stands in a document: every reading whole, none merged."""

from collections.abc import Iterator

from bot.dialogue.excerpts import Excerpt
from bot.dialogue.interpretation_excerpts import InterpretationExcerpt
from bot.exports.labels import Labels, shown, write_day
from bot.exports.said import Said
from bot.exports.sections import Section


def sense_sections(excerpt: Excerpt, labels: Labels) -> tuple[Section, ...]:
    """Return the sections that have something to say; what is private is in no file of the record."""
    shared = [part for part in excerpt.interpretations if part.is_shared]
    if not shared:
        return ()
    items = (said for part in shared for said in _said(part, labels))
    return (
        Section(
            anchor="interpretations",
            title=labels.say("export_notes-interpretations"),
            lead=(labels.say("export_notes-interpretations-about"),),
            items=tuple(items),
        ),
    )


def _said(part: InterpretationExcerpt, labels: Labels) -> Iterator[Said]:
    author = shown(part.author) or labels.say("export-a-member")
    title = labels.say("interpret-shared", number=part.reference, author=author)
    if part.sense is None:
        day = write_day(part.state_on or part.day, labels.language)
        yield Said(title=title, words="", marker=labels.say("export-withdrawn", day=day))
        return
    yield Said(title=title, words="", below=tuple(_about(part, labels)))
    for text in ("notice", "feel", "means", "asks"):
        if words := getattr(part.sense, text):
            label = labels.say(f"export_notes-{text}", number=part.reference)
            yield Said(title=label, words=shown(words))


def _about(part: InterpretationExcerpt, labels: Labels) -> Iterator[str]:
    yield labels.say("interpret-reads", references=", ".join(name for _, name in part.based_on))
    yield labels.say(f"interpret-sure-{part.sureness}")
    if part.rival_of:
        yield labels.say("interpret-rival-of", reference=part.rival_of)
    if part.beside:
        yield labels.say("show_interpretations-beside", references=", ".join(part.beside))
    if part.edits:
        yield labels.say("interpret-edited", count=part.edits)

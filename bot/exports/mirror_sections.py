"""What a group sees of its own work, as it stands in a document."""

from collections.abc import Iterator

from bot.dialogue.excerpts import Excerpt, Purpose
from bot.dialogue.pointers import Pointer
from bot.exports.follow_up_sections import follow_up_sections
from bot.exports.labels import Labels, shown, write_day
from bot.exports.map_section import map_section
from bot.exports.said import Said
from bot.exports.sections import Section


def mirror_sections(excerpt: Excerpt, labels: Labels) -> tuple[Section, ...]:
    """Return the sections that have something to say."""
    return tuple(_sections(excerpt, labels))


def named(pointer: Pointer | None, labels: Labels) -> str:
    """Return how something is called in the middle of a sentence."""
    if pointer is None:
        return labels.say("return_to-whole-source")
    return labels.say(f"return_to-{pointer.kind}-source", number=pointer.number)


def _sections(excerpt: Excerpt, labels: Labels) -> Iterator[Section]:
    if excerpt.ways_back:
        yield _ways_back(excerpt, labels)
    yield from follow_up_sections(excerpt, labels)
    if excerpt.purpose is not Purpose.OPEN_DATA:
        yield map_section(excerpt, labels)


def _ways_back(excerpt: Excerpt, labels: Labels) -> Section:
    numbers = {part.round.id: part.round.number for part in excerpt.rounds}
    items = (
        Said(
            title=labels.say(
                "export_mirror-way-back",
                number=numbers[way.round],
                source=named(way.source, labels),
                day=write_day(way.made_at.date(), labels.language),
            ),
            words=shown(way.reason),
        )
        for way in excerpt.ways_back
        if way.round in numbers
    )
    return Section(anchor="ways-back", title=labels.say("export_mirror-ways-back"), items=tuple(items))

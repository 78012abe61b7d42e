"""Finds the words for a reply or a post, as they may be shown at this moment."""

from collections.abc import Iterable, Iterator
from datetime import UTC
from zoneinfo import ZoneInfo

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.members import Member
from bot.ports import Work
from bot.speech.effects import OpenForm, RejectForm, Reply, Say, SendFile
from bot.speech.messages import Form, Message, Table
from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Phrase, Quote


def words_for(
    phrases: Iterable[Phrase],
    phrasebook: Phrasebook,
    work: Work | None,
    dialogue: Dialogue | None,
    member: Member | None,
) -> Words:
    """Look up every quote in *phrases*, in the language and zone of the reader, else of the dialogue."""
    language = (member and member.language) or (dialogue and dialogue.language) or "en"
    zone = (member and member.zone) or (dialogue and dialogue.zone)
    words = Words(phrasebook, language, {}, ZoneInfo(zone) if zone else UTC)
    quotes = {quote for phrase in phrases for quote in _quotes_in(phrase)}
    if not quotes or work is None:
        return words
    found = work.quoted(quotes)
    said = {q: text if isinstance(text, str) else words.plain(text) for q, text in found.items()}
    return Words(phrasebook, language, said, words.zone)


def phrases_of(reply: Reply) -> Iterator[Phrase]:
    """Return every phrase a reply says."""
    match reply:
        case Say(message) | SendFile(message=message):
            yield from phrases_in(message)
        case OpenForm(form):
            yield from _phrases_in_form(form)
        case RejectForm(form, problems):
            yield from _phrases_in_form(form)
            yield from problems.values()
        case _:
            return


def phrases_in(message: Message) -> Iterator[Phrase]:
    """Return every phrase a message says, with its choices and what is below it."""
    yield message.phrase
    yield from (choice.label for choice in message.choices)
    if message.table is not None:
        yield from _phrases_in_table(message.table)
    for part in message.below:
        yield from phrases_in(part)


def _phrases_in_table(table: Table) -> Iterator[Phrase]:
    yield from (table.caption, *table.columns)
    for head, cells in table.rows:
        yield from (head, *cells)


def _phrases_in_form(form: Form) -> Iterator[Phrase]:
    yield form.title
    yield form.send
    yield from form.intro
    for field in form.fields:
        yield field.label
        if field.hint:
            yield field.hint
        yield from (option.label for option in field.options)


def _quotes_in(phrase: Phrase) -> Iterator[Quote]:
    for value in phrase.values.values():
        if isinstance(value, Quote):
            yield value
        elif isinstance(value, Phrase):
            yield from _quotes_in(value)

"""A pen that writes plain lines, so that a test can look for words in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.speech.effects import Answer, OpenForm, Ready, RejectForm, Reply, Say, SendFile
from bot.speech.messages import Form, Message
from bot.speech.phrasebook import Words
from bot.words import Phrase


@dataclass(frozen=True, slots=True)
class LinePen:
    """Writes as it comes."""

    words: Words

    def text(self, text: str) -> str:
        """Leave it as it is."""
        return text

    def bold(self, inner: str) -> str:
        """Leave it as it is."""
        return inner

    def moment(self, at: datetime) -> str:
        """Write it in the reader's zone."""
        return self.words.moment(at)

    def paragraph(self, inner: str) -> str:
        """Leave it as it is."""
        return inner

    def items(self, inners: Sequence[str]) -> str:
        """Begin each with a dash."""
        return "\n".join(f"- {inner}" for inner in inners)

    def quote(self, inner: str) -> str:
        """Leave it as it is, so that somebody's words can be found whole."""
        return inner

    def join(self, blocks: Sequence[str]) -> str:
        """One below the other."""
        return "\n".join(blocks)


def lines_of(answer: Answer) -> list[str]:
    """Return everything an answer says, each phrase a line of its own."""
    phrases = [*_phrases_of(answer.reply), *(p for message in answer.waiting for p in phrases_in(message))]
    return [write(phrase, answer.words) for phrase in phrases] + list(_typed_in(answer.reply))


def lines_of_post(ready: Ready) -> list[str]:
    """Return everything a post says, each phrase a line of its own."""
    return [write(phrase, ready.words) for phrase in phrases_in(ready.message)]


def write(phrase: Phrase, words: Words) -> str:
    """Write one phrase."""
    return words.write(phrase, LinePen(words))


def phrases_in(message: Message) -> Iterator[Phrase]:
    """Return what a message says, with its buttons and what is below it."""
    yield message.phrase
    yield from (choice.label for choice in message.choices)
    if message.table is not None:
        yield from (message.table.caption, *message.table.columns)
        yield from (phrase for head, cells in message.table.rows for phrase in (head, *cells))
    for part in message.below:
        yield from phrases_in(part)


def _phrases_of(reply: Reply) -> Iterator[Phrase]:
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


def _phrases_in_form(form: Form) -> Iterator[Phrase]:
    yield from (form.title, *form.intro, form.send)
    for field in form.fields:
        yield from (field.label, *((field.hint,) if field.hint else ()), *(o.label for o in field.options))


def _typed_in(reply: Reply) -> Iterator[str]:
    """Return what stands in the fields of a form."""
    if isinstance(reply, OpenForm | RejectForm):
        yield from reply.form.values.values()
    if isinstance(reply, RejectForm):
        yield from reply.answers.values()

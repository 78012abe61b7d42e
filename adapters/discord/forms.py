"""Forms behind a button: given back with what is wrong, or with more to read before than a form can hold."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from discord import ui

from adapters.discord.render import Block, Button, Part, draw_phrase, pack
from adapters.discord.views import fits_into_modal, modal_of
from bot.dialogue.tickets import Ticket
from bot.speech.effects import RejectForm
from bot.speech.messages import CHOICE_LENGTH, FieldKind, Form
from bot.speech.phrasebook import Words
from bot.words import Phrase, Value

REMEMBERED = 500
"""How many forms wait to be opened; an older one opens as the engine draws it anew."""
WAITS = "waits-"
"""Begins the mark of a button whose form is remembered here."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    form: Form
    words: Words
    answers: Mapping[str, str] | None


class WaitingForms:
    """
    Forms that wait behind a button, in memory only: what was rejected is stored nowhere.

    Whatever is forgotten, by a restart or for want of room, is opened by the engine as at the first
    time; the words that were typed stand in the reply, so that they can be copied.
    """

    def __init__(self) -> None:
        self._waiting: dict[tuple[str, str], _Waiting] = {}

    def find(self, account: str, ticket: Ticket, mark: str) -> ui.Modal | None:
        """Return the form that waits behind a button of this person; what it sends carries *mark*."""
        waiting = self._waiting.get((account, ticket.mark))
        if waiting is None:
            return None
        return modal_of(waiting.form, waiting.words, waiting.answers, mark)

    def opening(self, account: str, form: Form, words: Words, mark: str) -> ui.Modal | tuple[Part, ...]:
        """Return a form; where it says more than fits, say that first, with a button that opens it."""
        if fits_into_modal(form, words):
            return modal_of(form, words, mark=mark)
        shorter = replace(form, intro=())
        button = self._button(account, Phrase("platform-go-on-choice"), _Waiting(shorter, words, None))
        return pack([*(draw_phrase(phrase, words) for phrase in form.intro), (button,)])

    def giving_back(self, account: str, reply: RejectForm, words: Words) -> tuple[Part, ...]:
        """Say what is wrong in a form, give back what was typed, and offer to go on with it."""
        waiting = _Waiting(replace(reply.form, intro=()), words, reply.answers)
        button = self._button(account, Phrase("platform-try-again-choice"), waiting)
        blocks: list[Block] = [draw_phrase(phrase, words) for phrase in _given_back(reply)]
        return pack([*blocks, (button,)])

    def _button(self, account: str, label: Phrase, waiting: _Waiting) -> Button:
        mark = WAITS + secrets.token_urlsafe(6)
        self._waiting[account, mark] = waiting
        if len(self._waiting) > REMEMBERED:
            del self._waiting[next(iter(self._waiting))]
        said = waiting.words.plain(label)[:CHOICE_LENGTH]
        return Button(said, replace(waiting.form.ticket, mark=mark))


def _given_back(reply: RejectForm) -> Iterator[Phrase]:
    labels = {field.id: field.label for field in reply.form.fields}
    yield Phrase("platform-form-back")
    for id, problem in reply.problems.items():
        values: dict[str, Value] = {"problem": problem, "field": labels.get(id, reply.form.title)}
        yield Phrase("platform-form-problem", values)
    for field in reply.form.fields:
        typed = reply.answers.get(field.id, "")
        if typed.strip() and field.kind in {FieldKind.LINE, FieldKind.PARAGRAPH}:
            yield Phrase("platform-form-answer", {"field": field.label, "text": typed})

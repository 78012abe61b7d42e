"""A form asked field by field: each line that is typed answers the field that was asked last."""

import re
from collections.abc import Mapping

from adapters.terminal.render import draw_phrase, harmless
from bot.dialogue.tickets import Ticket
from bot.speech.messages import Field, FieldKind, Form
from bot.speech.phrasebook import Words
from bot.words import Phrase

END = "."
"""Stands alone on the line after a text of several lines."""
NONE = "0"

_PARTED = re.compile(r"[\s,]+")


class Filling:
    """One person's way through one form."""

    def __init__(
        self,
        form: Form,
        words: Words,
        problems: Mapping[str, Phrase] | None = None,
        answers: Mapping[str, str] | None = None,
    ) -> None:
        self._form = form
        self._words = words
        self._problems = problems or {}
        self.answers = dict(form.values if answers is None else answers)
        asked = [field for field in form.fields if not self._problems or field.id in self._problems]
        self._left = asked or list(form.fields)
        self._lines: list[str] = []

    @property
    def ticket(self) -> Ticket:
        """What the form asks for."""
        return self._form.ticket

    @property
    def is_done(self) -> bool:
        """Whether everything has been asked."""
        return not self._left

    @property
    def field(self) -> Field:
        """What is asked now."""
        return self._left[0]

    def opening(self) -> str:
        """Write what stands above the fields: what it is about, or what is wrong with the whole of it."""
        known = {field.id for field in self._form.fields}
        wrong = [f"! {draw_phrase(p, self._words)}" for id, p in self._problems.items() if id not in known]
        intro = [draw_phrase(phrase, self._words) for phrase in self._form.intro]
        title = f"= {harmless(self._words.plain(self._form.title))} ="
        return "\n".join([title, *(wrong if self._problems else intro)])

    def question(self) -> str:
        """Write what is asked now: the problem there was, the label, the hint, the options, what is there."""
        field = self.field
        lines = [f"{harmless(self._words.plain(field.label))}{'' if field.is_required else ' (optional)'}:"]
        if problem := self._problems.get(field.id):
            lines.insert(0, f"! {draw_phrase(problem, self._words)}")
        if field.hint:
            lines.append(f"  {draw_phrase(field.hint, self._words)}")
        lines += [self._option(field, place) for place in range(len(field.options))]
        return "\n".join([*lines, f"  {self._how(field)}"])

    def hear(self, line: str) -> None:
        """Take one line as the answer to the field that was asked, or as a part of it."""
        is_text = self.field.kind is FieldKind.PARAGRAPH
        if is_text and line != END and (line or self._lines):
            self._lines.append(line)
            return
        if is_text and line == END:
            self.answers[self.field.id] = "\n".join(self._lines)
        elif line:
            self.answers[self.field.id] = _picked(self.field, line) if self.field.options else line
        self._lines = []
        self._left = self._left[1:]

    def _option(self, field: Field, place: int) -> str:
        option = field.options[place]
        ticked = option.key in self.answers.get(field.id, "").split(",")
        return f"  {place + 1}. {harmless(self._words.plain(option.label))}{' (chosen)' if ticked else ''}"

    def _how(self, field: Field) -> str:
        now = self.answers.get(field.id, "")
        stays = "Enter alone leaves it as it is." if now else "Enter alone leaves it empty."
        match field.kind:
            case FieldKind.ONE_OF:
                return f"Type a number. {stays}"
            case FieldKind.ANY_OF:
                return f"Type numbers, or {NONE} for none. {stays}"
            case FieldKind.PARAGRAPH:
                shown = f"It says now:\n{harmless(now)}\n  " if now else ""
                return f"{shown}Type lines, then {END} alone on a line. {stays}"
            case _:
                return f"{f'It says now: {harmless(now)}. ' if now else ''}{stays}"


def _picked(field: Field, line: str) -> str:
    """Return the keys of the options that were named by number or by key."""
    known = {str(place): option.key for place, option in enumerate(field.options, 1)}
    known |= {option.key: option.key for option in field.options}
    return ",".join(known[typed] for typed in _PARTED.split(line.strip().lower()) if typed in known)

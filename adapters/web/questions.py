"""What was asked and answered in the room: an action that is sent again is answered again, and done once."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from adapters.scribe import Scribe
from adapters.web.render import Tree, draw_answer
from bot.engine import Engine
from bot.errors import Refusal
from bot.filing import WrittenFile
from bot.speech.effects import Answer, Say, SendFile
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted, TextWritten
from bot.speech.messages import Message

Key = TypeVar("Key")
Value = TypeVar("Value")
Event: TypeAlias = ChoicePicked | CommandGiven | FormSubmitted | TextWritten

REMEMBERED = 100
"""How many answers and orders for files are kept, while the bot runs, for a page that asks again."""


@dataclass(frozen=True, slots=True)
class _Ordered:
    order: SendFile
    event: Event


def _nothing() -> None:
    """Wake nobody."""


class Questions:
    """Asks the bot, and remembers its last answers for as long as it runs."""

    def __init__(self, scribe: Scribe, engine: Engine) -> None:
        self._scribe = scribe
        self._engine = engine
        self._asked: dict[tuple[str, str], asyncio.Task[Tree]] = {}
        self._files: dict[str, _Ordered] = {}
        self.wake: Callable[[], None] = _nothing

    async def answer(self, event: Event) -> Tree:
        """Return the answer as the page draws it; the same for the same event, also while it is worked on."""
        key = (event.account.id, str(event.id))
        task = self._asked.get(key)
        if task is None:
            task = asyncio.create_task(self._ask(event))
            _remember(self._asked, key, task)
        try:
            return await asyncio.shield(task)
        except Exception:  # what was not answered may be asked again
            self._asked.pop(key, None)
            raise

    async def file(self, key: str) -> WrittenFile | None:
        """Return the file that was ordered under this key, as it is now."""
        ordered = self._files.get(key)
        if ordered is None:
            return None
        try:
            return await self._scribe.write_file(ordered.order, ordered.event)
        except Refusal:
            return None

    def refused(self, id: str, refusal: Refusal) -> Tree:
        """Return a refusal that was found while listening, before the bot was asked."""
        answer = Answer(Say(Message(refusal.phrase)), self._engine.plain_words())
        return draw_answer(answer) | {"id": id}

    async def _ask(self, event: Event) -> Tree:
        answer = await self._scribe.handle(event)
        self.wake()
        file = ""
        if isinstance(answer.reply, SendFile):
            file = secrets.token_urlsafe(16)
            _remember(self._files, file, _Ordered(answer.reply, event))
        return draw_answer(answer, file) | {"id": event.id}


def _remember(known: dict[Key, Value], key: Key, value: Value) -> None:
    known[key] = value
    if len(known) > REMEMBERED:
        del known[next(iter(known))]

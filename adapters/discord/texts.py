"""Answers what somebody wrote: directly with everything, in a channel without any words of theirs."""

from collections.abc import Callable, Sequence

import discord

from adapters.discord.hearing import Hearing, tickets_answered
from adapters.discord.listen import read_message
from adapters.discord.messenger import NOBODY, nonce_of
from adapters.discord.render import Part, draw_message, marked, pack
from adapters.discord.trouble import Gate
from adapters.discord.views import view_of
from adapters.scribe import Scribe
from bot.engine import Engine
from bot.errors import Refusal
from bot.speech.effects import Answer, RejectForm, Say
from bot.speech.messages import Choice, Message
from bot.words import Phrase


class Texts:
    """Messages to the bot, until they are answered."""

    def __init__(self, scribe: Scribe, engine: Engine, gate: Gate, wake: Callable[[], None]) -> None:
        self._scribe = scribe
        self._engine = engine
        self._gate = gate
        self._wake = wake
        self._hearing = Hearing(scribe, engine)

    async def answer(self, message: discord.Message, bot: int) -> None:
        """Have a message kept, and say what became of it."""
        try:
            speaker = await self._hearing.of_message(message)
        except Refusal as refusal:
            parts = draw_message(Message(refusal.phrase), self._engine.plain_words())
            await self._send(message, parts, "")
            return
        heard = read_message(message.content, bot, tickets_answered(message), speaker)
        answer = await self._scribe.handle(heard)
        self._wake()
        parts = _privately(answer) if heard.is_direct else _openly(answer)
        await self._send(message, parts, speaker.mark)

    async def _send(self, message: discord.Message, parts: Sequence[Part], mark: str) -> None:
        """Say it under the message that is answered, once, also where this is tried again."""
        channel = message.channel
        with self._gate.translated():
            for number, part in enumerate(parts):
                name = f"answer.{message.id}.{number}"
                await channel.send(
                    view=view_of(marked(part, mark), name),
                    reference=message.to_reference(fail_if_not_exists=False),
                    mention_author=False,
                    nonce=nonce_of(name),
                    allowed_mentions=NOBODY,
                )


def _openly(answer: Answer) -> tuple[Part, ...]:
    """Return what everybody may read: that it is kept or why not, and never words of a member."""
    match answer.reply:
        case Say(message):
            return draw_message(Message(message.phrase, message.choices), answer.words)
        case RejectForm(form):
            privately = Choice(Phrase("platform-answer-privately-choice"), form.ticket)
            return draw_message(Message(Phrase("platform-not-kept-openly"), (privately,)), answer.words)
        case _:
            return ()


def _privately(answer: Answer) -> tuple[Part, ...]:
    match answer.reply:
        case Say(message):
            said = [part for each in (message, *answer.waiting) for part in draw_message(each, answer.words)]
            return pack([block for part in said for block in part.blocks])
        case RejectForm(form, problems):
            wrong = [draw_message(Message(problem), answer.words) for problem in problems.values()]
            again = Choice(Phrase("platform-try-again-choice"), form.ticket)
            back = draw_message(Message(Phrase("platform-form-back"), (again,)), answer.words)
            return pack([block for parts in (*wrong, back) for part in parts for block in part.blocks])
        case _:
            return ()

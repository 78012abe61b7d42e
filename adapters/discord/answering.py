"""Answers what somebody did: at once where the engine is quick, deferred where it is not."""

import asyncio
import io
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import assert_never

import discord
from discord import ui

from adapters.discord.forms import WaitingForms
from adapters.discord.listen import Heard, Speaker, read_interaction
from adapters.discord.messenger import NOBODY
from adapters.discord.render import Part, draw_message, marked, pack
from adapters.discord.trouble import ALREADY_ACKNOWLEDGED
from adapters.discord.views import view_of
from adapters.scribe import Scribe
from bot.engine import Engine
from bot.errors import Refusal
from bot.speech.effects import Answer, OpenForm, RejectForm, Say, SendFile, Silence
from bot.speech.events import ChoicePicked
from bot.speech.messages import Message

AT_LATEST = 1.5
"""Seconds within which the answer is given directly; Discord waits for three."""

log = logging.getLogger(__name__)


class Answering:
    """What arrives, until it is answered."""

    def __init__(self, scribe: Scribe, engine: Engine) -> None:
        self._scribe = scribe
        self._engine = engine
        self._forms = WaitingForms()
        self._under_way: set[asyncio.Task[object]] = set()
        self.wake: Callable[[], None] = _nothing

    async def finish(self) -> None:
        """Wait until what has arrived is answered."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def answer(self, interaction: discord.Interaction, speaker: Speaker) -> None:
        """Hear one interaction and answer it."""
        task = asyncio.ensure_future(self._answer(interaction, speaker))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        try:
            await task
        except Exception:
            log.exception("Interaction %s was not answered", interaction.id)

    async def _answer(self, interaction: discord.Interaction, speaker: Speaker) -> None:
        try:
            heard = read_interaction(interaction.type.value, interaction.data or {}, speaker)
        except Refusal as refusal:
            answer = Answer(Say(Message(refusal.phrase)), self._engine.plain_words())
            await self._give(interaction, answer, None)
            return
        waiting = (
            self._forms.find(speaker.account.id, heard.ticket) if isinstance(heard, ChoicePicked) else None
        )
        if waiting:
            await _respond(interaction.response.send_modal(waiting))
            return
        asked = asyncio.ensure_future(self._scribe.handle(heard))
        if not self._engine.may_open_form(heard):
            done, _ = await asyncio.wait({asked}, timeout=AT_LATEST)
            if not done:
                await _respond(interaction.response.defer(ephemeral=True, thinking=True))
        answer = await asked
        self.wake()
        await self._give(interaction, answer, heard)

    async def _give(self, interaction: discord.Interaction, answer: Answer, heard: Heard | None) -> None:
        account = str(interaction.user.id)
        match answer.reply:
            case Silence():
                if not interaction.response.is_done():
                    await _respond(interaction.response.defer())
            case OpenForm(form):
                await _open(interaction, self._forms.opening(account, form, answer.words))
            case RejectForm() as reply:
                await _send(interaction, self._forms.giving_back(account, reply, answer.words))
            case Say(message):
                said = [
                    part for each in (message, *answer.waiting) for part in draw_message(each, answer.words)
                ]
                await _send(interaction, pack([block for part in said for block in part.blocks]))
            case SendFile() as order:
                await self._hand_over(interaction, answer, order, heard)
            case _:
                assert_never(answer.reply)

    async def _hand_over(
        self, interaction: discord.Interaction, answer: Answer, order: SendFile, heard: Heard | None
    ) -> None:
        if heard is None:  # only an event of somebody can have ordered a file
            return
        if not interaction.response.is_done():
            await _respond(interaction.response.defer(ephemeral=True, thinking=True))
        written = await self._scribe.write_file(order, heard)
        body = await self._scribe.read(lambda: b"".join(written.pieces))
        file = discord.File(io.BytesIO(body), written.name)
        await _send(interaction, draw_message(order.message, answer.words), file)


async def _open(interaction: discord.Interaction, drawn: ui.Modal | tuple[Part, ...]) -> None:
    if isinstance(drawn, tuple):
        await _send(interaction, drawn)
    else:
        await _respond(interaction.response.send_modal(drawn))


async def _send(
    interaction: discord.Interaction, parts: Sequence[Part], file: discord.File | None = None
) -> None:
    """Say it privately, in as many messages as it takes; what is attached comes with the last."""
    for number, part in enumerate(parts):
        files = [file] if file and number == len(parts) - 1 else []
        view = view_of(marked(part), file=files[0].filename if files else "")
        if number:
            await interaction.followup.send(view=view, files=files, ephemeral=True, allowed_mentions=NOBODY)
        elif interaction.response.is_done():
            await interaction.edit_original_response(view=view, attachments=files, allowed_mentions=NOBODY)
        else:
            await _respond(
                interaction.response.send_message(
                    view=view, files=files, ephemeral=True, allowed_mentions=NOBODY
                )
            )


async def _respond(call: Awaitable[object]) -> None:
    """Make the first response; one that was made already, and whose answer was lost, counts as made."""
    try:
        await call
    except discord.HTTPException as error:
        if error.code != ALREADY_ACKNOWLEDGED:
            raise


def _nothing() -> None:
    """Wake nobody."""

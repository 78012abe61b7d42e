"""Answers what somebody did: at once where the engine is quick, put off where it is not."""

import asyncio
import io
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import assert_never

import discord
from discord import app_commands, ui

from adapters.discord.forms import WaitingForms
from adapters.discord.hearing import Hearing
from adapters.discord.listen import AUTOCOMPLETE, Heard, Speaker, offered, read_interaction
from adapters.discord.messenger import NOBODY
from adapters.discord.render import Part, draw_message, marked, pack, shortened
from adapters.discord.trouble import ALREADY_ACKNOWLEDGED, Gate
from adapters.discord.views import OPTION_LENGTH, view_of
from adapters.scribe import Scribe
from bot.engine import Engine
from bot.errors import Refusal
from bot.speech.effects import Answer, OpenForm, RejectForm, Say, SendFile, Silence
from bot.speech.events import ChoicePicked
from bot.speech.messages import Message
from bot.words import Phrase

AT_LATEST = 1.5
"""Seconds within which the answer is given directly; Discord waits for three."""

log = logging.getLogger(__name__)


class Answering:
    """What somebody did, until it is answered."""

    def __init__(self, scribe: Scribe, engine: Engine, gate: Gate, wake: Callable[[], None]) -> None:
        self._scribe = scribe
        self._engine = engine
        self._gate = gate
        self._wake = wake
        self._hearing = Hearing(scribe, engine)
        self._forms = WaitingForms()

    async def answer(self, interaction: discord.Interaction) -> None:
        """Answer one interaction; whatever it was, nothing about it is remembered here."""
        if interaction.type.value == AUTOCOMPLETE:
            await self._offer(interaction)
            return
        speaker: Speaker | None = None
        try:
            speaker = await self._hearing.of_interaction(interaction)
            heard = read_interaction(interaction.type.value, interaction.data or {}, speaker)
        except Refusal as refusal:
            answer = Answer(Say(Message(refusal.phrase)), self._engine.plain_words())
            await self._say(interaction, answer, Message(refusal.phrase), speaker.mark if speaker else "")
            return
        await self._answer(interaction, heard, speaker)

    async def _answer(self, interaction: discord.Interaction, heard: Heard, speaker: Speaker) -> None:
        account = speaker.account.id
        if isinstance(heard, ChoicePicked) and (
            waiting := self._forms.find(account, heard.ticket, speaker.mark)
        ):
            await _respond(interaction.response.send_modal(waiting))
            return
        asked = asyncio.ensure_future(self._scribe.handle(heard))
        if not self._engine.may_open_form(heard):
            done, _ = await asyncio.wait({asked}, timeout=AT_LATEST)
            if not done:
                await _respond(interaction.response.defer(ephemeral=True, thinking=True))
        answer = await asked
        self._wake()
        await self._give(interaction, answer, heard, speaker)

    async def _give(
        self, interaction: discord.Interaction, answer: Answer, heard: Heard, speaker: Speaker
    ) -> None:
        mark, account = speaker.mark, speaker.account.id
        match answer.reply:
            case Silence():
                if not interaction.response.is_done():
                    await _respond(interaction.response.defer())
            case OpenForm(form):
                await _open(interaction, self._forms.opening(account, form, answer.words, mark), mark)
            case RejectForm() as reply:
                await _send(interaction, self._forms.giving_back(account, reply, answer.words), mark)
            case Say(message):
                await self._say(interaction, answer, message, mark)
            case SendFile() as order:
                await self._hand_over(interaction, answer, order, heard)
            case _:
                assert_never(answer.reply)

    async def _say(
        self, interaction: discord.Interaction, answer: Answer, message: Message, mark: str
    ) -> None:
        said = [part for each in (message, *answer.waiting) for part in draw_message(each, answer.words)]
        await _send(interaction, pack([block for part in said for block in part.blocks]), mark)

    async def _hand_over(
        self, interaction: discord.Interaction, answer: Answer, order: SendFile, heard: Heard
    ) -> None:
        if not interaction.response.is_done():
            await _respond(interaction.response.defer(ephemeral=True, thinking=True))
        written = await self._scribe.write_file(order, heard)
        body = await self._scribe.read(lambda: b"".join(written.pieces))
        if len(body) > interaction.filesize_limit:
            await self._say(interaction, answer, Message(Phrase("platform-file-too-large")), "")
            return
        file = discord.File(io.BytesIO(body), written.name)
        await _send(interaction, draw_message(order.message, answer.words), "", file)

    async def _offer(self, interaction: discord.Interaction) -> None:
        """Offer how an option could go on; where nothing fits, nothing is offered."""
        choices = offered(interaction.data or {}, dict(self._engine.prompts()))
        shown = [
            app_commands.Choice(name=shortened(name, OPTION_LENGTH), value=value) for name, value in choices
        ]
        await _respond(interaction.response.autocomplete(shown))


async def _open(interaction: discord.Interaction, drawn: ui.Modal | tuple[Part, ...], mark: str) -> None:
    if isinstance(drawn, tuple):
        await _send(interaction, drawn, mark)
    else:
        await _respond(interaction.response.send_modal(drawn))


async def _send(
    interaction: discord.Interaction, parts: Sequence[Part], mark: str, file: discord.File | None = None
) -> None:
    """Say it privately, in as many messages as it takes; what is attached comes with the last."""
    for number, part in enumerate(parts):
        files = [file] if file and number == len(parts) - 1 else []
        view = view_of(marked(part, mark), file=files[0].filename if files else "")
        if number:
            await interaction.followup.send(view=view, files=files, ephemeral=True, allowed_mentions=NOBODY)
        elif interaction.response.is_done():
            await interaction.edit_original_response(view=view, attachments=files, allowed_mentions=NOBODY)
        else:
            said = interaction.response.send_message(
                view=view, files=files, ephemeral=True, allowed_mentions=NOBODY
            )
            await _respond(said)


async def _respond(call: Awaitable[object]) -> None:
    """Make the first response; one that was made already, and whose answer was lost, counts as made."""
    try:
        await call
    except discord.HTTPException as error:
        if error.code != ALREADY_ACKNOWLEDGED:
            raise

"""Answers what somebody did: at once where the engine is quick, put off where it is not."""

import asyncio
import io
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, assert_never

import aiohttp
import discord
from discord import app_commands

from adapters.discord.forms import WaitingForms
from adapters.discord.hearing import Hearing
from adapters.discord.listen import AUTOCOMPLETE, Heard, Speaker, offered, read_interaction
from adapters.discord.manifest import PERMISSIONS
from adapters.discord.messenger import NOBODY
from adapters.discord.render import Part, draw_message, marked, pack, shortened
from adapters.discord.trouble import ALREADY_ACKNOWLEDGED, Gate
from adapters.discord.views import OPTION_LENGTH, view_of
from adapters.scribe import Scribe
from bot.dialogue.tickets import Action
from bot.engine import Engine
from bot.errors import Refusal
from bot.speech.effects import Answer, OpenForm, RejectForm, Say, SendFile, Silence
from bot.speech.events import ChoicePicked
from bot.speech.messages import Message
from bot.words import Phrase

AT_LATEST = 1.5
"""Seconds within which the answer is given directly; Discord waits for three."""
REMEMBERED = 500
"""How many people something is still to be told to, while the bot runs."""
_AGAIN = Message(Phrase("platform-untold"))

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
        self._untold: dict[tuple[str, str], tuple[Part, ...]] = {}
        """What could not be said to somebody, by server and account, until they do something there again."""

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
            await self._reach(interaction.response.send_modal(waiting))
            return
        if lacking := _lacking(interaction, heard):
            words = self._engine.plain_words()
            told = draw_message(Message(Phrase("platform-rights-missing", {"rights": lacking})), words)
            await self._send(interaction, told, speaker.mark)
            return
        asked = asyncio.ensure_future(self._scribe.handle(heard))
        if not self._engine.may_open_form(heard):
            done, _ = await asyncio.wait({asked}, timeout=AT_LATEST)
            if not done:
                await self._reach(interaction.response.defer(ephemeral=True, thinking=True))
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
                    await self._reach(interaction.response.defer())
            case OpenForm(form):
                opened = self._forms.opening(account, form, answer.words, mark)
                if isinstance(opened, tuple):
                    await self._send(interaction, opened, mark)
                else:
                    await self._reach(interaction.response.send_modal(opened))
            case RejectForm() as reply:
                await self._send(interaction, self._forms.giving_back(account, reply, answer.words), mark)
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
        await self._send(interaction, pack([block for part in said for block in part.blocks]), mark)

    async def _hand_over(
        self, interaction: discord.Interaction, answer: Answer, order: SendFile, heard: Heard
    ) -> None:
        if not interaction.response.is_done():
            await self._reach(interaction.response.defer(ephemeral=True, thinking=True))
        written = await self._scribe.write_file(order, heard)
        body = await self._scribe.read(lambda: b"".join(written.pieces))
        if len(body) > interaction.filesize_limit:
            await self._say(interaction, answer, Message(Phrase("platform-file-too-large")), "")
            return
        file = discord.File(io.BytesIO(body), written.name)
        await self._send(interaction, draw_message(order.message, answer.words), "", file)

    async def _offer(self, interaction: discord.Interaction) -> None:
        """Offer how an option could go on; where nothing fits, nothing is offered."""
        choices = offered(interaction.data or {}, dict(self._engine.prompts()))
        shown = [
            app_commands.Choice(name=shortened(name, OPTION_LENGTH), value=value) for name, value in choices
        ]
        await self._reach(interaction.response.autocomplete(shown))

    async def _send(
        self,
        interaction: discord.Interaction,
        parts: Sequence[Part],
        mark: str,
        file: discord.File | None = None,
    ) -> None:
        """Say it privately, with what could not be said before; what cannot be said now is said then."""
        # By server as well: what was said in one group is told in no other, not even to the same person.
        somebody = str(interaction.guild_id or ""), str(interaction.user.id)
        earlier = self._untold.pop(somebody, ())
        said = pack([block for part in (*parts, *earlier) for block in part.blocks])
        if not await self._reach(_send(interaction, said, mark, file)):
            again = () if earlier else draw_message(_AGAIN, self._engine.plain_words())
            self._untold[somebody] = (*again, *earlier, *parts)
            if len(self._untold) > REMEMBERED:
                del self._untold[next(iter(self._untold))]

    async def _reach(self, call: Coroutine[Any, Any, object]) -> bool:
        """Call Discord where it may be called, and tell whether somebody was reached."""
        if self._gate.rest:
            call.close()
            return False
        try:
            await call
        except discord.HTTPException as error:
            self._gate.heed(error)
            log.warning("An answer was not taken: %s (%s)", error.status, error.code)
            return error.code == ALREADY_ACKNOWLEDGED  # it was taken, and Discord's answer to us was lost
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            log.warning("It is not known whether an answer was taken: %s", type(error).__name__)
            return False
        return True


def _lacking(interaction: discord.Interaction, heard: Heard) -> str:
    """Return the rights without which a dialogue cannot be held in this channel, where one is to begin."""
    if heard.ticket.action is not Action.START or not interaction.guild_id:
        return ""
    held = interaction.app_permissions.value
    return ", ".join(name for name, bit in PERMISSIONS.items() if not held & bit)


async def _send(
    interaction: discord.Interaction, parts: Sequence[Part], mark: str, file: discord.File | None
) -> None:
    """Say it in as many messages as it takes; what is attached comes with the last."""
    for number, part in enumerate(parts):
        files = [file] if file and number == len(parts) - 1 else []
        view = view_of(marked(part, mark), file=files[0].filename if files else "")
        if number:
            await interaction.followup.send(view=view, files=files, ephemeral=True, allowed_mentions=NOBODY)
        elif interaction.response.is_done():
            await interaction.edit_original_response(view=view, attachments=files, allowed_mentions=NOBODY)
        else:
            await interaction.response.send_message(
                view=view, files=files, ephemeral=True, allowed_mentions=NOBODY
            )

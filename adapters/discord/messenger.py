"""The way out on Discord: posts in one message a part, found again by their delivery id, edited in place."""

import base64
import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import discord

from adapters.courier import Note
from adapters.discord.hearing import items_of
from adapters.discord.render import Part, draw_message, marked
from adapters.discord.trouble import UNKNOWN_MESSAGE, Gate
from adapters.discord.views import number_of, view_of
from adapters.pacer import Pace
from bot.dialogue.places import DIRECT, Place
from bot.dialogue.tickets import Ticket
from bot.errors import DeliveryFailed, NotFound
from bot.ports import Delivery
from bot.speech.effects import Ready

A_SECOND = 48
"""Discord takes 50 calls a second of one bot; answers to people need none of these."""
LOOKED_THROUGH = 100
"""How many messages back a post is looked for whose fate is not known."""
BLIND = timedelta(minutes=15)
"""So long a post waits for a look into the channel before it is sent without one (P3)."""
NONCE_BYTES = 18
"""24 signs in base 64; Discord takes 25."""
NOBODY = discord.AllowedMentions.none()


class DiscordMessenger:
    """Puts posts into channels, threads and direct messages."""

    pace = Pace(in_all=1 / A_SECOND)

    def __init__(self, client: Callable[[], discord.Client], gate: Gate) -> None:
        """Write through whatever *client* is connected at the moment."""
        self._client = client
        self._gate = gate

    async def deliver(self, delivery: Delivery, ready: Ready, note: Note) -> tuple[str, ...]:
        """Send what does not stand yet, edit what stands, and take away what is left over."""
        parts = draw_message(ready.message, ready.words)
        remotes = delivery.remotes
        with self._gate.translated():
            channel = await self._channel(delivery.place)
            for number, part in enumerate(parts):
                drawn = marked(part, mark_of(delivery, number))
                if number < len(remotes):
                    await self._edit(channel, remotes[number], drawn, delivery.part(number))
                    continue
                if number:
                    await note(remotes)
                remotes = (*remotes, await self._send(channel, drawn, delivery, number))
            for left_over in remotes[len(parts) :]:
                await self._delete(channel, left_over)
        return remotes[: len(parts)]

    async def take_down(self, delivery: Delivery) -> None:
        """Remove every part that stands."""
        with self._gate.translated():
            channel = await self._channel(delivery.place)
            remotes = delivery.remotes
            if delivery.unsure_since and (found := await self._find(channel, delivery.part(len(remotes)))):
                remotes = (*remotes, found)
            for remote in remotes:
                await self._delete(channel, remote)

    async def _channel(self, place: Place) -> discord.PartialMessageable | discord.DMChannel:
        if place.is_direct:
            return await self._client().create_dm(discord.Object(int(place.account_id)))
        return self._client().get_partial_messageable(
            int(place.channel.rpartition("/")[2]), guild_id=int(place.community.id)
        )

    async def _send(
        self,
        channel: discord.PartialMessageable | discord.DMChannel,
        part: Part,
        delivery: Delivery,
        number: int,
    ) -> str:
        name = delivery.part(number)
        if delivery.unsure_since and (found := await self._look(channel, name, delivery.unsure_since)):
            await self._edit(channel, found, part, name)
            return found
        sent = await channel.send(
            view=view_of(part, name, is_framed=True), nonce=nonce_of(name), allowed_mentions=NOBODY
        )
        return str(sent.id)

    async def _look(
        self, channel: discord.PartialMessageable | discord.DMChannel, name: str, since: datetime
    ) -> str | None:
        """Look for a part whose fate is not known; where nobody may look, wait, and at last do without."""
        try:
            return await self._find(channel, name)
        except discord.Forbidden as error:
            if datetime.now(UTC) - since < BLIND:
                raise DeliveryFailed("it may stand, and the channel cannot be read") from error
            return None

    async def _find(self, channel: discord.PartialMessageable | discord.DMChannel, name: str) -> str | None:
        me = self._client().user
        async for message in channel.history(limit=LOOKED_THROUGH):
            if me and message.author.id == me.id and is_called(message, name):
                return str(message.id)
        return None

    async def _edit(
        self, channel: discord.PartialMessageable | discord.DMChannel, remote: str, part: Part, name: str
    ) -> None:
        """Draw a part anew; one that somebody deleted stays away."""
        message = channel.get_partial_message(int(remote))
        try:
            await message.edit(view=view_of(part, name, is_framed=True), allowed_mentions=NOBODY)
        except discord.NotFound as error:
            if error.code != UNKNOWN_MESSAGE:
                raise

    async def _delete(self, channel: discord.PartialMessageable | discord.DMChannel, remote: str) -> None:
        try:
            await channel.get_partial_message(int(remote)).delete()
        except discord.NotFound as error:
            if error.code != UNKNOWN_MESSAGE:
                raise


def mark_of(delivery: Delivery, number: int) -> str:
    """Return what tickets of a part carry: its delivery id, or, where one person reads, the server."""
    place = delivery.place
    return f"{DIRECT}{place.community.id}" if place.is_direct else delivery.part(number)


def nonce_of(name: str) -> str:
    """Return what Discord knows a part by for some minutes: the same for the same delivery id."""
    digest = hashlib.blake2b(name.encode(), digest_size=NONCE_BYTES).digest()
    return base64.urlsafe_b64encode(digest).decode()


def is_called(message: discord.Message, name: str) -> bool:
    """Whether a message of ours is the part with this delivery id."""
    number = number_of(name)
    return any(getattr(item, "id", 0) == number or _mark_of(item) == name for item in items_of(message))


def _mark_of(item: discord.Component) -> str:
    try:
        return Ticket.read(getattr(item, "custom_id", None) or "").mark.partition("~")[0]
    except NotFound:
        return ""

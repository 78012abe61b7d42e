"""Who spoke, and where: from what the library tells to a speaker of ours."""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import cast

import discord

from adapters.discord.listen import PLATFORM, Data, Speaker, community_in, may_manage
from adapters.scribe import Scribe
from bot.dialogue.places import DIRECT, Account, Community, Place
from bot.engine import Engine
from bot.errors import Refusal
from bot.identifiers import EventId, Seed
from bot.words import Phrase


class Hearing:
    """Finds out who speaks; in direct messages also to which server it belongs."""

    def __init__(self, scribe: Scribe, engine: Engine) -> None:
        self._scribe = scribe
        self._engine = engine

    async def of_interaction(self, interaction: discord.Interaction) -> Speaker:
        """
        Return who did something, and where.

        Raises:
            Refusal: It is not known to which server it belongs.
        """
        user, data = interaction.user, cast("Data", interaction.data or {})
        named = str(data.get("custom_id") or "")
        place = await self._place(interaction.guild_id, interaction.channel, user.id, (named,))
        permissions = interaction.permissions.value if interaction.guild_id else 0
        return _speaker(interaction.id, user, place, may_manage=may_manage(permissions))

    async def of_message(self, message: discord.Message) -> Speaker:
        """
        Return who wrote a message, and where.

        Raises:
            Refusal: It is not known to which server it belongs.
        """
        guild = message.guild.id if message.guild else None
        channel: object = message.channel
        if message.guild and isinstance(channel, discord.PartialMessageable):
            channel = await message.guild.fetch_channel(channel.id)  # a thread that is not remembered
        place = await self._place(guild, channel, message.author.id, tuple(tickets_answered(message)))
        return _speaker(message.id, message.author, place)

    async def _place(
        self, guild: int | None, channel: object, person: int, tickets: tuple[str, ...]
    ) -> Place:
        if guild:
            return Place(Community(PLATFORM, str(guild)), channel_name(channel))
        named = next(filter(None, map(community_in, tickets)), "")
        if named:
            return Place(Community(PLATFORM, named), f"{DIRECT}{person}")
        known = await self._scribe.read(lambda: self._engine.communities_of(PLATFORM, str(person)))
        if len(known) == 1:
            return Place(known[0], f"{DIRECT}{person}")
        raise Refusal(Phrase("platform-which-server" if known else "platform-no-server"))


def channel_name(channel: object) -> str:
    """Return how we name a channel: a thread stands behind its channel, a post of a forum for itself."""
    id, parent = str(getattr(channel, "id", "")), getattr(channel, "parent_id", None)
    is_in_forum = isinstance(getattr(channel, "parent", None), discord.ForumChannel)
    return f"{parent}/{id}" if parent and isinstance(channel, discord.Thread) and not is_in_forum else id


def tickets_answered(message: discord.Message) -> Iterator[str]:
    """Return the tickets of the post of ours that a message answers."""
    answered = message.reference.resolved if message.reference else None
    if isinstance(answered, discord.Message):
        yield from tickets_in(answered)


def tickets_in(message: discord.Message) -> Iterator[str]:
    """Return the tickets of a message."""
    yield from filter(None, (getattr(item, "custom_id", None) for item in items_of(message)))


def items_of(message: discord.Message) -> list[discord.Component]:
    """Return every component of a message, also those inside others, in order."""
    found: list[discord.Component] = []
    left: list[discord.Component] = list(message.components)
    while left:
        item = left.pop(0)
        found.append(item)
        left[:0] = getattr(item, "children", ())
    return found


def _speaker(
    id: int, user: discord.User | discord.Member, place: Place, *, may_manage: bool = False
) -> Speaker:
    return Speaker(
        id=EventId(str(id)),
        at=datetime.now(UTC),
        seed=Seed(secrets.token_bytes(32)),
        account=Account(
            community=place.community, id=str(user.id), name=user.display_name, may_manage=may_manage
        ),
        place=place,
    )

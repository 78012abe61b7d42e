"""The library's client, set up to keep nothing in memory and to hand on whatever it hears."""

import asyncio
import logging
import sys
from typing import Protocol

import discord

from adapters.discord.manifest import Payload, fingerprint
from adapters.discord.messenger import NOBODY
from adapters.discord.notebook import Notebook
from adapters.discord.trouble import UNAUTHORIZED

LONGEST_SLEEP = 30.0
"""Seconds that the library may wait by itself where Discord says "slower"; longer waits are the courier's."""
BETWEEN_CONNECTS = 5.0
"""Discord takes one IDENTIFY in five seconds."""

log = logging.getLogger(__name__)


class Ear(Protocol):
    """Who is told what was heard."""

    async def hear(self, interaction: discord.Interaction) -> None:
        """Hear a command, a button, a form, or what is being typed."""
        ...

    async def hear_message(self, message: discord.Message) -> None:
        """Hear a message; not all are meant for the bot."""
        ...

    async def hear_ready(self) -> None:
        """Hear that people can be heard now; it may come again."""
        ...

    async def hear_deleted(self, message: int) -> None:
        """Hear that a message was deleted, whoever wrote it."""
        ...

    async def hear_edited(self, message: discord.Message) -> None:
        """Hear that a message was edited; not all can be read."""
        ...

    async def hear_added(self, guild: discord.Guild) -> None:
        """Hear that the bot was brought to a server."""
        ...

    async def hear_removed(self, guild: discord.Guild) -> None:
        """Hear that the bot was removed from a server."""
        ...

    async def hear_gone(self, guild: int, channel: str) -> None:
        """Hear that a channel or a thread is gone."""
        ...


class Client(discord.Client):
    """One connection; a new one is made for each try."""

    def __init__(self, ear: Ear, notebook: Notebook, commands: list[Payload], patience: float) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=NOBODY,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=LONGEST_SLEEP,
            guild_ready_timeout=patience,
        )
        self._ear = ear
        self._notebook = notebook
        self._commands = commands

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002 - the library's
        """Spend one connection of the day, noted on the disk before; wait when there is none left."""
        if not initial:
            await asyncio.sleep(BETWEEN_CONNECTS)
        while wait := self._notebook.connect():
            log.critical(
                "Discord was connected to too often today; the next try is in %d minutes.", wait / 60
            )
            await asyncio.sleep(wait)

    async def setup_hook(self) -> None:
        """Make the commands known, once a start and only where they have changed."""
        seen = fingerprint([*self._commands, {"application": self.application_id}])
        if self.application_id is None or seen == self._notebook.commands:
            return
        try:
            await self.http.bulk_upsert_global_commands(self.application_id, self._commands)
        except discord.HTTPException as error:
            if error.status == UNAUTHORIZED:
                raise
            log.error("Discord did not take the commands (%s); those from before stand.", error.code)  # noqa: TRY400 - its text quotes what was sent
            return
        self._notebook.commands = seen

    async def on_ready(self) -> None:
        """Hand it on."""
        await self._ear.hear_ready()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hand it on: the only way in for whatever somebody does."""
        await self._ear.hear(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Hand it on."""
        await self._ear.hear_message(message)

    async def on_raw_message_delete(self, deleted: discord.RawMessageDeleteEvent) -> None:
        """Hand it on."""
        await self._ear.hear_deleted(deleted.message_id)

    async def on_raw_bulk_message_delete(self, deleted: discord.RawBulkMessageDeleteEvent) -> None:
        """Hand it on."""
        for message in sorted(deleted.message_ids):
            await self._ear.hear_deleted(message)

    async def on_raw_message_edit(self, edited: discord.RawMessageUpdateEvent) -> None:
        """Hand it on."""
        await self._ear.hear_edited(edited.message)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Hand it on."""
        await self._ear.hear_added(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Hand it on."""
        await self._ear.hear_removed(guild)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Hand it on."""
        await self._ear.hear_gone(channel.guild.id, str(channel.id))

    async def on_raw_thread_delete(self, thread: discord.RawThreadDeleteEvent) -> None:
        """Hand it on."""
        await self._ear.hear_gone(thread.guild_id, f"{thread.parent_id}/{thread.thread_id}")

    async def on_error(self, event_method: str, /, *_args: object, **_values: object) -> None:
        """Say where something broke, and nothing of what it was about."""
        kind = type(sys.exc_info()[1]).__name__
        log.error("Discord told of %s, and it could not be heard: %s", event_method, kind)

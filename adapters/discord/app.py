"""The bot on Discord: one way in for everything that arrives, and a connection that is kept up."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime

import discord

from adapters.courier import Messenger
from adapters.discord.answering import Answering
from adapters.discord.listen import PLATFORM, Speaker, may_manage
from adapters.discord.manifest import commands
from adapters.discord.messenger import NOBODY, DiscordMessenger
from adapters.discord.trouble import Gate
from adapters.scribe import Scribe
from bot.dialogue.places import Account, Community, Place
from bot.engine import Engine
from bot.identifiers import EventId, Seed
from bot.settings import Settings, SettingsProblem

FIRST_WAIT, LONGEST_WAIT = 1.0, 300.0
"""Seconds between two tries to connect."""
PATIENCE = 15.0
"""Seconds the start waits for the connection before it goes on without."""
BAD_TOKEN = 4004
"""How the gateway closes where it does not know the token."""
NOT_KNOWN = "DISCORD_TOKEN: Discord does not know this token. Make a new one in the developer portal."
NO_INTENT = "DISCORD_TOKEN: Discord does not grant this bot what it asks for. Is it the right application?"

log = logging.getLogger(__name__)


class DiscordPart:
    """The bot on Discord, as long as it runs."""

    platform = PLATFORM

    def __init__(
        self, scribe: Scribe, engine: Engine, settings: Settings, guild_ready_timeout: float = 2.0
    ) -> None:
        self._token = settings.discord_token.get_secret_value()
        self._patience = guild_ready_timeout
        self._answering = Answering(scribe, engine)
        self._gate = Gate()
        self._client: _Client | None = None
        self._running: asyncio.Task[None] | None = None
        self._problem = ""
        self.ready = asyncio.Event()
        self.messenger: Messenger = DiscordMessenger(self._connected, self._gate)

    async def start(self, wake: Callable[[], None], say: Callable[[str], None]) -> None:
        """
        Connect, and stay connected.

        Raises:
            SettingsProblem: Discord does not take the token.
        """
        self._answering.wake = wake
        self._running = asyncio.create_task(self._run(say))
        ready = asyncio.create_task(self.ready.wait())
        await asyncio.wait({ready, self._running}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if self._problem:
            raise SettingsProblem((self._problem,))

    async def stop(self) -> None:
        """Leave Discord, once what is being answered has been."""
        await self._answering.finish()
        if self._running:
            self._running.cancel()
            await asyncio.wait([self._running])
        if self._client:
            await self._client.close()

    async def settle(self) -> None:
        """Wait until everything that has arrived is answered."""
        await self._answering.finish()

    def _connected(self) -> discord.Client:
        if self._client is None or self._client.is_closed() or not self._client.http.token:
            raise ConnectionError
        return self._client

    async def _run(self, say: Callable[[str], None]) -> None:
        """Connect again and again, until somebody says stop or it is of no use."""
        wait = FIRST_WAIT
        while not self._problem:
            self._client = _Client(self._hear, self.ready, self._patience)
            try:
                await self._client.start(self._token)
            except discord.LoginFailure:
                self._problem = NOT_KNOWN
            except discord.PrivilegedIntentsRequired:
                self._problem = NO_INTENT
            except discord.ConnectionClosed as error:
                self._problem = NOT_KNOWN if error.code == BAD_TOKEN else ""
            except Exception as error:  # noqa: BLE001 - whatever it was, the next try is the same
                log.warning("The connection to Discord failed: %s", type(error).__name__)
            with suppress(Exception):
                await self._client.close()
            if not self._problem:
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
        log.critical("%s", self._problem)
        say(self._problem)

    async def _hear(self, interaction: discord.Interaction) -> None:
        await self._answering.answer(interaction, speaker_of(interaction))


class _Client(discord.Client):
    """The library's client, which hands on everything it hears."""

    def __init__(
        self,
        hear: Callable[[discord.Interaction], Awaitable[None]],
        ready: asyncio.Event,
        guild_ready_timeout: float,
    ) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=NOBODY,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=30.0,
            guild_ready_timeout=guild_ready_timeout,
        )
        self._hear = hear
        self._is_ready = ready

    async def setup_hook(self) -> None:
        """Make the commands known, once a start."""
        if self.application_id:
            await self.http.bulk_upsert_global_commands(self.application_id, commands())

    async def on_ready(self) -> None:
        """Say that people are heard; it comes again after a longer break."""
        self._is_ready.set()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hear whatever somebody did: the only way in."""
        await self._hear(interaction)


def speaker_of(interaction: discord.Interaction) -> Speaker:
    """Return who did it, and where."""
    community = Community(PLATFORM, str(interaction.guild_id or ""))
    channel = interaction.channel
    parent = getattr(channel, "parent_id", None)
    name = f"{parent}/{channel.id}" if parent and channel else str(channel.id if channel else "")
    return Speaker(
        id=EventId(str(interaction.id)),
        at=datetime.now(UTC),
        seed=Seed(secrets.token_bytes(32)),
        account=Account(
            community=community,
            id=str(interaction.user.id),
            name=interaction.user.display_name,
            may_manage=may_manage(interaction.permissions.value),
        ),
        place=Place(community, name),
    )

"""The bot on Discord: everything that arrives is handed to whoever answers it; the connection is kept up."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from random import uniform

import discord

from adapters.courier import Messenger
from adapters.discord.answering import Answering
from adapters.discord.client import Client
from adapters.discord.greeting import NOT_KNOWN, greet, servers_of
from adapters.discord.listen import PLATFORM, bare_text
from adapters.discord.manifest import commands
from adapters.discord.messenger import DiscordMessenger
from adapters.discord.notebook import FILE_NAME, Notebook
from adapters.discord.texts import Texts
from adapters.discord.trouble import Gate
from adapters.newsroom import Newsroom
from adapters.scribe import Scribe
from bot.dialogue.places import Community
from bot.engine import Engine
from bot.errors import DeliveryFailed
from bot.settings import Settings, SettingsProblem

FIRST_WAIT, LONGEST_WAIT = 1.0, 300.0
"""Seconds between two tries to connect."""
PATIENCE = 15.0
"""Seconds the start waits for the connection before it goes on without."""
STOPPING = 5.0
"""Seconds that what is being answered gets when the bot stops."""
BAD_TOKEN = 4004
"""How the gateway closes where it does not know the token."""
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
        self._gate = Gate()
        self._notebook = Notebook(settings.data_dir / FILE_NAME)
        self._commands = commands(engine.phrasebook)
        self._answering = Answering(scribe, engine, self._gate, self._wake_up)
        self._texts = Texts(scribe, engine, self._gate, self._wake_up)
        self._news = Newsroom(scribe, engine)
        self._under_way: set[asyncio.Task[None]] = set()
        self._client: Client | None = None
        self._running: asyncio.Task[None] | None = None
        self._problem = ""
        self._wake: Callable[[], None] = _nothing
        self._say: Callable[[str], None] = _say_nothing
        self.ready = asyncio.Event()
        self.messenger: Messenger = DiscordMessenger(self._connected, self._gate)

    async def start(self, wake: Callable[[], None], say: Callable[[str], None]) -> None:
        """
        Connect, and stay connected.

        Raises:
            SettingsProblem: Discord does not take the token.
        """
        self._wake, self._say = wake, say
        self._running = asyncio.create_task(self._run())
        ready = asyncio.create_task(self.ready.wait())
        await asyncio.wait({ready, self._running}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        if self._problem:
            raise SettingsProblem((self._problem,))
        if not ready.done():
            ready.cancel()
            say("Discord does not answer yet; Counterpoint goes on trying.")

    async def stop(self) -> None:
        """Leave Discord, once what is being answered has been."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=STOPPING)
        if self._running:
            self._running.cancel()
            await asyncio.wait([self._running])
        if self._client:
            await self._client.close()

    async def settle(self) -> None:
        """Wait until everything that has arrived is answered."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def hear(self, interaction: discord.Interaction) -> None:
        """Hear a command, a button, a form, or what is being typed."""
        await self._guard(self._answering.answer(interaction), f"interaction {interaction.id}")

    async def hear_message(self, message: discord.Message) -> None:
        """Hear a message where the bot is meant: directly, by a mention, or by an answer to its post."""
        me = self._client.user if self._client else None
        if me is None or message.author.bot or not (message.guild is None or me in message.mentions):
            return
        await self._guard(self._texts.answer(message, me.id), f"message {message.id}")

    async def hear_deleted(self, message: int) -> None:
        """Take words back whose message was deleted: that is what their author wishes, or learns of."""
        await self._guard(self._news.deleted(PLATFORM, str(message)), f"deletion of {message}")
        self._wake()

    async def hear_edited(self, message: discord.Message) -> None:
        """Change words whose message was edited, where Discord lets the new ones be read."""
        me = self._client.user if self._client else None
        if me and message.content and not message.author.bot:
            text = bare_text(message.content, me.id)
            await self._guard(self._news.edited(PLATFORM, str(message.id), text), f"edit of {message.id}")
            self._wake()

    async def hear_ready(self) -> None:
        """Tell the operator once who, where and with which rights."""
        if not self.ready.is_set() and self._client:
            client = self._client
            for line in greet(str(client.user), servers_of(client), client.application_id or 0):
                self._say(line)
        self.ready.set()
        await self._guard(self._news.compare(PLATFORM, self._servers()), "list of servers")
        self._wake()

    async def hear_removed(self, guild: discord.Guild) -> None:
        """Stop for a server from which the bot was removed; Discord tells of one that is down otherwise."""
        log.warning("The bot was removed from server %s.", guild.id)
        await self._guard(self._news.left(Community(PLATFORM, str(guild.id))), f"removal from {guild.id}")

    async def hear_added(self, guild: discord.Guild) -> None:
        """Go on where the bot was removed before."""
        await self._guard(self._news.back(Community(PLATFORM, str(guild.id))), f"server {guild.id}")
        self._wake()

    async def hear_gone(self, guild: int, channel: str) -> None:
        """Note that a channel is gone."""
        log.warning("Channel %s of server %s is gone.", channel, guild)

    def _servers(self) -> set[Community]:
        return {Community(PLATFORM, str(guild.id)) for guild in self._connected().guilds}

    def _wake_up(self) -> None:
        self._wake()

    def _connected(self) -> discord.Client:
        if self._client is None or self._client.is_closed() or not self._client.http.token:
            raise ConnectionError
        return self._client

    async def _guard(self, answering: Awaitable[None], what: str) -> None:
        """Answer somebody; whatever breaks is told to the operator, by its id and nothing more."""
        task = asyncio.ensure_future(answering)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        try:
            await task
        except DeliveryFailed as error:
            log.warning("Discord's %s was not answered: %s", what, error)
        except Exception:
            log.exception("Discord's %s was not answered", what)

    async def _run(self) -> None:
        """Connect again and again, until somebody says stop or it is of no use."""
        wait = FIRST_WAIT
        while not self._problem:
            self._problem = await self._connect()
            if not self._problem:
                await asyncio.sleep(wait * uniform(0.5, 1.0))  # noqa: S311 - so that not all come back at once
                wait = min(wait * 2, LONGEST_WAIT)
        log.critical("%s", self._problem)
        self._say(self._problem)

    async def _connect(self) -> str:
        """Be connected as long as it lasts; return why it is of no use to try again, or nothing."""
        self._client = client = Client(self, self._notebook, self._commands, self._patience)
        connecting = asyncio.create_task(client.start(self._token))
        refused = asyncio.create_task(self._gate.refused.wait())
        try:
            await asyncio.wait({connecting, refused}, return_when=asyncio.FIRST_COMPLETED)
            return NOT_KNOWN if self._gate.refused.is_set() else _problem_of(connecting)
        finally:
            refused.cancel()
            connecting.cancel()
            with suppress(Exception):
                await client.close()


def _problem_of(connecting: "asyncio.Task[None]") -> str:
    """Return why it is of no use to try again, or nothing; other ends are told to the operator."""
    error = connecting.exception()
    if isinstance(error, discord.LoginFailure):
        return NOT_KNOWN
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return NO_INTENT
    if isinstance(error, discord.ConnectionClosed) and error.code == BAD_TOKEN:
        return NOT_KNOWN
    log.warning("The connection to Discord ended: %s", type(error).__name__)
    return ""


def _nothing() -> None:
    """Wake nobody."""


def _say_nothing(_: str) -> None:
    """Tell nobody."""

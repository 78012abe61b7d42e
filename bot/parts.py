"""Which ways in run beside the core: each only where it is configured, and loaded only then."""

import asyncio
import os
import sys
import webbrowser
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Protocol

from bot.engine import Engine
from bot.ports import Installations, Leases, Outbox
from bot.settings import Settings, SettingsProblem

if TYPE_CHECKING:
    from adapters.clock import Clock
    from adapters.courier import Messenger
    from adapters.scribe import Scribe
    from adapters.web.app import WebRoom

BOOK_NAME = "room.json"


class Part(Protocol):
    """A way in that runs beside the core."""

    platform: str
    messenger: "Messenger"

    async def start(self, wake: Callable[[], None], say: Callable[[str], None]) -> None:
        """
        Begin to hear people; call *wake* when there may be something to post, and *say* to the operator.

        What takes long, or may have to be tried again, goes on after this has returned.

        Raises:
            SettingsProblem: It cannot run as it is set up.
        """
        ...

    async def stop(self) -> None:
        """Hear nobody any more; also where it has not started, or only half."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What every part is given: what stands around the core in this process."""

    settings: Settings
    scribe: "Scribe"
    engine: Engine
    outbox: Outbox
    installations: Installations
    leases: Leases
    process: str = field(default_factory=lambda: token_urlsafe(16))
    """What this process is called among those that share the memory."""


def is_on_a_platform(settings: Settings) -> bool:
    """Whether a chat platform is set up; the room is off then, unless it is asked for."""
    return bool(settings.discord_token.get_secret_value()) or is_on_slack(settings)


def is_on_slack(settings: Settings) -> bool:
    """Whether anything of Slack is set up; what is missing then is named at the start."""
    secrets = (settings.slack_bot_token, settings.slack_app_token, settings.slack_signing_secret)
    return any(secret.get_secret_value() for secret in secrets) or bool(settings.slack_client_id)


def parts_of(around: Around, *, with_room: bool) -> Iterator[Part]:
    """Return every part that is configured, not started yet."""
    if around.settings.discord_token.get_secret_value():
        from adapters.discord.app import DiscordPart

        yield _only_one(DiscordPart(around.scribe, around.engine, around.settings), around)
    if is_on_slack(around.settings):
        from adapters.slack.app import SlackApp
        from adapters.slack.setup import Memory, setup_of

        memory = Memory(around.outbox, around.installations)
        yield SlackApp(around.scribe, around.engine, setup_of(around.settings), memory)
    if with_room or not is_on_a_platform(around.settings):
        yield _room(around)


async def look_around(settings: Settings, say: Callable[[str], object]) -> list[str]:
    """Ask the platforms that are set up about the bot; *say* what they tell, return what is wrong."""
    if not (token := settings.discord_token.get_secret_value()):
        return []
    from adapters.discord.greeting import look

    return await look(token, say)


def has_somebody_before_it(is_terminal: bool, platform: str, environment: Mapping[str, str]) -> bool:  # noqa: FBT001 - a fact
    """Whether a person sits at this machine and its screen can show a page; a server or a test has none."""
    return is_terminal and (platform == "darwin" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(environment)))


def _only_one(part: Part, around: Around) -> Part:
    """Let one process hold a connection where several share the memory."""
    if not around.settings.database_url.get_secret_value():
        return part
    from adapters.standby import Standby

    return Standby(part, around.leases, around.scribe, around.process)


def share(clock: "Clock", around: Around) -> None:
    """Let one process look at the agenda where several share the memory."""
    if around.settings.database_url.get_secret_value():
        from adapters.standby import Turn

        clock.is_ours = Turn("clock", around.leases, around.scribe, around.process).is_ours


def is_ours(parts: Iterable[Part], platform: str) -> bool:
    """Whether this process may speak for a platform just now."""
    return all(getattr(part, "is_ours", True) for part in parts if part.platform == platform)


def _room(around: Around) -> Part:
    from adapters.web.app import WebRoom
    from adapters.web.people import RoomBook

    book = RoomBook(around.settings.data_dir / BOOK_NAME)
    return _Room(WebRoom(around.scribe, around.engine, around.outbox, book), around.settings.web_port)


class _Room:
    """The web room as a part: it says its address, and opens it where somebody sits before the screen."""

    platform = "web"

    def __init__(self, room: "WebRoom", port: int) -> None:
        self._room = room
        self._port = port
        self.messenger: Messenger = room.messenger

    async def start(self, wake: Callable[[], None], say: Callable[[str], None]) -> None:
        try:
            await self._room.start(self._port, wake)
        except (OSError, OverflowError) as error:  # the second: there is no port after the last
            problem = "WEB_PORT: neither it nor one of the next ports is free."
            raise SettingsProblem((problem,)) from error
        say(f"Counterpoint is running. Open this address in a browser:\n\n  {self._room.address}\n")
        if has_somebody_before_it(sys.stdout.isatty(), sys.platform, os.environ):
            await asyncio.to_thread(webbrowser.open, self._room.address)

    async def stop(self) -> None:
        await self._room.stop()

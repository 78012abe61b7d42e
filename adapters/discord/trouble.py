"""What Discord's refusals mean for a post, and when nothing may be called at all any more."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic

import aiohttp
import discord

from bot.errors import DeliveryFailed

BAN = timedelta(minutes=10)
"""How long nothing is called after a refusal by the network in front of Discord, which counts refusals."""
FOR_GOOD = timedelta(days=365)
SLOWER = timedelta(minutes=10)

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, UNKNOWN_INTERACTION = 10003, 10008, 10062
OPENING_TOO_FAST, ALREADY_ACKNOWLEDGED = 40003, 40060
MISSING_ACCESS, CANNOT_MESSAGE, MISSING_PERMISSIONS = 50001, 50007, 50013
INVALID_TOKEN, INVALID_BODY, NO_COMMON_SERVER = 50027, 50035, 50278
THREAD_LOCKED = 160005
UNAUTHORIZED, TOO_MANY, SERVER_ERROR = 401, 429, 500
UNREACHABLE = {
    UNKNOWN_CHANNEL: "the channel is gone",
    MISSING_ACCESS: "the bot may not see the channel",
    CANNOT_MESSAGE: "direct messages are closed",
    MISSING_PERMISSIONS: "the bot may not write there",
    NO_COMMON_SERVER: "there is no server in common",
    THREAD_LOCKED: "the thread is locked",
    INVALID_BODY: "Discord does not take its form",
}

log = logging.getLogger(__name__)


class Gate:
    """Shut while nothing may be called: after a ban for minutes, after a refused token for good."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._until = 0.0
        self.refused = asyncio.Event()
        """Set once Discord does not take the token any more."""

    @property
    def rest(self) -> timedelta:
        """How long it stays shut."""
        return timedelta(seconds=max(0.0, self._until - self._clock()))

    def require_open(self) -> None:
        """
        Let a call through, or none.

        Raises:
            DeliveryFailed: Nothing may be called now.
        """
        if self.rest:
            raise DeliveryFailed("nothing may be called now", retry_after=self.rest)

    def heed(self, error: discord.HTTPException) -> None:
        """Shut where this refusal says so."""
        if error.status == UNAUTHORIZED and error.code != INVALID_TOKEN:  # that of one answer, long over
            log.critical("Discord does not take the token any more; nothing is called until a new start.")
            self._shut(FOR_GOOD)
            self.refused.set()
        elif (
            error.status == TOO_MANY
        ):  # what carries `Via` was waited for by the library, so this one does not
            log.error("Discord's network refuses this address; nothing is called for ten minutes.")
            self._shut(BAN)

    def _shut(self, span: timedelta) -> None:
        self._until = max(self._until, self._clock() + span.total_seconds())

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Let calls through; what goes wrong becomes what the courier understands."""
        self.require_open()
        try:
            yield
        except discord.RateLimited as error:
            raise DeliveryFailed("slower", retry_after=timedelta(seconds=error.retry_after)) from error
        except discord.HTTPException as error:
            self.heed(error)
            raise meaning(error, self.rest) from error
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise DeliveryFailed("the connection broke", unknown=True) from error


def meaning(error: discord.HTTPException, rest: timedelta) -> DeliveryFailed:
    """Return what a refusal means for the post that was refused."""
    if rest:
        return DeliveryFailed("nothing may be called now", retry_after=rest)
    if error.status >= SERVER_ERROR:
        return DeliveryFailed(f"Discord answered {error.status}", unknown=True)
    if error.code == OPENING_TOO_FAST:
        return DeliveryFailed("too many new direct messages", retry_after=SLOWER)
    if error.code in UNREACHABLE:
        return DeliveryFailed(f"{UNREACHABLE[error.code]} ({error.code})", unreachable=True)
    return DeliveryFailed(f"Discord answered {error.status} ({error.code})")

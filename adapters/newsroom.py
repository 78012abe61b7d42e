"""What a platform tells that nobody asked for, as events: of a community, or of a message that was kept."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from secrets import token_bytes, token_urlsafe
from typing import TypedDict

from adapters.scribe import Scribe
from bot.dialogue.places import Community
from bot.engine import Engine
from bot.identifiers import EventId, Seed
from bot.speech.events import CommunityBack, CommunityLeft, MessageDeleted, MessageEdited


class Told(TypedDict):
    """What every event has."""

    id: EventId
    at: datetime
    seed: Seed
    community: Community


class Newsroom:
    """Hands on that the bot was removed or is back, and what became of a message."""

    def __init__(self, scribe: Scribe, engine: Engine, now: Callable[[], datetime] | None = None) -> None:
        self._scribe = scribe
        self._engine = engine
        self._now = now or (lambda: datetime.now(UTC))

    async def left(self, community: Community) -> None:
        """Stop for a community from which the bot was removed."""
        await self._tell(CommunityLeft, community)

    async def back(self, community: Community) -> None:
        """Go on in a community, if the bot was removed from it before."""
        there = await self._scribe.read(lambda: self._engine.presence(community.platform))
        if there.get(community) is False:
            await self._tell(CommunityBack, community)

    async def compare(self, platform: str, present: Collection[Community]) -> None:
        """Find out what happened while nobody listened: *present* is where the bot is now."""
        there = await self._scribe.read(lambda: self._engine.presence(platform))
        for community, was_present in there.items():
            if was_present is not (community in present):
                await self._tell(CommunityLeft if was_present else CommunityBack, community)

    async def deleted(self, platform: str, message: str) -> None:
        """Take back what was written in a message that was deleted, if anything was kept from it."""
        if community := await self._where(platform, message):
            await self._scribe.handle(MessageDeleted(**self._happened(community), message=message))

    async def edited(self, platform: str, message: str, text: str) -> None:
        """Change what was written in a message that was edited, if anything was kept from it."""
        if community := await self._where(platform, message):
            await self._scribe.handle(MessageEdited(**self._happened(community), message=message, text=text))

    async def _where(self, platform: str, message: str) -> Community | None:
        return await self._scribe.read(lambda: self._engine.where_written(platform, message))

    async def _tell(self, kind: type[CommunityLeft] | type[CommunityBack], community: Community) -> None:
        await self._scribe.handle(kind(**self._happened(community)))

    def _happened(self, community: Community) -> Told:
        return Told(
            id=EventId(f"news:{token_urlsafe(16)}"),
            at=self._now(),
            seed=Seed(token_bytes(32)),
            community=community,
        )

"""What a platform tells of a community as a whole, as an event: each once, also what happened meanwhile."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from secrets import token_bytes, token_urlsafe

from adapters.scribe import Scribe
from bot.dialogue.places import Community
from bot.engine import Engine
from bot.identifiers import EventId, Seed
from bot.speech.events import CommunityBack, CommunityLeft, News


class Newsroom:
    """Hands on that the bot was removed from a community, or is back."""

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

    async def _tell(self, kind: type[CommunityLeft] | type[CommunityBack], community: Community) -> None:
        event: News = kind(
            id=EventId(f"news:{token_urlsafe(16)}"),
            at=self._now(),
            seed=Seed(token_bytes(32)),
            community=community,
        )
        await self._scribe.handle(event)

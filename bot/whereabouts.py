"""What is asked of a memory across all communities, before it is known in which one it happened."""

from collections.abc import Mapping
from typing import Protocol

from bot.dialogue.places import Community


class Whereabouts(Protocol):
    """Knows who is where, and where the bot is."""

    def communities_of(self, platform: str, account: str) -> tuple[Community, ...]:
        """Return where on a platform this account takes part, for a message that does not say so."""
        ...

    def where_written(self, platform: str, message: str) -> Community | None:
        """Return the community in which a message became a contribution; nothing where it did not."""
        ...

    def presence(self, platform: str) -> Mapping[Community, bool]:
        """Return the communities of a platform with dialogues, and whether the bot is there."""
        ...

"""Where, and as whom: workspaces, communities, places and accounts."""

from dataclasses import dataclass
from typing import Self

DIRECT = "@"
"""What the name of a direct place begins with; no platform names a channel so."""
THREAD = "/"
"""Parts the name of a channel from the name of a thread inside it."""


@dataclass(frozen=True, slots=True)
class Community:
    """One Discord server, one Slack workspace, or the room of a web or terminal adapter."""

    platform: str
    id: str

    @property
    def workspace(self) -> str:
        """The wall around this community: nothing stored behind one wall is seen behind another."""
        return f"{self.platform}:{self.id}"


@dataclass(frozen=True, slots=True)
class Place:
    """A channel of a community, a thread in one, or one person's direct messages with the bot."""

    community: Community
    channel: str

    @classmethod
    def direct(cls, account: "Account") -> Self:
        """Return where the bot and this account write to each other."""
        return cls(account.community, f"{DIRECT}{account.id}")

    @property
    def outer(self) -> "Place":
        """The channel that a thread belongs to; a channel belongs to itself."""
        return Place(self.community, self.channel.partition(THREAD)[0])

    @property
    def is_thread(self) -> bool:
        """Whether it is a thread inside a channel."""
        return THREAD in self.channel

    @property
    def is_direct(self) -> bool:
        """Whether only one person reads here."""
        return self.channel.startswith(DIRECT)

    @property
    def account_id(self) -> str:
        """The account that reads here; nothing for a channel."""
        return self.channel.removeprefix(DIRECT) if self.is_direct else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How one platform knows a person, as it said with the event."""

    community: Community
    id: str
    name: str
    may_manage: bool = False
    """Whether the platform lets this person manage the channel: who may start a dialogue there."""

"""Where, and as whom: workspaces, communities, places and accounts."""

from dataclasses import dataclass


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
    """A channel of a community."""

    community: Community
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How one platform knows a person, as it said with the event."""

    community: Community
    id: str
    name: str
    may_manage: bool = False
    """Whether the platform lets this person manage the channel: who may start a dialogue there."""

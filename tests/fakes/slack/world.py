"""What a Slack workspace holds: people, channels, messages and who can see them, views, files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

Tree = dict[str, Any]
Now = Callable[[], float]

BOT_SCOPES = frozenset(
    {"commands", "chat:write", "im:write", "im:history", "app_mentions:read", "files:write", "users:read"}
)


class Refused(Exception):
    """The fake answers `ok: false`."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.error = error
        self.more = more


@dataclass(slots=True)
class SlackPerson:
    """Somebody with an account."""

    id: str
    handle: str
    name: str
    team: str
    is_gone: bool = False


@dataclass(slots=True)
class SlackChannel:
    """A channel, or what one person and the bot write to each other."""

    id: str
    name: str
    members: set[str] = field(default_factory=set)
    is_archived: bool = False
    direct_with: str = ""


@dataclass(slots=True)
class SlackMessage:
    """Something that stands in a channel; *only_for* one person where it is ephemeral."""

    ts: str
    channel: str
    user: str
    text: str
    drawn: int
    blocks: list[Tree] = field(default_factory=list)
    metadata: Tree | None = None
    thread: str = ""
    only_for: str = ""
    address: str = ""
    is_edited: bool = False


@dataclass(slots=True)
class SlackView:
    """A view somebody has before them."""

    id: str
    user: str
    content: Tree
    hash: str
    drawn: int
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class SlackFile:
    """A file, and the channel it was shared in."""

    id: str
    name: str
    size: int
    content: bytes = b""
    channel: str = ""


@dataclass(slots=True)
class Trigger:
    """What lets an app open one view within three seconds."""

    user: str
    at: float
    is_used: bool = False


@dataclass(slots=True)
class Address:
    """Where an app may answer five times within half an hour."""

    user: str
    channel: str
    at: float
    of: str = ""
    uses: int = 0


class SlackTeam:
    """One workspace in which the app is installed."""

    def __init__(self, id: str, now: Now, token: str = "") -> None:
        self.id = id
        self.now = now
        self.token = token or f"xoxb-{id}-fake"
        self.token_ends = float("inf")
        self.scopes = set(BOT_SCOPES)
        self.bot_user, self.bot_id = f"U{id}BOT", f"B{id}"
        self.people: dict[str, SlackPerson] = {}
        self.channels: dict[str, SlackChannel] = {}
        self.messages: list[SlackMessage] = []
        self.views: dict[str, SlackView] = {}
        self.homes: dict[str, SlackView] = {}
        self.files: dict[str, SlackFile] = {}
        self.triggers: dict[str, Trigger] = {}
        self.addresses: dict[str, Address] = {}
        self.refuses = ""
        """What every call is answered with, once a token is revoked or an account is gone."""
        self._counter = count(1)

    def number(self) -> int:
        """Return a number that was never given before."""
        return next(self._counter)

    def person(self, name: str) -> SlackPerson:
        """Return somebody, who joins the workspace and all its channels when first asked for."""
        id = f"U{self.id}{name.upper()}"
        if id not in self.people:
            self.people[id] = SlackPerson(id, name.lower(), name, self.id)
            for channel in self.channels.values():
                if not channel.direct_with:
                    channel.members.add(id)
        return self.people[id]

    def channel(self, name: str, *, has_bot: bool = True) -> SlackChannel:
        """Return a channel, which is made when first asked for, with everybody in it."""
        id = f"C{self.id}{name.upper().replace('-', '')}"
        if id not in self.channels:
            members = {*self.people, *([self.bot_user] if has_bot else ())}
            self.channels[id] = SlackChannel(id, name, members)
        return self.channels[id]

    def direct(self, user: str) -> SlackChannel:
        """Return what a person and the bot write to each other."""
        if user not in self.people:
            raise Refused("user_not_found")
        id = "D" + user.removeprefix("U")
        members = {user, self.bot_user}
        return self.channels.setdefault(id, SlackChannel(id, "", members, direct_with=user))

    def ts(self) -> str:
        """Return the name of a new message: its moment, and a number that no other has."""
        return f"{int(self.now())}.{self.number():06d}"

    def trigger(self, user: str) -> str:
        """Return a new trigger."""
        id = f"{self.number()}.{self.id}.{self.number()}"
        self.triggers[id] = Trigger(user, self.now())
        return id

    def address(self, user: str, channel: str, of: str = "") -> str:
        """Return the key of a new address for answers."""
        key = f"{self.id}-{self.number()}"
        self.addresses[key] = Address(user, channel, self.now(), of)
        return key

    def seen_by(self, user: str) -> Iterator[SlackMessage]:
        """Return the messages that a person can read, the oldest first."""
        for message in self.messages:
            if user in self.channels[message.channel].members and message.only_for in {"", user}:
                yield message

    def find(self, channel: str, ts: str) -> SlackMessage | None:
        """Return a message that everybody in its channel can read."""
        known = (m for m in self.messages if m.channel == channel and m.ts == ts and not m.only_for)
        return next(known, None)

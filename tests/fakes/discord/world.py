"""What there is on the Discord of the tests: people, servers, channels, messages, and who sees which."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.fakes.discord.limits import Json, walk

TEXT, DIRECT, PUBLIC_THREAD, FORUM = 0, 1, 11, 15
EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 15
EPOCH = 1_420_070_400_000
"""The first second of 2015, from which Discord counts."""
EVERYTHING = (1 << 50) - 1
APPLICATION, BOT = 1001, 1002
TOKEN = "MTAwMQ.fake-1.token-of-the-bot"


@dataclass(slots=True)
class User:
    """Somebody with an account."""

    id: int
    name: str
    is_bot: bool = False
    takes_direct: bool = True

    def shown(self) -> Json:
        """Return what Discord tells about an account."""
        return {
            "id": str(self.id),
            "username": self.name.lower(),
            "global_name": self.name,
            "discriminator": "0",
            "avatar": None,
            "bot": self.is_bot,
        }


@dataclass(slots=True)
class Channel:
    """A channel, a thread, or the direct messages of one person."""

    id: int
    name: str
    kind: int = TEXT
    guild: int = 0
    parent: int = 0
    person: int = 0
    """Whose direct messages these are."""
    denied: int = 0
    """Permissions that the bot does not have here."""
    hidden_from: set[int] = field(default_factory=set)
    messages: list[Json] = field(default_factory=list)
    is_locked: bool = False

    def shown(self) -> Json:
        """Return what Discord tells about a channel."""
        told: Json = {"id": str(self.id), "type": self.kind, "name": self.name}
        if self.kind == DIRECT:
            return {"id": str(self.id), "type": DIRECT, "recipients": [], "last_message_id": None}
        told |= {"guild_id": str(self.guild), "position": 0, "permission_overwrites": [], "nsfw": False}
        told |= {"parent_id": str(self.parent) if self.parent else None, "topic": None, "flags": 0}
        if self.kind == PUBLIC_THREAD:
            metadata: Json = {"archived": False, "auto_archive_duration": 1440, "locked": self.is_locked}
            metadata["archive_timestamp"] = "2026-01-01T00:00:00+00:00"
            told |= {"owner_id": str(BOT), "message_count": 0, "member_count": 1, "thread_metadata": metadata}
        return told


@dataclass(slots=True)
class Guild:
    """A server with its channels and the people in it."""

    id: int
    name: str
    channels: dict[int, Channel] = field(default_factory=dict)
    people: dict[int, int] = field(default_factory=dict)
    """Who is here, and with which permissions."""
    bot_permissions: int = EVERYTHING
    has_bot: bool = True

    def shown(self) -> Json:
        """Return what Discord tells when the bot connects."""
        everyone = {
            "id": str(self.id), "name": "@everyone", "color": 0, "hoist": False, "position": 0,
            "permissions": str(1 << 10), "managed": False, "mentionable": False, "flags": 0, "colors": {},
        }  # fmt: skip
        bots = everyone | {
            "id": str(self.id + 1),
            "name": "Counterpoint",
            "permissions": str(self.bot_permissions),
            "managed": True,
            "tags": {"bot_id": str(BOT)},
        }
        me: Json = {
            "user": {
                "id": str(BOT),
                "username": "counterpoint",
                "discriminator": "0",
                "avatar": None,
                "bot": True,
            }
        }
        me |= {
            "roles": [bots["id"]],
            "joined_at": "2026-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
        }
        threads = [c.shown() for c in self.channels.values() if c.kind == PUBLIC_THREAD]
        return {
            "id": str(self.id), "name": self.name, "owner_id": "1", "roles": [everyone, bots], "emojis": [],
            "stickers": [], "features": [], "member_count": len(self.people) + 1, "large": False,
            "unavailable": False, "members": [me], "presences": [], "voice_states": [], "stage_instances": [],
            "guild_scheduled_events": [], "soundboard_sounds": [], "threads": threads,
            "channels": [c.shown() for c in self.channels.values() if c.kind != PUBLIC_THREAD],
            "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0,
            "mfa_level": 0, "premium_tier": 0, "preferred_locale": "en-US", "nsfw_level": 0,
            "system_channel_flags": 0, "afk_timeout": 300, "icon": None, "splash": None, "banner": None,
            "description": None, "joined_at": "2026-01-01T00:00:00+00:00",
        }  # fmt: skip


class World:
    """Everything there is, and what each person can see of it."""

    def __init__(self) -> None:
        self.now = time.time
        self._count = 0
        self.bot = User(BOT, "Counterpoint", is_bot=True)
        self.users: dict[int, User] = {BOT: self.bot}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.private: list[tuple[int, int, Json]] = []
        """Channel, person and message, for everything that only one person sees."""
        self.pinged: list[tuple[int, str]] = []
        """Who was notified, and by which words."""
        self.commands: list[Json] = []
        self.syncs = 0

    def new_id(self) -> int:
        """Return an id as Discord makes them: they grow with time."""
        self._count += 1
        return (int(self.now() * 1000) - EPOCH) << 22 | self._count % (1 << 22)

    def add_user(self, name: str) -> User:
        """Let somebody have an account."""
        user = User(self.new_id(), name)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str) -> Guild:
        """Open a server."""
        guild = Guild(self.new_id(), name)
        self.guilds[guild.id] = guild
        return guild

    def add_channel(self, guild: Guild, name: str, kind: int = TEXT, parent: int = 0) -> Channel:
        """Open a channel, a forum, or a thread in one of them."""
        channel = Channel(self.new_id(), name, kind, guild.id, parent)
        guild.channels[channel.id] = self.channels[channel.id] = channel
        return channel

    def direct(self, user: User) -> Channel:
        """Return the direct messages of somebody with the bot."""
        found = next((c for c in self.channels.values() if c.person == user.id), None)
        if found is None:
            found = Channel(self.new_id(), "", DIRECT, person=user.id)
            self.channels[found.id] = found
        return found

    def sees(self, user: User, channel: Channel) -> Iterator[Json]:
        """Return the messages that somebody sees in a channel, in order."""
        if channel.kind == DIRECT and channel.person != user.id:
            return
        if channel.guild and (
            user.id not in self.guilds[channel.guild].people or user.id in channel.hidden_from
        ):
            return
        mine = [message for at, whose, message in self.private if (at, whose) == (channel.id, user.id)]
        yield from sorted((*channel.messages, *mine), key=lambda message: int(message["id"]))

    def message(self, channel: Channel, id: int) -> Json | None:
        """Return a message of a channel."""
        return next((m for m in channel.messages if m["id"] == str(id)), None)

    def new_message(self, channel: Channel, author: User, body: Json) -> Json:
        """Return a message, which stands nowhere yet."""
        return {
            "id": str(self.new_id()), "channel_id": str(channel.id), "author": author.shown(), "type": 0,
            "content": body.get("content") or "", "timestamp": "2026-05-04T09:00:00+00:00",
            "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [],
            "mention_roles": [], "attachments": body.get("attachments") or [], "embeds": [], "pinned": False,
            "flags": body.get("flags") or 0, "components": numbered(body.get("components") or []),
        }  # fmt: skip


def numbered(components: list[Json]) -> list[Json]:
    """Return components as Discord stores them: each has an id."""
    taken = {item["id"] for item in walk(components) if item.get("id")}
    free = (number for number in range(1, 10_000) if number not in taken)

    def stored(item: Json) -> Json:
        copy = dict(item)
        copy["id"] = item.get("id") or next(free)
        for name in ("components",):
            if name in item:
                copy[name] = [stored(each) for each in item[name]]
        for name in ("component", "accessory"):
            if name in item:
                copy[name] = stored(item[name])
        return copy

    return [stored(item) for item in components]

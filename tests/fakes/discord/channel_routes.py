"""The REST routes of the fake about channels: messages, history, threads, direct messages."""

from tests.fakes.discord.call import Answer, Call, Handler, Refused
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.limits import Json, in_message
from tests.fakes.discord.pings import pinged_by
from tests.fakes.discord.world import BOT, COMPONENTS_V2, DIRECT, FORUM, PUBLIC_THREAD, Channel, World

VIEW, SEND, HISTORY, SEND_IN_THREADS = 1 << 10, 1 << 11, 1 << 16, 1 << 38
NONCES_FOR = 300.0
"""Seconds in which the same nonce is the same message; Discord says "the past few minutes"."""


class ChannelRoutes:
    """What can be called about channels."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway
        self._nonces: dict[tuple[int, str], tuple[float, Json]] = {}

    def table(self) -> tuple[tuple[str, str, Handler], ...]:
        """Return method, template and what answers."""
        return (
            ("POST", "/users/@me/channels", self._open_direct),
            ("GET", r"/channels/(\d+)", self._channel),
            ("GET", r"/channels/(\d+)/messages", self._history),
            ("POST", r"/channels/(\d+)/messages", self._send),
            ("GET", r"/channels/(\d+)/messages/(\d+)", self._message),
            ("PATCH", r"/channels/(\d+)/messages/(\d+)", self._edit),
            ("DELETE", r"/channels/(\d+)/messages/(\d+)", self._delete),
            ("POST", r"/channels/(\d+)/threads", self._thread),
            ("POST", r"/channels/(\d+)/messages/(\d+)/threads", self._thread),
        )

    async def _open_direct(self, call: Call) -> Answer:
        user = self._world.users.get(int(call.body["recipient_id"]))
        if user is None:
            raise Refused(400, 50033)
        channel = self._world.direct(user)
        return channel.shown() | {"recipients": [user.shown()]}

    async def _channel(self, call: Call, id: str) -> Answer:
        return self._open_to(id, VIEW).shown()

    async def _history(self, call: Call, id: str) -> Answer:
        channel = self._open_to(id, VIEW | HISTORY)
        found = list(reversed(channel.messages))
        if before := call.query.get("before"):
            found = [message for message in found if int(message["id"]) < int(before)]
        return found[: int(call.query.get("limit", "50"))]

    async def _message(self, call: Call, id: str, message: str) -> Answer:
        return self._standing(self._open_to(id, VIEW | HISTORY), message)

    async def _send(self, call: Call, id: str) -> Answer:
        channel = self._open_to(id, VIEW | SEND)
        if channel.kind == FORUM:
            raise Refused(400, 50008)
        if problems := in_message(call.body):
            raise Refused(400, 50035, problems)
        key = (channel.id, str(call.body.get("nonce")))
        if call.body.get("enforce_nonce") and key in self._nonces:
            at, earlier = self._nonces[key]
            if self._world.now() - at < NONCES_FOR:
                return earlier
        return await self.put(channel, call, key)

    async def put(self, channel: Channel, call: Call, key: tuple[int, str]) -> Json:
        """Let a message of the bot stand in a channel."""
        message = self._world.new_message(channel, self._world.bot, call.body)
        if reference := call.body.get("message_reference"):
            told = {name: str(id) for name, id in reference.items() if name.endswith("_id")}
            message |= {"type": 19, "message_reference": told}
        message["attachments"] = call.files
        channel.messages.append(message)
        self._nonces[key] = (self._world.now(), message)
        self._world.pinged += pinged_by(call.body, channel, self._world)
        await self._gateway.tell_message("MESSAGE_CREATE", message, channel.guild)
        return message

    async def _edit(self, call: Call, id: str, message: str) -> Answer:
        channel = self._open_to(id, VIEW)
        standing = self._standing(channel, message)
        if standing["author"]["id"] != str(BOT):
            raise Refused(403, 50005)
        was_v2 = bool(standing["flags"] & COMPONENTS_V2)
        if problems := in_message(call.body, is_edit=True, was_v2=was_v2):
            raise Refused(400, 50035, problems)
        fresh = self._world.new_message(channel, self._world.bot, standing | call.body)
        flags = standing["flags"] | (call.body.get("flags") or 0)
        standing |= {"components": fresh["components"], "content": fresh["content"], "flags": flags}
        standing["edited_timestamp"] = "2026-05-04T10:00:00+00:00"
        self._world.pinged += pinged_by(call.body, channel, self._world)
        await self._gateway.tell_message("MESSAGE_UPDATE", standing, channel.guild)
        return standing

    async def _delete(self, call: Call, id: str, message: str) -> Answer:
        channel = self._open_to(id, VIEW)
        channel.messages.remove(self._standing(channel, message))
        told = {"id": message, "channel_id": id}
        await self._gateway.tell_message("MESSAGE_DELETE", told, channel.guild)

    async def _thread(self, call: Call, id: str, message: str = "") -> Answer:
        parent = self._open_to(id, VIEW | SEND)
        name = call.body.get("name") or ""
        if not 1 <= len(name) <= 100:
            raise Refused(400, 50035, [("name", "thread.name must be 1 to 100")])
        guild = self._world.guilds[parent.guild]
        thread = self._world.add_channel(guild, name, PUBLIC_THREAD, parent.id)
        first = call.body.get("message")
        if parent.kind == FORUM and not first:
            raise Refused(400, 50035, [("message", "a post in a forum begins with a message")])
        if not first:
            return thread.shown()
        if problems := in_message(first):
            raise Refused(400, 50035, problems)
        said = await self.put(thread, Call("POST", "", first), (thread.id, ""))
        return thread.shown() | {"message": said}

    def _open_to(self, id: str, needed: int) -> Channel:
        """Return a channel in which the bot may do this, or refuse as Discord does."""
        channel = self._world.channels.get(int(id))
        guild = self._world.guilds.get(channel.guild) if channel else None
        if channel is None:
            raise Refused(404, 10003)
        if channel.kind == DIRECT:
            if not self._world.users[channel.person].takes_direct and needed & SEND:
                raise Refused(403, 50007)
            return channel
        if guild is None or not guild.has_bot:
            raise Refused(403, 50001)
        if channel.is_locked and needed & SEND:
            raise Refused(403, 160005)
        missing = needed & ~(guild.bot_permissions & ~channel.denied)
        if missing & VIEW:
            raise Refused(403, 50001)
        if missing:
            raise Refused(403, 50013)
        return channel

    def _standing(self, channel: Channel, id: str) -> Json:
        message = self._world.message(channel, int(id))
        if message is None:
            raise Refused(404, 10008)
        return message

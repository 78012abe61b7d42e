"""The gateway: sessions that are told what their intents let them hear, and can be cut off and resumed."""

import asyncio
import json
import secrets
import zlib
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from tests.fakes.discord.limits import Json
from tests.fakes.discord.world import APPLICATION, BOT, TOKEN, World

GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 0, 1 << 9, 1 << 12, 1 << 15
GRANTED = ~(1 << 1 | 1 << 8 | 1 << 15)
"""Members, presences and the content of messages are granted to nobody here."""
FRAME_MOST = 4096
UNKNOWN, TOO_LARGE, BAD_TOKEN, NOT_GRANTED = 4000, 4002, 4004, 4014


@dataclass(slots=True)
class Session:
    """One identified session: what it asked for, and what it was told, so that it can be told again."""

    intents: int
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    told: list[Json] = field(default_factory=list)
    socket: "Line | None" = None

    async def tell(self, kind: str, data: Json) -> None:
        """Tell an event; it is kept, and told where somebody listens."""
        frame = {"op": 0, "t": kind, "s": len(self.told) + 1, "d": data}
        self.told.append(frame)
        if self.socket:
            await self.socket.send(frame)


class Line:
    """One connection, compressed as the client asked."""

    def __init__(self, socket: web.WebSocketResponse, *, is_compressed: bool) -> None:
        self.socket = socket
        self._deflate = zlib.compressobj() if is_compressed else None

    async def send(self, frame: Json) -> None:
        """Send one frame; a line that broke meanwhile takes nothing."""
        text = json.dumps(frame)
        try:
            if self._deflate:
                data = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(data)
            else:
                await self.socket.send_str(text)
        except ConnectionError:
            pass


class Gateway:
    """All sessions, and what becomes of their connections."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.address = ""
        self.sessions: dict[str, Session] = {}
        self.identified: list[int] = []
        """The intents of every IDENTIFY there was."""
        self.resumed = 0
        self.closes_before_hello = 0
        self.answers_heartbeats = True
        self.heartbeat_interval = 41_250
        self.keeps_sessions = True
        self.close_identify_with = 0

    async def answer(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection."""
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        if self.closes_before_hello:
            self.closes_before_hello -= 1
            await socket.close(code=1001)
            return socket
        line = Line(socket, is_compressed=request.query.get("compress") == "zlib-stream")
        await line.send({"op": 10, "d": {"heartbeat_interval": self.heartbeat_interval}})
        session: Session | None = None
        try:
            async for frame in socket:
                if frame.type is not WSMsgType.TEXT:
                    break
                if len(frame.data.encode()) > FRAME_MOST:
                    await socket.close(code=TOO_LARGE)
                    break
                session = await self._hear(json.loads(frame.data), line) or session
        finally:
            if session and session.socket is line:
                session.socket = None
        return socket

    async def _hear(self, said: Json, line: Line) -> Session | None:
        match said["op"]:
            case 1 if self.answers_heartbeats:
                await line.send({"op": 11})
            case 2:
                return await self._identify(said["d"], line)
            case 6:
                return await self._resume(said["d"], line)
        return None

    async def _identify(self, asked: Json, line: Line) -> Session | None:
        self.identified.append(asked["intents"])
        refused = self.close_identify_with
        if asked["token"] != TOKEN:
            refused = BAD_TOKEN
        elif asked["intents"] & ~GRANTED:
            refused = NOT_GRANTED
        if refused:
            await line.socket.close(code=refused)
            return None
        session = Session(asked["intents"], socket=line)
        self.sessions[session.id] = session
        guilds = [guild for guild in self._world.guilds.values() if guild.has_bot]
        await session.tell(
            "READY",
            {
                "v": 10, "user": self._world.bot.shown(), "session_id": session.id, "session_type": "normal",
                "resume_gateway_url": self.address, "shard": [0, 1],
                "private_channels": [], "relationships": [],
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
                "application": {"id": str(APPLICATION), "flags": 0},
            },
        )  # fmt: skip
        if session.intents & GUILDS:
            for guild in guilds:
                await session.tell("GUILD_CREATE", guild.shown())
        return session

    async def _resume(self, asked: Json, line: Line) -> Session | None:
        session = self.sessions.get(asked["session_id"])
        if session is None or not self.keeps_sessions or asked["token"] != TOKEN:
            await line.send({"op": 9, "d": False})
            return None
        self.resumed += 1
        session.socket = line
        for frame in session.told[asked["seq"] :]:
            await line.send(frame)
        await session.tell("RESUMED", {})
        return session

    async def tell_message(self, kind: str, message: Json, guild: int) -> None:
        """Tell of a message as far as each session may hear it."""
        needed = GUILD_MESSAGES if guild else DIRECT_MESSAGES
        mentions_bot = any(who["id"] == str(BOT) for who in message.get("mentions") or [])
        is_own = message.get("author", {}).get("id") == str(BOT)
        for session in self._hearing(needed):
            data = dict(message) | ({"guild_id": str(guild)} if guild else {})
            may_read = not guild or mentions_bot or is_own or session.intents & MESSAGE_CONTENT
            if not may_read and "author" in data:
                data |= {"content": "", "components": [], "attachments": [], "embeds": []}
            await session.tell(kind, data)

    async def tell(self, kind: str, data: Json, needed: int = 0) -> None:
        """Tell an event to every session that asked for it."""
        for session in self._hearing(needed):
            await session.tell(kind, data)

    def _hearing(self, needed: int) -> list[Session]:
        return [session for session in self.sessions.values() if session.intents & needed == needed]

    # --- what goes wrong ---

    async def close_all(self, code: int) -> None:
        """Close every connection with a code."""
        for session in list(self.sessions.values()):
            if session.socket:
                await session.socket.socket.close(code=code)

    def abort_all(self) -> None:
        """Break every connection as a cable does."""
        for session in self.sessions.values():
            if session.socket and session.socket.socket._req and session.socket.socket._req.transport:
                session.socket.socket._req.transport.abort()

    async def send_all(self, frame: Json) -> None:
        """Send a frame to every connection, such as op 7 or op 9."""
        for session in list(self.sessions.values()):
            if session.socket:
                await session.socket.send(frame)
        await asyncio.sleep(0)

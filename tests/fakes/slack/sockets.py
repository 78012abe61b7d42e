"""Socket Mode as Slack does it: each envelope goes to one socket, and waits to be acknowledged."""

import asyncio
import itertools
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.slack.world import Now, Tree

WAIT = 3.0
"""Seconds that Slack waits for an acknowledgement."""


class NotAcknowledged(Exception):
    """Nothing came back in time."""


class Sockets:
    """The sockets of one app."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._open: list[web.WebSocketResponse] = []
        self._waiting: dict[str, asyncio.Future[Tree | None]] = {}
        self._numbers = itertools.count(1)
        self._turn = itertools.count()
        self.refuses = False
        """All sockets are down: none can be opened."""
        self.opened = 0
        self.unexpected: list[str] = []

    @property
    def count(self) -> int:
        """How many sockets are open."""
        return len(self._open)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Hold one socket."""
        if self.refuses:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.opened += 1
        await socket.send_json({"type": "hello", "num_connections": len(self._open) + 1})
        self._open.append(socket)
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._acknowledged(frame.json())
        finally:
            if socket in self._open:
                self._open.remove(socket)
        return socket

    async def send(self, kind: str, payload: Tree, retry: int = 0) -> Tree | None:
        """
        Send an envelope to one of the sockets and return what the acknowledgement says.

        Raises:
            NotAcknowledged: No socket is open, or nothing came back in three seconds.
        """
        if not self._open:
            raise NotAcknowledged
        envelope: dict[str, Any] = {
            "envelope_id": f"e{next(self._numbers)}",
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if retry:
            envelope |= {"retry_attempt": retry, "retry_reason": "timeout"}
        waiting: asyncio.Future[Tree | None] = asyncio.get_running_loop().create_future()
        self._waiting[envelope["envelope_id"]] = waiting
        await self._open[next(self._turn) % len(self._open)].send_json(envelope)
        try:
            async with asyncio.timeout(WAIT):
                return await waiting
        except TimeoutError as error:
            raise NotAcknowledged from error
        finally:
            del self._waiting[envelope["envelope_id"]]

    async def disconnect(self, reason: str) -> None:
        """Tell every socket to connect anew."""
        for socket in list(self._open):
            await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {}})

    async def cut(self) -> None:
        """Let every socket break."""
        for socket in list(self._open):
            self._open.remove(socket)
            transport = socket._req.transport if socket._req else None
            if transport:
                transport.abort()

    async def close(self) -> None:
        """Close every socket."""
        for socket in list(self._open):
            await socket.close()

    def _acknowledged(self, frame: Tree) -> None:
        if frame.keys() - {"envelope_id", "payload"}:
            self.unexpected.append(f"unknown in an acknowledgement: {sorted(frame)}")
        waiting = self._waiting.get(frame["envelope_id"])
        if waiting and not waiting.done():
            waiting.set_result(frame.get("payload"))

"""Somebody's program on this machine, which talks with the room as a browser does."""

import json
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

SPOKEN = ("counterpoint", "the-token")


class Guest:
    """Somebody's program on this machine."""

    def __init__(self, http: ClientSession, port: int) -> None:
        self.http = http
        self.windows: list[ClientWebSocketResponse] = []
        self.port = port

    def at(self, path: str) -> str:
        """Return an address in the room."""
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def origin(self) -> dict[str, str]:
        """What our own page says about where it comes from."""
        return {"Origin": self.at("")}

    async def knock(self, spoken: tuple[str, ...], headers: dict[str, str]) -> ClientWebSocketResponse:
        """Try to open a window."""
        window = await self.http.ws_connect(self.at("/socket"), protocols=spoken, headers=headers)
        self.windows.append(window)
        return window

    async def window(self, person: str = "ben") -> ClientWebSocketResponse:
        """Open a window as our page does."""
        address = self.at(f"/socket?as={person}")
        window = await self.http.ws_connect(address, protocols=SPOKEN, headers=self.origin)
        self.windows.append(window)
        return window


async def hears(window: ClientWebSocketResponse, kind: str) -> dict[str, Any]:
    """Wait for something of this kind."""
    while True:
        said = json.loads(await window.receive_str(timeout=10))
        if said["kind"] == kind:
            return dict(said)


async def asks(window: ClientWebSocketResponse, **said: object) -> dict[str, Any]:
    """Ask for something, and wait for the answer to it."""
    await window.send_str(json.dumps(said))
    while True:
        answer = await hears(window, "answer")
        if answer["id"] == said["id"]:
            return answer

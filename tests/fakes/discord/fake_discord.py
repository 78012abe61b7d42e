"""A Discord on 127.0.0.1 that the unchanged client library talks to over real sockets."""

import asyncio
import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import yarl
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.fakes.discord.call import Call, Refused
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.interactions import Interactions
from tests.fakes.discord.limits import Json
from tests.fakes.discord.routes import Routes, nested
from tests.fakes.discord.script import Fault, Script
from tests.fakes.discord.world import TOKEN, World

ROOT = "/api/v10"
OPEN_WITHOUT_TOKEN = ("/interactions/", "/webhooks/")


class FakeDiscord:
    """Its REST routes and its gateway, with everything that was called."""

    def __init__(self) -> None:
        self.world = World()
        self.script = Script()
        self.gateway = Gateway(self.world)
        self.interactions = Interactions(self.world)
        self.calls: list[Call] = []
        self.complaints: list[str] = []
        """What the bot did that no bot should: each fails the test in which it is found."""
        self.statuses: Counter[int] = Counter()
        self.knows_token = True
        self._routes = Routes(self.world, self.interactions, self.gateway)
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def start(self) -> None:
        """Answer at a free port."""
        application = web.Application(client_max_size=32 * 2**20)
        application.router.add_get("/gateway/", self.gateway.answer)
        application.router.add_route("*", ROOT + "/{path:.*}", self._answer)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        self.gateway.address = f"ws://127.0.0.1:{self.port}/gateway/"

    async def stop(self) -> None:
        """Answer no more."""
        if self._runner:
            await self._runner.cleanup()

    @contextlib.contextmanager
    def patch(self) -> Iterator[None]:
        """Point the client library here: the only two things of it that are changed."""
        base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
        Route.BASE = f"http://127.0.0.1:{self.port}{ROOT}"
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self.gateway.address)
        try:
            yield
        finally:
            Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway

    async def until(self, is_so: Callable[[], object], within: float = 20.0) -> None:
        """Wait until something is so, or not for longer than that."""
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        while not is_so() and loop.time() < end:  # noqa: ASYNC110 - what is waited for says nothing
            await asyncio.sleep(0.002)

    def called(self, method: str, part: str) -> list[Call]:
        """Return the calls with this method whose path holds *part*."""
        return [call for call in self.calls if call.method == method and part in call.path]

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body, files = await _read(request)
        call = Call(request.method, "/" + request.match_info["path"], body, files, dict(request.query))
        self.calls.append(call)
        fault = self.script.take(call.method, call.path)
        if fault and (early := await self._early(fault, request)):
            call.status = early.status
            self.statuses[early.status] += 1
            return early
        response = await self._do(call, request.headers.get("Authorization", ""))
        if fault and fault.kind == "drop_after":
            _abort(request)
        if fault and fault.kind == "lost":
            response = _json(502, {})
        if fault and fault.kind == "garbage":
            response = web.Response(
                body=b'{"half', content_type="application/json", headers={"Via": "1.1 fake"}
            )
            response.headers["Content-Type"] = "application/json"
        call.status = response.status
        self.statuses[response.status] += 1
        return response

    async def _early(self, fault: Fault, request: web.Request) -> web.Response | None:
        """Return an answer that is given before anything is done, if the fault is of that kind."""
        wait = fault.seconds
        match fault.kind:
            case "slow":
                await asyncio.sleep(wait)
                return None
            case "drop_before":
                _abort(request)
                return web.Response()
            case "limited" | "limited_all":
                is_all = fault.kind == "limited_all"
                told = {"message": "You are being rate limited.", "retry_after": wait, "global": is_all}
                headers = {"Retry-After": str(wait), "X-RateLimit-Scope": "global" if is_all else "user"}
                return _json(429, told, headers | ({"X-RateLimit-Global": "true"} if is_all else {}))
            case "banned":
                return web.Response(status=429, text="<html>banned</html>", content_type="text/html")
            case "status":
                return _json(fault.status, {"message": "as the script says", "code": fault.code})
        return None

    async def _do(self, call: Call, authorization: str) -> web.Response:
        needs_token = not call.path.startswith(OPEN_WITHOUT_TOKEN)
        if needs_token and (authorization != f"Bot {TOKEN}" or not self.knows_token):
            return _json(401, {"message": "401: Unauthorized", "code": 0})
        found = self._routes.find(call.method, call.path)
        if found is None:
            self.complaints.append(f"the fake lacks {call.method} {call.path}")
            return _json(404, {"message": f"the fake lacks {call.path}", "code": 0})
        _, handler, gaps = found
        try:
            told = await handler(call, *gaps)
        except Refused as refused:
            if refused.problems:
                self.complaints.append(f"{call.method} {call.path}: {refused.problems}")
            told = {"message": "refused", "code": refused.code, "errors": nested(refused.problems)}
            return _json(refused.status, told)
        return _json(200, told) if told is not None else web.Response(status=204, headers={"Via": "1.1 fake"})


async def _read(request: web.Request) -> tuple[Any, list[Json]]:
    """Return the body, and what is attached."""
    if not request.content_type.startswith("multipart/"):
        raw = await request.read()
        return (json.loads(raw) if raw else {}), []
    body: Any = {}
    files: list[Json] = []
    async for part in await request.multipart():
        data = await part.read(decode=False)  # type: ignore[union-attr]  # Discord's parts are never nested
        if part.name == "payload_json":  # type: ignore[union-attr]
            body = json.loads(data)
        else:
            name = part.filename  # type: ignore[union-attr]
            files.append(
                {
                    "id": str(len(files)),
                    "filename": name,
                    "size": len(data),
                    "url": "",
                    "proxy_url": "",
                    "data": data,
                }
            )
    return body, files


def _json(status: int, told: Any, headers: dict[str, str] | None = None) -> web.Response:
    """Answer as Discord does: with `Via`, and a content type without a charset."""
    text = json.dumps(told, default=lambda data: f"{len(data)} bytes").encode()
    response = web.Response(status=status, body=text, headers={"Via": "1.1 fake", **(headers or {})})
    response.headers["Content-Type"] = "application/json"
    return response


def _abort(request: web.Request) -> None:
    if request.transport:
        request.transport.abort()

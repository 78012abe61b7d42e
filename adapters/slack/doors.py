"""How Slack reaches the bot: over sockets that the bot opens, or by signed requests that Slack sends."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeAlias
from urllib.parse import parse_qsl

from aiohttp import web
from multidict import CIMultiDictProxy
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.slack.clock import utc_now
from adapters.slack.signing import Signatures

ADDRESS = "127.0.0.1"
"""Slack asks for https: whatever ends it stands on this machine before the bot."""
PATH = "/slack/events"
BODY_MOST = 1024 * 1024
DEPTH_MOST = 32
FORM = "application/x-www-form-urlencoded"

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.Response]]


class Door(Protocol):
    """A way from Slack to the bot."""

    async def open(self, bolt: AsyncApp) -> None:
        """Let Slack in."""
        ...

    async def close(self) -> None:
        """Let nothing more in."""
        ...


class SocketDoor:
    """Socket Mode: the bot calls Slack, so nothing has to be open to the world."""

    def __init__(self, app_token: str, ping_interval: float = 10) -> None:
        self._app_token = app_token
        self._ping_interval = ping_interval
        self._handler: AsyncSocketModeHandler | None = None

    async def open(self, bolt: AsyncApp) -> None:
        """Connect; whenever the connection breaks, Bolt connects anew."""
        self._handler = AsyncSocketModeHandler(bolt, self._app_token, ping_interval=self._ping_interval)
        await self._handler.client.connect()  # type: ignore[no-untyped-call] # the library says nothing of it

    async def close(self) -> None:
        """Let go of the connection."""
        if self._handler:
            await self._handler.client.close()  # type: ignore[no-untyped-call]


class HttpDoor:
    """HTTP mode: Slack sends signed requests to an address of the operator's."""

    def __init__(
        self,
        port: int,
        secret: str,
        flow: AsyncOAuthFlow | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        """Answer at *port*: signed requests where there is a *secret*, and the pages of *flow*."""
        self._signatures = Signatures(secret) if secret else None
        self._flow = flow
        self._now = now
        self._runner: web.AppRunner | None = None
        self.port = port

    async def open(self, bolt: AsyncApp) -> None:
        """Answer at the port."""
        self._bolt = bolt
        application = web.Application(client_max_size=BODY_MOST)
        if self._signatures:
            application.router.add_post(PATH, self._hear)
        if self._flow:
            application.router.add_get(self._flow.install_path, self._page(self._flow.handle_installation))
            application.router.add_get(self._flow.redirect_uri_path, self._page(self._flow.handle_callback))
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=2.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, ADDRESS, self.port).start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Answer no more."""
        if self._runner:
            await self._runner.cleanup()

    def _page(self, handle: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]) -> Handler:
        async def answer(request: web.Request) -> web.Response:
            return await to_aiohttp_response(await handle(await to_bolt_request(request)))

        return answer

    async def _hear(self, request: web.Request) -> web.Response:
        """Look at the signature, then at the shape, and only then hand the request to Bolt."""
        if request.headers.get("Content-Encoding"):
            return web.Response(status=415)
        body = await request.read()
        if not self._lets_in(request.headers, body):
            return web.Response(status=401)
        if not is_well_formed(body, request.content_type):
            return web.Response(status=400)
        heard = AsyncBoltRequest(body=body.decode(), query="", headers=_single(request.headers))
        return await to_aiohttp_response(await self._bolt.async_dispatch(heard))

    def _lets_in(self, headers: CIMultiDictProxy[str], body: bytes) -> bool:
        times = headers.getall("X-Slack-Request-Timestamp", [])
        if self._signatures is None:
            return False
        return self._signatures.lets_in(
            times, headers.getall("X-Slack-Signature", []), body, self._now().timestamp()
        )


def is_well_formed(body: bytes, content_type: str) -> bool:
    """Whether a body is what Slack sends: an object in JSON, or a form with a payload or a command."""
    try:
        text = body.decode()
        if content_type != FORM:
            return _is_object(text)
        form = parse_qsl(text, keep_blank_values=True, strict_parsing=True, max_num_fields=100)
    except ValueError:
        return False
    fields = dict(form)
    if len(fields) != len(form):
        return False
    if "payload" in fields:
        return _is_object(fields["payload"])
    return bool({"command", "ssl_check"} & fields.keys())


def _is_object(text: str) -> bool:
    try:
        found = json.loads(text, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and _depth_fits(found)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _depth_fits(tree: object, depth: int = 1) -> bool:
    if depth > DEPTH_MOST:
        return False
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return all(_depth_fits(each, depth + 1) for each in inner)


def _single(headers: Mapping[str, str]) -> dict[str, str | Sequence[str]]:
    wanted = ("x-slack-", "content-type")
    return {name: value for name, value in headers.items() if name.lower().startswith(wanted)}

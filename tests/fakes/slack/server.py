"""The fake Slack: a server on this machine that the unchanged Bolt and slack_sdk talk to."""

import asyncio
import json
import time
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.fakes.slack.faults import Fault, Script
from tests.fakes.slack.limits import check_aside, check_message, check_view
from tests.fakes.slack.methods import METHODS
from tests.fakes.slack.oauth import OAuth
from tests.fakes.slack.sockets import Sockets
from tests.fakes.slack.world import Now, Refused, SlackMessage, SlackTeam, Tree

ADDRESS = "127.0.0.1"
APP_TOKEN = "xapp-fake"
ADDRESS_LIVES, ADDRESS_USES = 30 * 60, 5
SLOW = 2.0
JSON_ARGUMENTS = ("blocks", "view", "metadata", "files")
"""Arguments that are JSON in a text when the others come as a form."""


@dataclass(frozen=True, slots=True)
class Called:
    """One call that came in."""

    team: str
    method: str
    args: Tree
    answer: str


class FakeSlack:
    """All of Slack: workspaces, the Web API, sockets, addresses for answers, uploads."""

    def __init__(self, now: Now = time.time, app_token: str = APP_TOKEN) -> None:
        self.now = now
        self.app_token = app_token
        self.teams: dict[str, SlackTeam] = {}
        self.script = Script()
        self.calls: list[Called] = []
        self.complaints: list[str] = []
        """What a bot must never send; whoever uses the fake asserts that there is none."""
        self.sockets = Sockets(now)
        self.oauth = OAuth(now)
        self.port = 0

    @property
    def base_url(self) -> str:
        """Where the Web API is."""
        return f"http://{ADDRESS}:{self.port}/api/"

    def team(self, id: str = "T0GARDEN") -> SlackTeam:
        """Return a workspace, which is made when first asked for."""
        return self.teams.setdefault(id, SlackTeam(id, self.now))

    async def start(self) -> None:
        """Answer at a free port."""
        application = web.Application(client_max_size=8 * 1024 * 1024)
        for verb in ("GET", "POST"):
            application.router.add_route(verb, "/api/{method}", self._api)
        application.router.add_post("/answer/{key}", self._answer)
        application.router.add_post("/upload/{team}/{file}", self._upload)
        application.router.add_get("/socket", self.sockets.serve)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, ADDRESS, 0).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Answer no more."""
        await self.sockets.close()
        await self._runner.cleanup()

    def address(self, key: str) -> str:
        """Return an address for answers."""
        return f"http://{ADDRESS}:{self.port}/answer/{key}"

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fault = self.script.fault_for(method)
        if fault is Fault.DROP_BEFORE:
            return _broken(request)
        if early := _early(fault):
            self.calls.append(Called("", method, {}, str(fault)))
            return early
        args = await _arguments(request)
        how, _, token = request.headers.get("Authorization", "").partition(" ")
        if how == "Basic":
            args["client_id"], args["client_secret"] = b64decode(token).decode().split(":")
        token = token or args.pop("token", "")
        answer = self._do(method, args, token)
        if fault is Fault.SLOW:
            await asyncio.sleep(SLOW)
        return _broken(request) if fault is Fault.DROP_AFTER else web.json_response(answer)

    def _do(self, method: str, args: Tree, token: str) -> Tree:
        team = next((team for team in self.teams.values() if team.token == token), None)
        try:
            answer = {"ok": True, **self._done(method, args, token, team)}
        except Refused as refused:
            if why := refused.more.get("why"):
                self.complaints.append(f"{method}: {refused.error}: {why}")
            answer = {"ok": False, "error": refused.error, **refused.more}
        self.calls.append(Called(team.id if team else "", method, args, str(answer.get("error", "ok"))))
        return answer

    def _done(self, method: str, args: Tree, token: str, team: SlackTeam | None) -> Tree:
        if method == "apps.connections.open":
            if token != self.app_token:
                raise Refused("invalid_auth")
            return {"url": f"ws://{ADDRESS}:{self.port}/socket"}
        if method == "oauth.v2.access":
            return self.oauth.access(args)
        if method not in METHODS:
            raise Refused("unknown_method", why="the fake does not know it")
        if team is None:
            raise Refused("invalid_auth")
        if team.refuses or team.token_ends < self.now():
            raise Refused(team.refuses or "token_expired")
        answer = METHODS[method].call(team, args)
        if "upload_url" in answer:
            answer["upload_url"] = f"http://{ADDRESS}:{self.port}/{answer['upload_url']}"
        return answer

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        key = request.match_info["key"]
        fault = self.script.fault_for("response_url")
        if early := _early(fault):
            return early
        team = next((team for team in self.teams.values() if key in team.addresses), None)
        if team is None:
            return web.Response(status=404, text="no_such_address")
        address = team.addresses[key]
        if self.now() - address.at > ADDRESS_LIVES or address.uses >= ADDRESS_USES:
            return web.Response(status=404, text="expired_url" if address.uses < ADDRESS_USES else "used_url")
        body = await request.json()
        try:
            check_aside(body)
        except Refused as refused:
            self.complaints.append(f"response_url: {refused.more.get('why') or refused.error}")
            return web.Response(status=400, text=refused.error)
        address.uses += 1
        self.aside(team, address.user, address.channel, body, instead_of=address.of)
        return _broken(request) if fault is Fault.DROP_AFTER else web.Response(text="ok")

    def aside(self, team: SlackTeam, user: str, channel: str, body: Tree, instead_of: str = "") -> None:
        """Show a message to one person, in place of what they pressed where that is asked for."""
        if body.get("replace_original") and instead_of:
            team.messages = [m for m in team.messages if not (m.ts == instead_of and m.only_for == user)]
        team.messages.append(
            SlackMessage(
                team.ts(), channel, team.bot_user, body.get("text", ""), team.number(),
                blocks=body.get("blocks") or [], only_for=user,
            )
        )  # fmt: skip

    def check_view(self, view: Tree) -> None:
        """Hold a view that came with an acknowledgement against the limits."""
        try:
            check_view(view)
        except Refused as refused:
            self.complaints.append(f"view in an acknowledgement: {refused.more.get('why')}")

    def check_message(self, body: Tree) -> None:
        """Hold a message that came with an acknowledgement against the limits."""
        try:
            check_message(body)
        except Refused as refused:
            self.complaints.append(f"message in an acknowledgement: {refused.more.get('why')}")

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        team = self.teams[request.match_info["team"]]
        file = team.files[request.match_info["file"]]
        file.content = await request.read()
        return web.Response(text="OK")


async def _arguments(request: web.Request) -> Tree:
    if request.content_type == "application/json":
        return dict(await request.json())
    form: Mapping[str, Any] = {**request.query, **await request.post()}
    return {name: json.loads(str(v)) if name in JSON_ARGUMENTS else v for name, v in form.items()}


def _early(fault: Fault) -> web.StreamResponse | None:
    match fault:
        case Fault.RATE_LIMITED:
            answer = {"ok": False, "error": "ratelimited"}
            return web.json_response(answer, status=429, headers={"Retry-After": "7"})
        case Fault.SERVER:
            return web.Response(status=503, text="<html>down</html>", content_type="text/html")
        case Fault.INTERNAL:
            return web.json_response({"ok": False, "error": "internal_error"})
        case Fault.GARBAGE:
            return web.Response(text='{"ok": tr', content_type="application/json")
        case _:
            return None


def _broken(request: web.Request) -> web.StreamResponse:
    """Break the connection, so that whoever called never learns what became of it."""
    if request.transport:
        request.transport.abort()
    return web.Response()

"""The REST routes of the fake: what the bot may call about itself, its commands and its answers."""

import re
from typing import Any

from tests.fakes.discord.call import Answer, Call, Handler, Refused
from tests.fakes.discord.channel_routes import ChannelRoutes
from tests.fakes.discord.command_limits import in_commands
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.interactions import Interaction, Interactions
from tests.fakes.discord.limits import Json, Problem
from tests.fakes.discord.world import APPLICATION, World


class Routes:
    """What can be called."""

    def __init__(self, world: World, interactions: Interactions, gateway: Gateway) -> None:
        self._world = world
        self._interactions = interactions
        self._gateway = gateway
        self._table: tuple[tuple[str, str, Handler], ...] = (
            ("GET", "/users/@me", self._me),
            ("GET", "/users/@me/guilds", self._guilds),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/gateway", self._address),
            ("PUT", r"/applications/(\d+)/commands", self._put_commands),
            ("GET", r"/applications/(\d+)/commands", self._get_commands),
            ("POST", r"/interactions/(\d+)/([^/]+)/callback", self._call_back),
            ("POST", r"/webhooks/(\d+)/([^/]+)", self._follow_up),
            ("GET", r"/webhooks/(\d+)/([^/]+)/messages/@original", self._original),
            ("PATCH", r"/webhooks/(\d+)/([^/]+)/messages/@original", self._edit_original),
            *ChannelRoutes(world, gateway).table(),
        )

    def find(self, method: str, path: str) -> tuple[str, Handler, tuple[str, ...]] | None:
        """Return the template, what answers it, and what stands in its gaps."""
        for known, template, handler in self._table:
            if known == method and (found := re.fullmatch(template, path)):
                return template, handler, found.groups()
        return None

    async def _me(self, call: Call) -> Answer:
        return self._world.bot.shown()

    async def _guilds(self, call: Call) -> Answer:
        return [
            {
                "id": str(guild.id),
                "name": guild.name,
                "permissions": str(guild.bot_permissions),
                "features": [],
            }
            for guild in self._world.guilds.values()
        ]

    async def _application(self, call: Call) -> Answer:
        return {
            "id": str(APPLICATION), "name": "Counterpoint", "description": "", "icon": None, "summary": "",
            "bot_public": True, "bot_require_code_grant": False, "verify_key": "", "flags": 0,
            "owner": self._world.bot.shown(), "team": None,
        }  # fmt: skip

    async def _address(self, call: Call) -> Answer:
        return {"url": self._gateway.address}

    async def _put_commands(self, call: Call, application: str) -> Answer:
        payload: Any = call.body
        if problems := in_commands(payload):
            raise Refused(400, 50035, problems)
        self._world.syncs += 1
        self._world.commands = [each | {"id": str(self._world.new_id())} for each in payload]
        return [each | {"application_id": application, "version": "1"} for each in self._world.commands]

    async def _get_commands(self, call: Call, application: str) -> Answer:
        return self._world.commands

    async def _call_back(self, call: Call, id: str, token: str) -> Answer:
        found = self._interactions.call_back(int(id), token, call.body, call.files)
        if call.query.get("with_response") not in {"1", "true"}:
            return None
        told: Json = {"id": id, "type": found.kind, "response_message_id": None}
        resource: Json = {"type": found.first}
        if found.original:
            resource["message"] = found.original
            told["response_message_id"] = found.original["id"]
        return {"interaction": told, "resource": resource}

    async def _follow_up(self, call: Call, application: str, token: str) -> Answer:
        return self._interactions.follow_up(self._by(token), call.body, call.files)

    async def _original(self, call: Call, application: str, token: str) -> Answer:
        found = self._by(token)
        self._interactions.require_good(found)
        if found.original is None:
            raise Refused(404, 10008)
        return found.original

    async def _edit_original(self, call: Call, application: str, token: str) -> Answer:
        return self._interactions.edit(self._by(token), call.body, call.files)

    def _by(self, token: str) -> Interaction:
        found = self._interactions.by_token.get(token)
        if found is None:
            raise Refused(404, 10015)
        return found


def nested(problems: list[Problem]) -> Json:
    """Return what is wrong as Discord nests it."""
    told: Json = {}
    for where, what in problems:
        place = told
        for step in filter(None, where.split(".")):
            place = place.setdefault(step, {})
        place.setdefault("_errors", []).append({"code": "INVALID", "message": what})
    return told

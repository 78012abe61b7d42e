"""Interactions: what somebody did, and what Discord takes as an answer to it, and when."""

import asyncio
import secrets
from dataclasses import dataclass, field

from tests.fakes.discord.call import Refused
from tests.fakes.discord.limits import Json, Problem, in_choices, in_message, in_modal
from tests.fakes.discord.world import (
    APPLICATION,
    COMPONENTS_V2,
    DIRECT,
    EPHEMERAL,
    EVERYTHING,
    LOADING,
    Channel,
    User,
    World,
)

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
SAY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, FORM = 4, 5, 6, 7, 8, 9
FIRST_WITHIN, TOKEN_FOR = 3.0, 900.0
FILE_MOST = 10 * 2**20
TAKEN = {
    COMMAND: {SAY, DEFER, FORM},
    COMPONENT: {SAY, DEFER, DEFER_UPDATE, UPDATE, FORM},
    AUTOCOMPLETE: {CHOICES},
    MODAL: {SAY, DEFER, DEFER_UPDATE},
}
"""Which answers each kind takes; a form never follows a form."""


@dataclass(slots=True)
class Interaction:
    """One thing somebody did, until its token is no longer good."""

    id: int
    kind: int
    user: User
    channel: Channel
    payload: Json
    at: float
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    first: int = 0
    """The kind of the first answer; nought while there is none."""
    original: Json | None = None
    followups: list[Json] = field(default_factory=list)
    form: Json | None = None
    choices: list[Json] | None = None

    @property
    def messages(self) -> list[Json]:
        """Everything that was answered in words."""
        return [*([self.original] if self.original else []), *self.followups]


class Interactions:
    """All interactions there were."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.by_id: dict[int, Interaction] = {}
        self.by_token: dict[str, Interaction] = {}

    def new(
        self, kind: int, user: User, channel: Channel, data: Json, message: Json | None = None
    ) -> Interaction:
        """Return an interaction with what Discord tells about it."""
        world = self._world
        interaction = Interaction(world.new_id(), kind, user, channel, {}, world.now())
        told: Json = {
            "id": str(interaction.id), "application_id": str(APPLICATION), "type": kind, "version": 1,
            "token": interaction.token, "data": data, "channel_id": str(channel.id), "locale": "en-GB",
            "channel": channel.shown(), "app_permissions": str(self._rights_in(channel)), "entitlements": [],
            "authorizing_integration_owners": {}, "context": 1 if channel.kind == DIRECT else 0,
            "attachment_size_limit": FILE_MOST,
        }  # fmt: skip
        if channel.guild:
            permissions = str(world.guilds[channel.guild].people.get(user.id, 0))
            member: Json = {"user": user.shown(), "roles": [], "nick": None, "permissions": permissions}
            member |= {"joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}
            guild = {"id": str(channel.guild), "locale": "en-US", "features": []}
            told |= {
                "guild_id": str(channel.guild),
                "guild": guild,
                "guild_locale": "en-US",
                "member": member,
            }
        else:
            told |= {"user": user.shown()}
        if message:
            told |= {"message": message}
        interaction.payload = told
        self.by_id[interaction.id] = self.by_token[interaction.token] = interaction
        return interaction

    def _rights_in(self, channel: Channel) -> int:
        guild = self._world.guilds.get(channel.guild)
        return (guild.bot_permissions if guild else EVERYTHING) & ~channel.denied

    def call_back(self, id: int, token: str, body: Json, files: list[Json]) -> Interaction:
        """
        Take the first answer.

        Raises:
            Refused: It is too late, the second, of a kind that does not go, or beyond a limit.
        """
        found = self.by_id.get(id)
        if found is None or found.token != token or self._world.now() - found.at > FIRST_WITHIN:
            raise Refused(404, 10062)
        if found.first:
            raise Refused(400, 40060)
        kind, data = body["type"], body.get("data") or {}
        if kind not in TAKEN[found.kind] or (kind == UPDATE and "message" not in found.payload):
            raise Refused(400, 50035, [("type", f"{kind} does not answer {found.kind}")])
        if problems := _problems_in(kind, data):
            raise Refused(400, 50035, problems)
        found.first = kind
        self._take(found, kind, data, files)
        found.answered.set()
        return found

    def edit(self, found: Interaction, body: Json, files: list[Json]) -> Json:
        """
        Edit the first answer, which ends the waiting where it was put off.

        Raises:
            Refused: The token is no longer good, there is no answer yet, or it goes beyond a limit.
        """
        self.require_good(found)
        if found.original is None:
            raise Refused(404, 10015)
        was_v2 = bool(found.original["flags"] & COMPONENTS_V2)
        if problems := in_message(body, was_v2=was_v2, is_edit=not found.original["flags"] & LOADING):
            raise Refused(400, 50035, problems)
        kept = found.original["flags"] & EPHEMERAL | (body.get("flags") or 0) & COMPONENTS_V2
        kept |= COMPONENTS_V2 if was_v2 else 0
        fresh = self._world.new_message(found.channel, self._world.bot, body | {"flags": kept})
        found.original |= {**fresh, "id": found.original["id"], "attachments": files}
        return found.original

    def follow_up(self, found: Interaction, body: Json, files: list[Json]) -> Json:
        """
        Say something more.

        Raises:
            Refused: The token is no longer good, there is no answer yet, or it goes beyond a limit.
        """
        self.require_good(found)
        if not found.first:
            raise Refused(404, 10015)
        if problems := in_message(body):
            raise Refused(400, 50035, problems)
        said = self._say(found, body, files)
        found.followups.append(said)
        return said

    def require_good(self, found: Interaction) -> None:
        """
        Let only a token through that is still good.

        Raises:
            Refused: Fifteen minutes are over.
        """
        if self._world.now() - found.at > TOKEN_FOR:
            raise Refused(401, 50027)

    def _take(self, found: Interaction, kind: int, data: Json, files: list[Json]) -> None:
        match kind:
            case 4:
                found.original = self._say(found, data, files)
            case 5:
                flags = (data.get("flags") or 0) & EPHEMERAL | LOADING
                found.original = self._say(found, {"flags": flags}, [])
            case 8:
                found.choices = data.get("choices") or []
            case 9:
                found.form = data

    def _say(self, found: Interaction, body: Json, files: list[Json]) -> Json:
        message = self._world.new_message(found.channel, self._world.bot, body)
        message["attachments"] = files
        if message["flags"] & EPHEMERAL:
            self._world.private.append((found.channel.id, found.user.id, message))
        else:
            found.channel.messages.append(message)
        return message


def _problems_in(kind: int, data: Json) -> list[Problem]:
    if kind in {SAY, UPDATE}:
        return in_message(data)
    if kind == FORM:
        return in_modal(data)
    return in_choices(data) if kind == CHOICES else []

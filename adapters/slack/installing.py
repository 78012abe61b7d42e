"""Many workspaces: people install the bot themselves, and each workspace has a token of its own."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime

from aiohttp import ClientSession
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from adapters.scribe import Scribe
from adapters.slack.clock import utc_now
from adapters.slack.refusals import NotInstalled, named
from adapters.slack.vault import Installed, Registration, Vault
from adapters.slack.workspaces import new_client
from bot.dialogue.places import Community
from bot.ports import Installations

RENEWED_BEFORE = 2 * 60 * 60
"""Seconds before its end in which a token is renewed; one lives for twelve hours."""
OTHERS_RENEW = 1.0
STATES_MOST = 10_000

log = logging.getLogger(__name__)


class ManyWorkspaces:
    """Knows the tokens of all workspaces, and renews each before it ends."""

    def __init__(
        self,
        installations: Installations,
        scribe: Scribe,
        session: ClientSession,
        registration: Registration,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._installations = installations
        self._vault = Vault(registration.token_key)
        self._registration = registration
        self._scribe = scribe
        self._session = session
        self._clock = now
        self._known: dict[str, Installed] = {}
        self._turns: dict[str, asyncio.Lock] = {}

    def _now(self) -> float:
        return self._clock().timestamp()

    async def ask_who(self) -> None:
        """Ask nothing: each workspace says who it is when it installs the bot."""

    async def client_for(self, team: str) -> AsyncWebClient:
        """
        Return what speaks to Slack for this workspace, with a token that lives for a while yet.

        Raises:
            NotInstalled: Nobody installed the bot there, or somebody removed it.
            SlackApiError: Its token could not be renewed.
        """
        installed = self._known.get(team) or await self._find(team)
        if self._is_ending(installed):
            async with self._turns.setdefault(team, asyncio.Lock()):
                installed = await self._renewed(team)
        return new_client(installed.token, self._session, self._registration.api)

    async def save(self, installed: Installed) -> None:
        """Keep what Slack gave, sealed."""
        sealed = self._vault.seal(installed)
        await self._scribe.run(lambda: self._installations.save(_community(installed.team), sealed))
        self._known[installed.team] = installed

    async def forget(self, team: str) -> None:
        """Keep no token of this workspace any more."""
        self._known.pop(team, None)
        await self._scribe.run(lambda: self._installations.forget(_community(team)))

    async def _find(self, team: str) -> Installed:
        sealed = await self._scribe.read(lambda: self._installations.find(_community(team)))
        installed = self._vault.open(sealed, team) if sealed else None
        if installed is None:
            raise NotInstalled
        self._known[team] = installed
        return installed

    def _is_ending(self, installed: Installed) -> bool:
        return bool(installed.refresh_token) and installed.expires_at - self._now() < RENEWED_BEFORE

    async def _renewed(self, team: str) -> Installed:
        """Renew a token once, also where several processes want to: the old one can be given once only."""
        while True:
            installed = await self._find(team)
            if not self._is_ending(installed):
                return installed
            now = self._clock()
            if await self._scribe.run(lambda: self._installations.claim(_community(team), now)):  # noqa: B023
                return await self._renew(installed)
            if installed.expires_at > self._now():
                return installed
            await asyncio.sleep(OTHERS_RENEW)

    async def _renew(self, installed: Installed) -> Installed:
        client = new_client("", self._session, self._registration.api)
        try:
            given = await client.oauth_v2_access(
                client_id=self._registration.client_id,
                client_secret=self._registration.client_secret,
                grant_type="refresh_token",
                refresh_token=installed.refresh_token,
            )
        except SlackApiError as error:
            log.warning("The token of a workspace could not be renewed: %s", named(error))
            if installed.expires_at > self._now():
                return installed
            raise
        renewed = installed.renewed(given.data if isinstance(given.data, dict) else {}, self._now())
        await self.save(renewed)
        return renewed

    def flow(self, scopes: Sequence[str]) -> AsyncOAuthFlow:
        """Return the pages on which somebody installs the bot in their workspace."""
        settings = AsyncOAuthSettings(
            client_id=self._registration.client_id,
            client_secret=self._registration.client_secret,
            scopes=list(scopes),
            installation_store=_Saving(self),
            state_store=_States(self._vault, self._now),
            install_page_rendering_enabled=False,  # Bolt's page loads pictures from elsewhere
            authorization_url=self._registration.api.removesuffix("api/") + "oauth/v2/authorize",
        )
        return AsyncOAuthFlow(client=new_client("", self._session, self._registration.api), settings=settings)


class _Saving(AsyncInstallationStore):
    """What Bolt's pages hand an installation to."""

    def __init__(self, workspaces: ManyWorkspaces) -> None:
        self._workspaces = workspaces

    async def async_save(self, installation: Installation) -> None:
        """Keep it; one of a whole organisation belongs to no workspace, so it is not taken."""
        if not installation.team_id or installation.is_enterprise_install or not installation.bot_token:
            raise NotInstalled
        await self._workspaces.save(
            Installed(
                team=installation.team_id,
                token=installation.bot_token,
                refresh_token=installation.bot_refresh_token or "",
                expires_at=installation.bot_token_expires_at or 0,
            )
        )


class _States(AsyncOAuthStateStore):
    """States that this bot made, each for one use."""

    def __init__(self, vault: Vault, now: Callable[[], float]) -> None:
        self._vault = vault
        self._now = now
        self._used: dict[str, None] = {}

    async def async_issue(self, *_args: object, **_more: object) -> str:
        """Make one."""
        return self._vault.new_state(secrets.token_urlsafe(16), int(self._now()))

    async def async_consume(self, state: str) -> bool:
        """Take one: once, and not when it is old."""
        if state in self._used or not self._vault.knows_state(state, int(self._now())):
            return False
        self._used[state] = None
        if len(self._used) > STATES_MOST:
            del self._used[next(iter(self._used))]
        return True


def _community(team: str) -> Community:
    return Community("slack", team)

"""In which workspaces the bot is installed, and how it speaks to each."""

from typing import Protocol

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.refusals import NotConnected, NotInstalled

API = "https://slack.com/api/"


class Workspaces(Protocol):
    """Knows the token of each workspace."""

    async def ask_who(self) -> None:
        """
        Ask Slack whose token it is, where there is one in the settings.

        Raises:
            SlackApiError: It is nobody's.
        """
        ...

    async def client_for(self, team: str) -> AsyncWebClient:
        """
        Return what speaks to Slack for this workspace.

        Raises:
            NotInstalled: The bot is not installed there, or not any more.
        """
        ...

    async def forget(self, team: str) -> None:
        """Speak to this workspace no more: the bot was removed, or its token taken back."""
        ...


class OneWorkspace:
    """The one workspace whose token stands in the settings."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._team = ""
        self._is_gone = False

    async def ask_who(self) -> None:
        """
        Ask Slack whose token it is.

        Raises:
            SlackApiError: It is nobody's.
        """
        self._team = str((await self._client.auth_test())["team_id"])

    async def client_for(self, team: str) -> AsyncWebClient:
        """
        Return the one client.

        Raises:
            NotInstalled: It is another workspace, or the bot was removed.
            NotConnected: Slack has not said yet which workspace it is.
        """
        if not self._team:
            raise NotConnected
        if self._is_gone or team != self._team:
            raise NotInstalled
        return self._client

    async def forget(self, team: str) -> None:
        """Speak no more, until the bot is started again."""
        self._is_gone = self._is_gone or team == self._team


def new_client(token: str, session: ClientSession, api: str = API) -> AsyncWebClient:
    """Return a client that does each call once: what is tried again is for the courier to say (D6)."""
    return AsyncWebClient(token=token or None, base_url=api, session=session, retry_handlers=[], timeout=20)

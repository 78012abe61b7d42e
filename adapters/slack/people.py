"""How people are called: by their own name where the operator lets the bot ask, else by their handle."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.refusals import TROUBLE
from bot.dialogue.places import Account

PATIENCE = 1.0
"""Seconds; a name is not worth more of the three that Slack waits."""
REMEMBERED = 2000


class People:
    """Asks Slack for names, once a person while the bot runs."""

    def __init__(self, client_for: Callable[[str], Awaitable[AsyncWebClient]]) -> None:
        self._client_for = client_for
        self._names: dict[tuple[str, str], str] = {}

    async def named(self, account: Account) -> Account:
        """Return the account under the name that its person chose, or under its handle."""
        key = (account.community.id, account.id)
        if key not in self._names:
            name = await self._asked(*key)
            if not name:
                return account
            if len(self._names) >= REMEMBERED:
                self._names.clear()
            self._names[key] = name
        return replace(account, name=self._names[key])

    async def _asked(self, team: str, user: str) -> str:
        try:
            async with asyncio.timeout(PATIENCE):
                client = await self._client_for(team)
                profile = (await client.users_info(user=user))["user"]["profile"]
        except (*TROUBLE, KeyError, TypeError):
            return ""
        return str(profile.get("display_name") or profile.get("real_name") or "")

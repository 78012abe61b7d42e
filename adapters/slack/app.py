"""One app of Slack: checks its tokens, opens its doors, and closes them again."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

from aiohttp import ClientError, ClientSession
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.courier import Messenger
from adapters.scribe import Scribe
from adapters.slack.calls import Calls
from adapters.slack.clock import utc_now
from adapters.slack.doors import Door, HttpDoor
from adapters.slack.hearing import Ear
from adapters.slack.listen import PLATFORM
from adapters.slack.messenger import SlackMessenger
from adapters.slack.people import People
from adapters.slack.refusals import TROUBLE, named
from adapters.slack.setup import Memory, Setup
from adapters.slack.threads import Threads
from adapters.slack.workspaces import new_client
from bot.engine import Engine
from bot.settings import SettingsProblem

START_DEADLINE = 15.0
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0

log = logging.getLogger(__name__)


class SlackApp:
    """One app of Slack, over whichever doors are set up."""

    platform = PLATFORM

    def __init__(
        self, scribe: Scribe, engine: Engine, setup: Setup, memory: Memory,
        now: Callable[[], datetime] = utc_now,
    ) -> None:  # fmt: skip
        self._scribe = scribe
        self._engine = engine
        self._setup = setup
        self._memory = memory
        self._now = now
        self._doors: tuple[Door, ...] = ()
        self._session: ClientSession | None = None
        self._opening: asyncio.Task[None] | None = None
        self._ear: Ear | None = None
        self.messenger: Messenger = SlackMessenger(self.client_for, setup.pace, now)

    async def start(self, wake: Callable[[], None], say: Callable[[str], None]) -> None:
        """
        Connect, or go on trying to; call *wake* when there may be something to post.

        Raises:
            SettingsProblem: Something is missing, or Slack does not accept a token.
        """
        self._setup.require_whole()
        session = self._session = ClientSession()
        self._workspaces = self._setup.workspaces(
            self._scribe, session, self._memory.installations, self._now
        )
        people = People(self.client_for) if self._setup.may_ask_names else None
        calls = Calls(self.client_for, session)
        self._ear = Ear(self._scribe, self._engine, calls, self._workspaces, people)
        self._ear.now, self._ear.wake = self._now, wake
        self._ear.threads = Threads(self._scribe, self._memory.outbox)
        self._doors = self._setup.doors(self._workspaces, self._now)
        try:
            await self._check_tokens(session)
        except (TimeoutError, ClientError, OSError):
            say("Slack does not answer. It is asked again until it does.")
        self._opening = asyncio.create_task(self._open(self._bolt(session, self._ear), say))

    async def stop(self) -> None:
        """Hear no more, finish what was begun, and let go."""
        if self._opening:
            self._opening.cancel()
            await asyncio.wait({self._opening})
        for door in self._doors:
            await door.close()
        if self._ear:
            await self._ear.settled()
        if self._session:
            await self._session.close()

    async def connected(self) -> None:
        """Return once every door is open."""
        if self._opening:
            await self._opening

    async def settled(self) -> None:
        """Return once everything that was heard is answered."""
        if self._ear:
            await self._ear.settled()

    @property
    def port(self) -> int:
        """The port at which signed requests are answered; nought where none are."""
        return next((door.port for door in self._doors if isinstance(door, HttpDoor)), 0)

    async def client_for(self, team: str) -> AsyncWebClient:
        """
        Return what speaks to Slack for a workspace.

        Raises:
            NotInstalled: The bot is not installed there.
            NotConnected: Slack has not answered yet.
        """
        return await self._workspaces.client_for(team)

    def _bolt(self, session: ClientSession, ear: Ear) -> AsyncApp:
        """Return Bolt with us in front: it checks, parses and connects, and has no listeners."""
        bolt = _Bolt(
            client=new_client("", session, self._setup.api),
            authorize=_nobody,
            before_authorize=ear.hear,
            signing_secret=self._setup.signing_secret,
            logger=_of_bolt(),
            request_verification_enabled=False,  # ours stands at the door; Bolt's would log whole bodies
        )
        bolt.error(ear.answer_for_fault)
        return bolt

    async def _open(self, bolt: AsyncApp, say: Callable[[str], None]) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                await self._workspaces.ask_who()
                break
            except TROUBLE as error:
                log.warning("Slack does not say who we are: %s", named(error))
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
        for door in self._doors:
            await door.open(bolt)
        say("Slack is connected.")

    async def _check_tokens(self, session: ClientSession) -> None:
        """
        Ask Slack whether it knows the tokens, before Bolt tries a wrong one for ever.

        Raises:
            SettingsProblem: It does not accept one.
        """
        client = new_client("", session, self._setup.api)
        async with asyncio.timeout(START_DEADLINE):
            await _accepted(self._workspaces.ask_who(), "SLACK_BOT_TOKEN")
            if token := self._setup.app_token:
                await _accepted(client.apps_connections_open(app_token=token), "SLACK_APP_TOKEN")


async def _accepted(call: Coroutine[Any, Any, object], setting: str) -> None:
    try:
        await call
    except SlackApiError as error:
        raise SettingsProblem((f"{setting}: Slack does not accept it ({named(error)}).",)) from error


def _of_bolt() -> logging.Logger:
    """Return where Bolt says what went wrong; what it warns of at the start is meant as it is."""
    logger = logging.getLogger("slack_bolt.of_counterpoint")
    logger.setLevel(logging.ERROR)
    return logger


class _Bolt(AsyncApp):
    """Bolt, which stumbles over payloads of a shape that it does not expect; those are told nothing (B26)."""

    async def async_dispatch(self, req: AsyncBoltRequest) -> BoltResponse:
        """Hand a request on; what Bolt cannot take apart is acknowledged, so that it does not come again."""
        try:
            return await super().async_dispatch(req)
        except Exception as error:  # noqa: BLE001 - a fault of ours was answered before it came so far
            log.warning("Slack sent what cannot be taken apart: %s", type(error).__name__)
            return BoltResponse(status=200, body="")


async def _nobody() -> AuthorizeResult:
    """Let Bolt know no token: each workspace has a client of its own here."""
    return AuthorizeResult(enterprise_id=None, team_id=None)

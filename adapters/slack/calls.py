"""Carries out what follows an acknowledgement: opens views, answers aside, writes directly."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import TypedDict, assert_never

from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.answers import Aside, Call, Directly, Openly, OpenView, ShowHome, UpdateView
from adapters.slack.parts import Part
from adapters.slack.refusals import TROUBLE, named
from adapters.slack.render import draw_all
from adapters.slack.uploads import upload
from adapters.slack.way_back import Back
from bot.filing import WrittenFile
from bot.speech.messages import Message
from bot.speech.phrasebook import Words
from bot.words import Phrase

OK = 200


class Quiet(TypedDict):
    """How a message is sent so that nothing in it fetches a page or calls somebody."""

    unfurl_links: bool
    unfurl_media: bool
    parse: str
    link_names: bool


QUIET = Quiet(unfurl_links=False, unfurl_media=False, parse="none", link_names=False)

log = logging.getLogger(__name__)


class Calls:
    """Makes each call once; what Slack does not take is said in another way."""

    def __init__(
        self, client_for: Callable[[str], Awaitable[AsyncWebClient]], session: ClientSession
    ) -> None:
        self._client_for = client_for
        self._session = session

    async def make(self, calls: Iterable[Call], back: Back) -> None:
        """Make calls one after the other."""
        for call in calls:
            try:
                await self._make(call, back)
            except TROUBLE as error:
                log.warning("An answer (%s) did not reach its person: %s", type(call).__name__, named(error))

    async def hand_over(self, written: WrittenFile, words: Words, back: Back) -> None:
        """Upload a file to the direct message of whoever asked for it, or say why that cannot be."""
        client = await self._client_for(back.team)
        try:
            await upload(client, self._session, written, back.user)
        except TROUBLE as error:
            log.warning("A file was not handed over: %s", named(error))
            key = "slack-no-files" if named(error) == "missing_scope" else "slack-no-file"
            for part in draw_all((Message(Phrase(key)),), words):
                await self._aside(client, part, back)

    async def _make(self, call: Call, back: Back) -> None:
        client = await self._client_for(back.team)
        match call:
            case OpenView(view, otherwise):
                await self._open(client, view, otherwise, back)
            case UpdateView(view, otherwise):
                await self._update(client, view, otherwise, back)
            case ShowHome(view):
                await client.views_publish(user_id=back.user, view=view)
            case Aside(part, is_instead):
                await self._aside(client, part, back, is_instead=is_instead)
            case Directly(part):
                await self._directly(client, part, back)
            case Openly(part):
                await client.chat_postMessage(
                    channel=back.channel,
                    thread_ts=back.thread,
                    text=part.text,
                    blocks=list(part.blocks),
                    **QUIET,
                )
            case _:
                assert_never(call)

    async def _open(
        self, client: AsyncWebClient, view: dict[str, object], otherwise: tuple[Part, ...], back: Back
    ) -> None:
        try:
            await client.views_open(trigger_id=back.trigger, view=view)
        except SlackApiError as error:
            log.warning("A view could not be opened: %s", named(error))
            for part in otherwise:
                await self._aside(client, part, back)

    async def _update(
        self, client: AsyncWebClient, view: dict[str, object], otherwise: tuple[Part, ...], back: Back
    ) -> None:
        try:
            await client.views_update(view_id=back.view, view=view)
        except SlackApiError as error:
            log.warning("A view could not be drawn anew: %s", named(error))
            for part in otherwise:
                await self._directly(client, part, back)

    async def _aside(
        self, client: AsyncWebClient, part: Part, back: Back, *, is_instead: bool = False
    ) -> None:
        if back.address:
            hook = AsyncWebhookClient(back.address, session=self._session, retry_handlers=[])
            answer = await hook.send(
                text=part.text,
                blocks=list(part.blocks),
                response_type="ephemeral",
                replace_original=is_instead,
            )
            if answer.status_code == OK:
                return
        elif back.channel.startswith(("C", "G")):
            await client.chat_postEphemeral(
                channel=back.channel, user=back.user, text=part.text, blocks=list(part.blocks),
                thread_ts=back.thread or None, parse="none", link_names=False,
            )  # fmt: skip
            return
        await self._directly(client, part, back)

    async def _directly(self, client: AsyncWebClient, part: Part, back: Back) -> None:
        channel = back.channel if back.channel.startswith("D") else back.user
        await client.chat_postMessage(channel=channel, text=part.text, blocks=list(part.blocks), **QUIET)

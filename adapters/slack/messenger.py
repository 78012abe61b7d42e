"""The way out: posts as messages of Slack, looked for before one is sent a second time."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.courier import Note, Pace
from adapters.slack.calls import QUIET
from adapters.slack.clock import utc_now
from adapters.slack.parts import Part
from adapters.slack.refusals import GONE, TROUBLE, failure, named
from adapters.slack.render import draw_post
from bot.dialogue.places import THREAD, Place
from bot.errors import DeliveryFailed
from bot.ports import Delivery
from bot.speech.effects import Ready

EVENT = "counterpoint_post"
"""The kind of the metadata that carries a delivery id; other apps can read it, so it holds nothing else."""
LOOKED_FOR = timedelta(minutes=15)
"""How long a post that may stand already waits for its channel to be readable; then it is sent again (P3)."""
BEFORE = timedelta(minutes=2)
"""How much earlier than the doubt the search begins: clocks differ."""
SEARCHED = 100
PACE = Pace(in_place=1.0)
"""Slack takes about one message a second and channel."""

ClientFor = Callable[[str], Awaitable[AsyncWebClient]]


class SlackMessenger:
    """Puts posts into channels and direct messages, and edits or removes what stands there."""

    def __init__(
        self, client_for: ClientFor, pace: Pace = PACE, now: Callable[[], datetime] = utc_now
    ) -> None:
        self.pace = pace
        self._client_for = client_for
        self._now = now
        self._direct: dict[Place, str] = {}

    async def deliver(self, delivery: Delivery, ready: Ready, note: Note) -> tuple[str, ...]:
        """
        Draw the parts that stand anew, post the others, and remove what is no longer needed.

        Raises:
            DeliveryFailed: Slack did not take it, or said nothing.
        """
        try:
            client = await self._client_for(delivery.place.community.id)
            channel = await self._channel(client, delivery.place)
            return await self._deliver(client, channel, delivery, ready, note)
        except TROUBLE as error:
            raise failure(error) from error

    async def take_down(self, delivery: Delivery) -> None:
        """
        Remove every part that stands.

        Raises:
            DeliveryFailed: Slack did not do it.
        """
        try:
            client = await self._client_for(delivery.place.community.id)
            channel = await self._channel(client, delivery.place)
            for at in delivery.remotes:
                await _remove(client, channel, at)
        except TROUBLE as error:
            raise failure(error) from error

    async def _deliver(
        self, client: AsyncWebClient, channel: str, delivery: Delivery, ready: Ready, note: Note
    ) -> tuple[str, ...]:
        parts, standing = draw_post(ready.message, ready.words, delivery), list(delivery.remotes)
        stand: list[str] = []
        thread = delivery.place.channel.partition(THREAD)[2]
        for number, part in enumerate(parts):
            if number < len(standing):
                await _draw_anew(client, channel, part, standing[number])
                stand.append(standing[number])
                continue
            if number > len(standing):
                await note(tuple(stand))
            is_doubtful = number == len(standing) and delivery.unsure_since is not None
            found = await self._find(client, channel, delivery, number) if is_doubtful else ""
            id, is_blind = delivery.part(number), found is None
            stand.append(
                found or await _post(client, channel, thread, part, _metadata(id, is_blind=is_blind))
            )
        for left in standing[len(parts) :]:
            await _remove(client, channel, left)
        return tuple(stand)

    async def _find(
        self, client: AsyncWebClient, channel: str, delivery: Delivery, number: int
    ) -> str | None:
        """
        Look for a part that may stand already: return its name, or "" where it does not stand.

        Nothing comes back where that cannot be told, and it has been tried for long enough (P3).

        Raises:
            DeliveryFailed: The channel cannot be read, and the doubt is younger than a quarter of an hour.
        """
        since = delivery.unsure_since or self._now()
        try:
            answer = await client.conversations_history(
                channel=channel, oldest=f"{(since - BEFORE).timestamp():.6f}", limit=SEARCHED,
                include_all_metadata=True,
            )  # fmt: skip
        except TROUBLE as error:
            if self._now() - since >= LOOKED_FOR:
                return None
            reason = f"it may stand already, and its channel cannot be read ({named(error)})"
            raise DeliveryFailed(reason, unknown=True) from error
        wanted = delivery.part(number)
        return next((str(m["ts"]) for m in answer["messages"] if wanted in _delivery_ids(m)), "")

    async def _channel(self, client: AsyncWebClient, place: Place) -> str:
        """Return the channel of a place; the direct message of a person is opened once."""
        if not place.is_direct:
            return place.outer.channel
        if place not in self._direct:
            opened = await client.conversations_open(users=place.account_id)
            self._direct[place] = str(opened["channel"]["id"])
        return self._direct[place]


async def _post(
    client: AsyncWebClient, channel: str, thread: str, part: Part, metadata: dict[str, object]
) -> str:
    answer = await client.chat_postMessage(
        channel=channel,
        thread_ts=thread or None,
        text=part.text,
        blocks=list(part.blocks),
        metadata=metadata,
        **QUIET,
    )
    return str(answer["ts"])


def _metadata(id: str, *, is_blind: bool) -> dict[str, object]:
    """Return what a post is known by; one that may stand twice says so."""
    payload: dict[str, object] = {"delivery": id}
    if is_blind:
        payload["possible_duplicate"] = True
    return {"event_type": EVENT, "event_payload": payload}


async def _draw_anew(client: AsyncWebClient, channel: str, part: Part, at: str) -> None:
    """Draw a message anew; one that somebody deleted on Slack stays deleted."""
    try:
        await client.chat_update(
            channel=channel, ts=at, text=part.text, blocks=list(part.blocks), parse="none", link_names=False
        )
    except SlackApiError as error:
        if named(error) not in GONE:
            raise


async def _remove(client: AsyncWebClient, channel: str, at: str) -> None:
    try:
        await client.chat_delete(channel=channel, ts=at)
    except SlackApiError as error:
        if named(error) not in GONE:
            raise


def _delivery_ids(message: dict[str, Any]) -> set[str]:
    """Return what a message can be known by: the id in its metadata, and the names of its blocks."""
    metadata, blocks = message.get("metadata"), message.get("blocks") or []
    payload = metadata.get("event_payload") if isinstance(metadata, dict) else None
    ids = {str(payload.get("delivery"))} if isinstance(payload, dict) else set()
    return ids | {str(block.get("block_id")) for block in blocks}

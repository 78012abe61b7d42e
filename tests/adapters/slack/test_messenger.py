"""Posts in channels and direct messages: drawn anew in place, taken down whole, in threads, in parts."""

from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ServerDisconnectedError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.messenger import SlackMessenger
from adapters.slack.refusals import NotConnected, NotInstalled, failure
from bot.dialogue.places import Account, Community, Place
from bot.errors import DeliveryFailed
from bot.identifiers import DialogueId, PostId
from bot.ports import Delivery
from bot.speech.effects import Ready
from bot.speech.messages import Message
from bot.words import Phrase
from tests.adapters.web.trees import QUOTE, words
from tests.fakes.slack.world import SlackMessage
from tests.stages.slack_house import SlackHouse

LONG = "A long thought about ponds. " * 140
"""Fits into one text of ours; several of them do not fit into one message of Slack."""


def delivery(house: SlackHouse, channel: str, **more: Any) -> Delivery:
    """Return a post on its way."""
    place = Place(Community("slack", house.team.id), channel)
    return Delivery(
        post=PostId("post-1"), dialogue=DialogueId("d"), place=place, message=Message(Phrase("test-plain")),
        edition=1, attempts=0, fence=1, **more,
    )  # fmt: skip


def ready(times: int) -> Ready:
    """Return a post that says the long text so many times."""
    below = (Message(Phrase("test-long", {"text": QUOTE})),) * (times - 1)
    return Ready(Message(Phrase("test-long", {"text": QUOTE}), (), below), words(LONG))


def standing(house: SlackHouse) -> list[SlackMessage]:
    """Return what the bot posted and nobody took down."""
    return [message for message in house.team.messages if message.user == house.team.bot_user]


class Notes:
    """What was noted on the way."""

    def __init__(self) -> None:
        self.noted: list[tuple[str, ...]] = []

    async def note(self, remotes: tuple[str, ...]) -> None:
        """Note the parts that stand."""
        self.noted.append(remotes)


async def test_a_long_post_grows_and_shrinks_in_place(house: SlackHouse) -> None:
    """Decision 13: parts with their own names; an edit draws all of them, and removes what is left over."""
    messenger, notes = SlackMessenger(house.app.client_for), Notes()
    first = await messenger.deliver(delivery(house, house.channel.id), ready(6), notes.note)
    assert len(first) == len(standing(house)) == 3
    assert notes.noted == [first[:1], first[:2]]
    names = [m.metadata["event_payload"]["delivery"] for m in standing(house) if m.metadata]
    assert names == ["post-1", "post-1.1", "post-1.2"] == [m.blocks[0]["block_id"] for m in standing(house)]

    shrunk = delivery(house, house.channel.id, remotes=first)
    second = await messenger.deliver(shrunk, ready(1), notes.note)

    assert second == first[:1]
    assert [(m.ts, m.is_edited) for m in standing(house)] == [(first[0], True)]
    await messenger.take_down(delivery(house, house.channel.id, remotes=second))
    assert standing(house) == []


async def test_what_was_deleted_on_slack_stays_deleted(house: SlackHouse) -> None:
    """Somebody who may do that has done it; the bot does not put it back, nor fail over it."""
    messenger, notes = SlackMessenger(house.app.client_for), Notes()
    first = await messenger.deliver(delivery(house, house.channel.id), ready(1), notes.note)
    house.team.messages.clear()

    changed = delivery(house, house.channel.id, remotes=first)
    assert await messenger.deliver(changed, ready(1), notes.note) == first
    await messenger.take_down(changed)

    assert standing(house) == []


async def test_a_direct_place_is_the_direct_message_of_its_person(house: SlackHouse) -> None:
    """It is opened once, and can be edited and taken down like any other."""
    ada = house.team.person("Ada")
    here = Place.direct(Account(community=Community("slack", house.team.id), id=ada.id, name="Ada"))
    messenger, notes = SlackMessenger(house.app.client_for), Notes()

    first = await messenger.deliver(delivery(house, here.channel), ready(1), notes.note)
    await messenger.deliver(delivery(house, here.channel, remotes=first), ready(1), notes.note)

    (message,) = standing(house)
    assert message.channel == house.team.direct(ada.id).id
    assert sum(call.method == "conversations.open" for call in house.fake.calls) == 1


async def test_a_post_for_a_thread_stands_in_it(house: SlackHouse) -> None:
    """A question that was opened in a thread belongs there."""
    messenger, notes = SlackMessenger(house.app.client_for), Notes()

    await messenger.deliver(delivery(house, f"{house.channel.id}/1780000000.000001"), ready(1), notes.note)

    (message,) = standing(house)
    assert (message.channel, message.thread) == (house.channel.id, "1780000000.000001")


async def test_words_that_are_taken_back_leave_the_channel(house: SlackHouse) -> None:
    """K6: a marker stays; the words do not, in no text and no block."""
    (ada,) = await house.begin("Ada")
    await ada.write("A pond with a bench")
    await house.settle()
    assert any("A pond with a bench" in str(m.blocks) for m in standing(house))

    await ada.command("entry 1 withdraw", house.channel.id)
    await house.settle()

    posts = [m for m in standing(house) if m.channel == house.channel.id and not m.only_for]
    assert not [m for m in posts if "A pond with a bench" in f"{m.text}{m.blocks}"]


async def test_a_workspace_without_the_bot_is_never_written_to(house: SlackHouse) -> None:
    """The post is given up there, and nowhere else."""
    messenger = SlackMessenger(house.app.client_for)
    post = Delivery(
        post=PostId("p"), dialogue=DialogueId("d"), place=Place(Community("slack", "T0OTHER"), "C1"),
        message=None, edition=1, attempts=0, fence=1, remotes=("1.1",),
    )  # fmt: skip

    with pytest.raises(DeliveryFailed) as raised:
        await messenger.take_down(post)

    assert raised.value.unreachable


def refusal(data: Any, status: int = 200, **headers: str) -> SlackApiError:
    """Return what slack_sdk raises."""
    response = AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="x",
        req_args={},
        data=data,
        headers=headers,
        status_code=status,
    )
    return SlackApiError("refused", response)  # type: ignore[no-untyped-call] # the library says nothing of it


@pytest.mark.parametrize(
    ("error", "wait", "unreachable", "unknown"),
    [
        (refusal({"error": "ratelimited"}, 429, **{"Retry-After": "30"}), 30, False, False),
        (refusal({"error": "not_in_channel"}), 0, True, False),
        (refusal({"error": "internal_error"}), 0, False, True),
        (refusal({"error": "invalid_blocks"}), 0, False, False),
        (refusal("<html>down</html>", 503), 0, False, True),
        (ServerDisconnectedError(), 0, False, True),
        (TimeoutError(), 0, False, True),
        (NotInstalled(), 0, True, False),
        (NotConnected(), 0, False, False),
    ],
)
def test_each_refusal_means_one_thing(
    error: Exception, wait: int, *, unreachable: bool, unknown: bool
) -> None:
    """Whether it is tried again, when, and whether it is looked for first."""
    found = failure(error)

    assert found.retry_after == (timedelta(seconds=wait) if wait else None)
    assert (found.unreachable, found.unknown) == (unreachable, unknown)

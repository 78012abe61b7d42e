"""Whoever edits or deletes their direct message on Slack means the words that were kept from it."""

from collections.abc import AsyncIterator

import pytest

from adapters.slack.rewritten import Rewritten, read_rewritten
from tests.fakes.slack import payloads
from tests.stages.slack_house import SlackHouse, slack_house


@pytest.fixture
async def house() -> AsyncIterator[SlackHouse]:
    """A Slack with a bot on it."""
    async with slack_house() as made:
        yield made


def posts(house: SlackHouse) -> str:
    """Return what everybody reads in the channel."""
    return "\n".join(m.text for m in house.team.messages if m.channel == house.channel.id)


async def test_a_direct_message_that_is_edited_and_then_deleted_takes_its_words_along(
    house: SlackHouse,
) -> None:
    """Slack tells of both in the channel of the direct messages, with the least scopes."""
    _, ben = await house.begin("Ada", "Ben")
    message = await ben.write("A pond for frogs")
    await house.settle()
    assert "A pond for frogs" in posts(house)
    about = {"type": "message", "channel": message.channel, "channel_type": "im", "hidden": True}

    now = {"type": "message", "user": ben.who.id, "text": "A lake for frogs", "ts": message.ts}
    edited = about | {"subtype": "message_changed", "message": now, "ts": house.team.ts()}
    await house.transport.send("events_api", payloads.event(house.team, edited))
    await house.settle()
    assert "A lake for frogs" in posts(house)
    deleted = about | {"subtype": "message_deleted", "deleted_ts": message.ts, "ts": house.team.ts()}
    await house.transport.send("events_api", payloads.event(house.team, deleted))
    await house.settle()

    assert "for frogs" not in posts(house)


def test_a_message_with_answers_leaves_a_stone_and_is_deleted_all_the_same() -> None:
    """Slack tells of that as a change."""
    stone = {"subtype": "tombstone", "ts": "1.2", "text": "This message was deleted."}
    event = {"type": "message", "subtype": "message_changed", "channel": "D1", "message": stone}

    found = read_rewritten({"type": "event_callback", "team_id": "T1", "event": event})

    assert found == Rewritten("T1/D1/1.2", None)

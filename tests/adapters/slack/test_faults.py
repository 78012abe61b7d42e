"""What must hold when Slack, the way to it, or the bot itself breaks (F6 to F16 of the promises)."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from adapters.slack.hearing import PATIENCE
from tests.fakes.slack import payloads
from tests.fakes.slack.faults import Fault
from tests.fakes.slack.person import SlackWindow, Transport, readable_in
from tests.fakes.slack.sockets import NotAcknowledged
from tests.fakes.slack.world import SlackMessage, Tree
from tests.stages.slack_house import SlackHouse, Standing, slack_house

WATCHFUL = 0.5
"""Seconds between two looks of Bolt at its socket; its own ten are too many for a test."""


@dataclass(frozen=True, slots=True)
class Late:
    """A way to the app on which time passes."""

    transport: Transport
    clock: Standing
    seconds: float

    async def send(self, kind: str, payload: Tree, retry: int = 0) -> Tree | None:
        """Let time pass, then send."""
        self.clock.pass_by(seconds=self.seconds)
        return await self.transport.send(kind, payload, retry)


def posts(house: SlackHouse, words: str) -> list[SlackMessage]:
    """Return what the bot posted for everybody that holds these words."""
    mine = (m for m in house.team.messages if m.user == house.team.bot_user and not m.only_for)
    return [message for message in mine if words in message.text]


def everything(window: SlackWindow) -> str:
    """Return all that is before a person."""
    return "\n".join(shown.text for shown in window.before())


async def deliver(house: SlackHouse, payload: Tree, retry: int = 0) -> bool:
    """Deliver an event, and return whether it was acknowledged."""
    try:
        await house.transport.send("events_api", payload, retry)
    except NotAcknowledged:
        return False
    return True


def written(house: SlackHouse, window: SlackWindow, text: str) -> Tree:
    """Write to the bot, and return the event that Slack has not delivered yet."""
    direct = house.team.direct(window.who.id)
    message = SlackMessage(house.team.ts(), direct.id, window.who.id, text, house.team.number())
    house.team.messages.append(message)
    return payloads.message_event(house.team, message, "message")


async def test_events_delivered_again_and_out_of_order_count_once(house: SlackHouse) -> None:
    """F13, F14: Slack promises at least once, and no order; two sockets share what comes."""
    (ada,) = await house.begin("Ada")
    second = await _second_socket(house)
    dice = random.Random(7)
    events = [written(house, ada, f"Idea number {number}.") for number in range(8)]
    copies = [event for event in events for _ in range(dice.randint(1, 5))]
    dice.shuffle(copies)

    acknowledged = await asyncio.gather(
        *(deliver(house, event, turn % 3) for turn, event in enumerate(copies))
    )
    await house.settle()

    assert all(acknowledged)
    assert house.fake.sockets.count == 2
    assert Counter(len(posts(house, f"Idea number {n}.")) for n in range(8)) == {1: 8}
    await second.app.stop()


async def _second_socket(house: SlackHouse) -> SlackHouse:
    """Let another process of the same bot open a socket, on the same memory."""
    other = SlackHouse(house.core)
    other.fake, other.team, other.scribe, other.clock = house.fake, house.team, house.scribe, house.clock
    await other.open()
    return other


async def test_nothing_that_was_acknowledged_is_lost(house: SlackHouse) -> None:
    """D5: whatever instant the bot is broken off at, Slack either tries again or the words are kept."""
    (ada,) = await house.begin("Ada")
    dice = random.Random(3)

    for number in range(100):
        event = written(house, ada, f"Idea number {number}.")
        sending = asyncio.create_task(deliver(house, event))
        for _ in range(dice.randint(0, 60)):
            await asyncio.sleep(0)
        await house.fake.sockets.cut()
        sending.cancel()
        await asyncio.wait({sending})
        is_acknowledged = not sending.cancelled() and sending.result()
        await _break_off(house)
        assert is_acknowledged <= (await _kept(house, f"Idea number {number}.") == 1)
        while not await deliver(house, event, 1):
            pass
        house.clock.pass_by(seconds=30)

    await house.settle()
    assert Counter(len(posts(house, f"Idea number {n}.")) for n in range(100)) == {1: 100}


async def _break_off(house: SlackHouse) -> None:
    """Let the app end in the middle of things, and another begin."""
    for task in house.app._ear._tasks if house.app._ear else ():
        task.cancel()
    await house.app.stop()
    await house.open()


async def _kept(house: SlackHouse, words: str) -> int:
    await house.settle()
    return len(posts(house, words))


@pytest.mark.parametrize("fault", [Fault.DROP_AFTER, Fault.DROP_BEFORE, Fault.SERVER, Fault.GARBAGE])
async def test_a_post_stands_once_where_its_channel_can_be_read(house: SlackHouse, fault: Fault) -> None:
    """P2, F11: the answer was lost, so nobody knows; the channel does."""
    house.team.scopes.add("channels:history")
    (ada,) = await house.begin("Ada")
    house.fake.script.next("chat.postMessage", fault, fault)

    await ada.command("say A pond", house.channel.id)
    await house.settle()
    await ada.submit({})
    for _ in range(4):
        await house.settle()
        house.clock.pass_by(seconds=70)

    assert len(posts(house, "A pond")) == 1


async def test_at_most_one_more_stands_where_nobody_may_look(house: SlackHouse) -> None:
    """P3: after a quarter of an hour it is sent again, marked, and answering either counts once."""
    (ada,) = await house.begin("Ada")
    house.fake.script.next("chat.postMessage", Fault.DROP_AFTER)

    await ada.command("say A pond", house.channel.id)
    await house.settle()
    await ada.submit({})
    await house.settle()
    house.clock.pass_by(minutes=14)
    await house.settle()
    assert len(posts(house, "A pond")) == 1
    for _ in range(5):
        house.clock.pass_by(minutes=6)
        await house.settle()

    first, second = posts(house, "A pond")
    assert first.metadata
    assert second.metadata
    assert "possible_duplicate" not in first.metadata["event_payload"]
    assert second.metadata["event_payload"] == {**first.metadata["event_payload"], "possible_duplicate": True}


async def test_slack_is_waited_for_as_long_as_it_asks(house: SlackHouse) -> None:
    """F6: `Retry-After` is obeyed, and what waits stays in the outbox."""
    (ada,) = await house.begin("Ada")
    house.fake.script.next("chat.postMessage", Fault.RATE_LIMITED)

    await ada.command("say A pond", house.channel.id)
    await house.settle()
    await ada.submit({})
    await house.settle()
    calls = sum(call.method == "chat.postMessage" for call in house.fake.calls)
    house.clock.pass_by(seconds=6)
    await house.settle()

    assert sum(call.method == "chat.postMessage" for call in house.fake.calls) == calls
    assert posts(house, "A pond") == []


@pytest.mark.parametrize("reason", ["warning", "refresh_requested", "too_many_websockets"])
async def test_a_socket_is_opened_again(reason: str) -> None:
    """F15: Slack closes sockets every few hours; nobody should notice."""
    async with slack_house(ping_interval=WATCHFUL) as house:
        await house.fake.sockets.disconnect(reason)
        await _until(lambda: house.fake.sockets.opened >= 2)

        ada = house.window("Ada")
        await ada.command("help")
        await house.settle()

        assert "/dialogue" in everything(ada)


async def test_sockets_that_are_all_down_come_back() -> None:
    """F15: what was sent meanwhile is sent again by Slack, and counts once."""
    async with slack_house(ping_interval=WATCHFUL) as house:
        (ada,) = await house.begin("Ada")
        event = written(house, ada, "A pond")
        house.fake.sockets.refuses = True
        await house.fake.sockets.cut()
        assert not await deliver(house, event)

        house.fake.sockets.refuses = False
        await _until(lambda: house.fake.sockets.count > 0)
        assert await deliver(house, event, 1)
        await house.settle()

        assert len(posts(house, "A pond")) == 1


async def test_a_form_whose_moment_has_passed_can_be_opened_again(house: SlackHouse) -> None:
    """F16: three seconds are over quickly; the words that were typed are not lost with them."""
    (ada,) = await house.begin("Ada")
    slow = SlackWindow(house.fake, Late(house.transport, house.clock, 4), house.team, "Ada")

    await slow.command("say A long thought about ponds", house.channel.id)
    await house.settle()
    assert ada.view is None
    assert "A long thought about ponds" in everything(ada)
    await ada.press("Open the form")
    await house.settle()

    assert ada.view


async def test_an_answer_whose_address_is_gone_comes_directly(house: SlackHouse) -> None:
    """F16: an address takes answers for half an hour; then the direct message has to do."""
    (ada,) = await house.begin("Ada")
    slow = SlackWindow(house.fake, Late(house.transport, house.clock, 31 * 60), house.team, "Ada")

    await slow.press("Pass for now")
    await house.settle()

    direct = house.team.direct(ada.who.id).id
    assert [message.text for message in house.team.messages if message.channel == direct]


async def test_a_slow_bot_says_that_it_works_and_then_answers(
    house: SlackHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F15: Slack waits for three seconds; nothing is said to be kept before it is."""
    monkeypatch.setattr("adapters.slack.hearing.PATIENCE", 0.02)
    (ada,) = await house.begin("Ada")
    await ada.command("say A pond", house.channel.id)
    await house.settle()
    handle = house.scribe.handle

    async def slowly(event: object) -> object:
        await asyncio.sleep(0.1)
        return await handle(event)  # type: ignore[arg-type]

    monkeypatch.setattr(house.scribe, "handle", slowly)
    await ada.submit({})

    assert "takes a little longer" in readable_in(ada.view)
    assert "kept" not in readable_in(ada.view)
    await house.settle()
    assert "kept as #1" in readable_in(ada.view)
    assert PATIENCE < 3


async def test_a_fault_of_ours_is_told_and_what_slack_repeats_is_not_acknowledged(
    house: SlackHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person gets a reference; an event comes again once the fault is gone."""
    (ada,) = await house.begin("Ada")
    event = written(house, ada, "A pond")
    handle = house.scribe.handle

    async def broken(_event: object) -> object:
        raise RuntimeError

    monkeypatch.setattr(house.scribe, "handle", broken)
    monkeypatch.setattr("tests.fakes.slack.sockets.WAIT", 0.2)
    await ada.command("mine", house.channel.id)
    await house.settle()
    assert "Something went wrong on our side" in everything(ada)
    assert not await deliver(house, event)
    monkeypatch.setattr(house.scribe, "handle", handle)
    assert await deliver(house, event, 1)
    await house.settle()

    assert len(posts(house, "A pond")) == 1


@pytest.mark.parametrize("error", ["account_inactive", "token_revoked", "invalid_auth"])
async def test_what_will_not_pass_by_itself_is_not_tried_for_ever(house: SlackHouse, error: str) -> None:
    """F8, F9: a token that is gone stops the sending; it is no reason to try for weeks."""
    (ada,) = await house.begin("Ada")
    await ada.command("say A pond", house.channel.id)
    await house.settle()
    house.team.refuses = error
    await ada.submit({})
    await house.settle()
    calls = len(house.fake.calls)
    for _ in range(5):
        house.clock.pass_by(hours=1)
        await house.settle()

    assert len(house.fake.calls) == calls


async def test_a_bot_that_is_not_in_the_channel_stops_there_only(house: SlackHouse) -> None:
    """F9: one channel from which it was removed must not keep the others waiting."""
    (ada,) = await house.begin("Ada")
    other = house.team.channel("kitchen")
    other.members |= {ada.who.id}
    await ada.command("say A pond", house.channel.id)
    await house.settle()
    house.channel.members.discard(house.team.bot_user)
    await ada.submit({})
    await house.begin("Ada", channel=other.id)

    assert posts(house, "A pond") == []
    assert any(message.channel == other.id for message in posts(house, "What is the roof for?"))


async def test_wrong_tokens_end_with_a_sentence() -> None:
    """Bolt would try a wrong token for ever, without a word."""
    async with slack_house() as house:
        await house.app.stop()
        for wrong in ({"bot_token": "xoxb-wrong-token"}, {"app_token": "xapp-wrong"}):
            with pytest.raises(Exception, match="Slack does not accept it"):
                await house.open(**wrong)
            await house.app.stop()
        await house.open()


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110 - nothing tells when a library has connected
            await asyncio.sleep(0.01)

"""The courier: delivers, edits by id, is patient with platforms, and is never stopped by a single post."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from adapters import courier as courier_module
from adapters.courier import Courier
from adapters.scribe import Scribe
from bot.dialogue.places import Community, Place
from bot.dialogue.tickets import Action, Ticket
from bot.errors import DeliveryFailed
from bot.ports import Delivery
from bot.speech.effects import Ready
from storage.database import open_in_memory
from tests.fakes.fake_messenger import FakeMessenger
from tests.fakes.group import Group, ticket_for


@pytest.fixture
def group() -> Iterator[Group]:
    """Ada, Ben, and an open question; its posts wait."""
    made = Group(open_in_memory())
    dialogue = made.start()
    for who in ("Ada", "Ben"):
        made.join(who, dialogue)
    yield made
    made.close()


@pytest.fixture
def round(group: Group) -> str:
    """An open round."""
    return group.ask(str(group.store.dialogues()[0].id))


@pytest.fixture
def messenger() -> FakeMessenger:
    """A platform."""
    return FakeMessenger()


@pytest.fixture
async def scribe(group: Group) -> AsyncIterator[Scribe]:
    """The scribe of this group; its memory has one connection."""
    made = Scribe(group.engine, readers_wait=True)
    yield made
    await made.close()


@pytest.fixture
def courier(group: Group, scribe: Scribe, messenger: FakeMessenger) -> Courier:
    """A courier whose clock is the one of the group."""
    return Courier(scribe, group.engine, group.outbox, {"web": messenger}, lambda: group.clock.at)


async def test_what_waits_is_delivered_once(courier: Courier, group: Group, round: str, messenger: FakeMessenger) -> None:
    """Welcome and question stand in the channel, and the next round has nothing to do."""
    first, second = await courier.round(), await courier.round()

    assert (first, second) == (2, 0)
    assert messenger.calls[-1] == f"post {round}"
    assert "What for?" in messenger.text()


async def test_words_that_change_are_edited_where_they_stand(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """One post for one contribution, whatever becomes of it."""
    said = group.say("Ben", round, "A lift")
    await courier.round()
    group.sends("Ben", ticket_for(said, Action.REVISE), body="A ramp")
    await courier.round()

    assert "A ramp" in messenger.text()
    assert "A lift" not in messenger.text()
    assert len(messenger.standing) == 3
    assert messenger.calls[-1].startswith("edit ")


async def test_words_taken_back_are_gone_from_the_channel(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """What stands there says that something was taken back, and not what (I5)."""
    said = group.say("Ben", round, "A canary")
    await courier.round()
    group.presses("Ben", ticket_for(said, Action.WITHDRAW))
    await courier.round()

    assert "canary" not in messenger.text()
    assert "Ben wrote" not in messenger.text()


async def test_words_taken_back_while_they_were_carried_are_drawn_again(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger, scribe: Scribe
) -> None:
    """The post went out with the old words; the next round puts it right."""
    await courier.round()
    said = group.say("Ben", round, "A canary")
    taken_back = group.press("Ben", ticket_for(said, Action.WITHDRAW))
    messenger.meanwhile = lambda: scribe.handle(taken_back)
    await courier.round()
    stood = "canary" in messenger.text()
    await courier.round()

    assert stood
    assert "canary" not in messenger.text()
    assert len(messenger.standing) == 3


async def test_a_platform_that_fails_is_tried_again_with_patience(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """After one second, two, four ...: a platform in trouble is not helped by more calls."""
    await courier.round()
    group.say("Ben", round, "A lift")
    messenger.failures = [DeliveryFailed("busy") for _ in range(12)]
    waits = [await wait_for_next_try(courier, group, messenger) for _ in range(12)]

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    assert "A lift" in messenger.text()


async def wait_for_next_try(courier: Courier, group: Group, messenger: FakeMessenger) -> float:
    """Fail once, and return after how many seconds it is tried again."""
    await courier.round()
    begun, tries = group.clock.at, len(messenger.calls)
    while not await courier.round():
        group.clock.pass_by(seconds=1)
    messenger.calls = messenger.calls[:tries]
    if messenger.failures:
        messenger.failures.insert(0, DeliveryFailed("as it was"))
    return (group.clock.at - begun).total_seconds()

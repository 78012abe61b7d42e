"""The courier: delivers, edits by id, is patient with platforms, and is never stopped by a single post."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from adapters import courier as courier_module
from adapters.courier import Courier
from adapters.scribe import Scribe
from bot.dialogue.places import Community, Place
from bot.dialogue.tickets import Action
from bot.errors import DeliveryFailed
from bot.ports import Delivery
from bot.speech.effects import Gone, Prepared
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


async def test_what_waits_is_delivered_once(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
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
    waits = []
    for _ in range(12):
        await courier.round()
        waits.append(wait_of(group))
        assert await courier.round() == 0, "not before its time"
        group.clock.pass_by(seconds=waits[-1])
    await courier.round()

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    assert "A lift" in messenger.text()


def wait_of(group: Group) -> float:
    """Return in how many seconds the post that waits is due."""
    with group.store.looking() as connection:
        due = connection.exec_driver_sql("SELECT due FROM post WHERE state = 'waiting'").scalar()
    return due / 1e6 - group.clock.at.timestamp() if due else -1


async def test_a_platform_that_says_when_is_taken_at_its_word(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """Asking sooner would get the bot banned (R3)."""
    await courier.round()
    group.say("Ben", round, "A lift")
    messenger.failures = [DeliveryFailed("slow down", retry_after=timedelta(seconds=37))]
    await courier.round()

    assert wait_of(group) == 37


async def test_a_platform_that_says_when_is_left_alone_by_all_of_the_workspace(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """The next posts go back into the outbox instead of knocking at a closed door (R3)."""
    messenger.failures = [DeliveryFailed("slow down", retry_after=timedelta(seconds=37))]
    await courier.round()

    assert len(messenger.calls) == 1
    assert 26 < wait_of(group) <= 37


async def test_a_post_of_several_parts_remembers_each_that_stands(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """The third part failed: the first two are not sent again (P2)."""
    await courier.round()
    group.say("Ben", round, "One\n\nTwo\n\nThree")
    messenger.lines_in_a_part = 1
    messenger.lost_answers = [False, False, True]
    await courier.round()
    with group.store.looking() as connection:
        remotes, unsure = connection.exec_driver_sql(
            "SELECT remotes, unsure_since FROM post WHERE state = 'waiting'"
        ).one()
    group.clock.pass_by(seconds=2)
    standing = list(messenger.standing)
    await courier.round()

    assert len(remotes.split("\n")) == 2
    assert unsure == group.clock.at.timestamp() * 1e6 - 2e6
    assert list(messenger.standing)[: len(standing)] == standing


async def test_a_lost_answer_makes_no_second_post(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """The platform took it and its answer was lost: it is looked for before it is sent again (F11)."""
    messenger.lost_answers = [True]
    await courier.round()
    group.clock.pass_by(seconds=2)
    await courier.round()

    assert len(messenger.standing) == 2


async def test_whoever_slept_through_its_minute_sends_nothing(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process took the post while this one was stopped; only that one sends it (F3, F31)."""
    claim = group.outbox.claim

    def sleep_after_it(*asked: Any) -> tuple[Delivery, ...]:
        taken = claim(*asked)
        group.clock.pass_by(minutes=10)
        claim(group.clock.at, "web", 200)
        return taken

    monkeypatch.setattr(group.outbox, "claim", sleep_after_it)
    await courier.round()

    assert messenger.calls == []


async def test_a_stopping_courier_gives_back_what_it_has_not_begun(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """The next process sends it at once instead of waiting for a minute and looking for it (F4)."""
    on_its_way, goes_on = asyncio.Event(), asyncio.Event()

    async def hold() -> None:
        on_its_way.set()
        await goes_on.wait()

    messenger.meanwhile = hold
    carrying = asyncio.create_task(courier.run())
    await on_its_way.wait()
    carrying.cancel()
    await asyncio.sleep(0)
    goes_on.set()
    await asyncio.wait([carrying])
    (left,) = group.outbox.claim(group.clock.at, "web", 9)

    assert len(messenger.standing) == 1
    assert (left.attempts, left.unsure_since) == (0, None)


async def test_places_are_served_side_by_side(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """A place that is slow keeps no other waiting; within one, the order stays."""
    await courier.round()
    first = group.place
    group.place = Place(first.community, "kitchen")
    in_the_kitchen = asyncio.Event()
    messenger.meanwhile = in_the_kitchen.wait
    group.say("Ben", round, "A lift")
    group.start(title="The kitchen")
    carrying = asyncio.create_task(courier.round())
    await until(lambda: "The kitchen" in messenger.text())
    waited = "A lift" not in messenger.text()
    in_the_kitchen.set()
    await carrying

    assert waited
    assert "A lift" in messenger.text()


async def test_a_place_that_cannot_be_reached_is_not_tried_for_ever(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """The channel is gone; the words are kept all the same."""
    await courier.round()
    group.say("Ben", round, "A lift")
    messenger.failures = [DeliveryFailed("no such channel", unreachable=True)]
    await courier.round()
    group.clock.pass_by(days=30)

    assert await courier.round() == 0


async def test_what_may_not_stand_any_more_is_taken_down(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A post whose dialogue is gone leaves no shell behind, also when the platform fails at first."""
    await courier.round()
    said = group.say("Ben", round, "A lift")
    await courier.round()
    group.sends("Ben", ticket_for(said, Action.REVISE), body="A ramp")
    monkeypatch.setattr(group.engine, "prepare", lambda _delivery, _now: Gone())
    messenger.failures = [DeliveryFailed("busy")]
    await courier.round()
    group.clock.pass_by(seconds=2)
    await courier.round()
    group.clock.pass_by(days=1)

    assert [call.partition(" ")[0] for call in messenger.calls[3:]] == ["take", "take"]
    assert await courier.round() == 0


@pytest.mark.parametrize("where", ["engine", "messenger"])
async def test_one_post_that_breaks_keeps_no_other_back(
    where: str,
    courier: Courier,
    group: Group,
    round: str,
    messenger: FakeMessenger,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A fault of ours in one post must not silence the bot (R2); it is tried again later."""
    await courier.round()
    group.say("Ben", round, "A canary that breaks")
    group.say("Ben", round, "A lift")
    if where == "messenger":
        messenger.failures = [ZeroDivisionError()]
    else:
        break_once(group, monkeypatch)
    await courier.round()
    first = messenger.text()
    group.clock.pass_by(seconds=2)
    await courier.round()

    assert "A lift" in first
    assert "canary" not in first
    assert "canary" in messenger.text()
    assert "canary" not in caplog.text


def break_once(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine fail at the next post."""
    prepare, left = group.engine.prepare, [1]

    def fail_once(delivery: Delivery, now: datetime) -> Prepared:
        if left:
            left.pop()
            raise ZeroDivisionError
        return prepare(delivery, now)

    monkeypatch.setattr(group.engine, "prepare", fail_once)


async def test_each_platform_gets_its_own_posts(
    group: Group, scribe: Scribe, round: str, messenger: FakeMessenger
) -> None:
    """Two ways out, one outbox."""
    other = FakeMessenger()
    group.place = Place(Community("slack", "team"), "general")
    group.start(title="The kitchen")
    courier = Courier(
        scribe, group.engine, group.outbox, {"web": messenger, "slack": other}, lambda: group.clock.at
    )

    assert await courier.round() == 3
    assert (len(messenger.standing), len(other.standing)) == (2, 1)
    assert "The kitchen" in other.text()


# --- day and night ---


async def until(is_so: Callable[[], bool]) -> None:
    """Let others go on until something is so."""
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110 - nothing says when it is so
            await asyncio.sleep(0.001)


async def test_the_courier_rests_until_it_is_woken(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger
) -> None:
    """An idle bot costs nothing, and a new post goes out at once."""
    carrying = asyncio.create_task(courier.run())
    await until(lambda: len(messenger.calls) == 2)
    group.say("Ben", round, "A lift")
    courier.wake()
    await until(lambda: "A lift" in messenger.text())
    carrying.cancel()

    assert len(messenger.calls) == 3


async def test_the_courier_looks_by_itself_from_time_to_time(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waited for a platform goes out without anybody waking anyone."""
    monkeypatch.setattr(courier_module, "IDLE", timedelta(milliseconds=5))
    messenger.failures = [DeliveryFailed("busy"), DeliveryFailed("busy")]
    carrying = asyncio.create_task(courier.run())
    await until(lambda: len(messenger.calls) == 2)
    group.clock.pass_by(seconds=2)
    await until(lambda: len(messenger.standing) == 2)
    carrying.cancel()


async def test_the_courier_goes_on_when_the_memory_fails(
    courier: Courier, group: Group, round: str, messenger: FakeMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory that is locked for a moment must not end all delivery until the next start (R2)."""
    monkeypatch.setattr(courier_module, "IDLE", timedelta(milliseconds=5))
    claim, left = group.outbox.claim, [1, 2, 3]

    def fail_at_first(
        now: datetime, platform: str, most: int, busy: Collection[Place]
    ) -> tuple[Delivery, ...]:
        if left:
            left.pop()
            raise TimeoutError
        return claim(now, platform, most, busy)

    monkeypatch.setattr(group.outbox, "claim", fail_at_first)
    carrying = asyncio.create_task(courier.run())
    await until(lambda: len(messenger.standing) == 2)

    assert not carrying.done()
    carrying.cancel()

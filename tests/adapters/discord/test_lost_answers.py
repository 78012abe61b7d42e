"""Answers that are late, lost, doubled or refused: what was kept stays kept, and the person hears of it."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from adapters.discord import answering
from bot.speech.effects import Answer
from bot.speech.events import Event
from tests.adapters.discord.scene import LIFT, said
from tests.fakes.discord.actors import Person
from tests.fakes.discord.interactions import COMPONENT, DEFER, FORM, MODAL, SAY
from tests.fakes.discord.running import Bot, Town
from tests.fakes.discord.script import Fault
from tests.fakes.discord.world import EPHEMERAL, LOADING

CALLBACK, ORIGINAL = "/callback$", "/messages/@original$"


class Slow:
    """Holds the bot back in the middle of an event until it is told to go on."""

    def __init__(self, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
        self._go = threading.Event()
        handle: Callable[[Event], Answer] = bot.core.engine.handle

        def held(event: Event) -> Answer:
            self._go.wait(20)
            return handle(event)

        monkeypatch.setattr(type(bot.core.engine), "handle", lambda _engine, event: held(event))

    def go_on(self) -> None:
        """Let it go on."""
        self._go.set()


async def form_of(group: Town) -> dict[str, Any]:
    """Return the form in which Ben answers the question."""
    form = (await group["Ben"].press("Answer")).form
    assert form
    return form


async def test_an_answer_that_takes_long_is_put_off_and_completed(
    bot: Bot, group: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord waits for three seconds; "kept" is said only once it is kept."""
    monkeypatch.setattr(answering, "AT_LATEST", 0.01)
    form, ben = await form_of(group), group["Ben"]
    slow = Slow(bot, monkeypatch)
    thanks = await ben.submit(form, {"body": LIFT})
    waiting = dict(thanks.original or {})
    slow.go_on()
    await bot.part.settle()

    assert thanks.first == DEFER
    assert waiting["flags"] == EPHEMERAL | LOADING
    assert waiting["components"] == []
    assert "It is kept as #1" in said(thanks, ben)
    assert thanks.original
    assert not thanks.original["flags"] & LOADING


async def test_what_may_open_a_form_is_never_put_off(
    bot: Bot, group: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form can only be the very first answer."""
    monkeypatch.setattr(answering, "AT_LATEST", 0.0)
    slow = Slow(bot, monkeypatch)
    asyncio.get_running_loop().call_later(0.05, slow.go_on)

    assert (await group["Ben"].press("Answer")).first == FORM


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind="lost", path=CALLBACK),
        Fault(kind="status", path=CALLBACK, status=502),
        Fault(kind="limited", path=CALLBACK, seconds=0.02),
    ],
    ids=lambda fault: fault.kind,
)
async def test_a_first_answer_is_said_once(fault: Fault, bot: Bot, group: Town) -> None:
    """The library tries again; Discord then says that it was answered, which is as good."""
    form, ben = await form_of(group), group["Ben"]
    group.fake.script.add(fault)
    thanks = await ben.submit(form, {"body": LIFT})
    await bot.part.settle()

    assert len(thanks.messages) == 1
    assert "It is kept as #1" in said(thanks, ben)
    assert bot.part._answering._untold == {}


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind="status", path=CALLBACK, status=404, code=10062),
        Fault(kind="drop_before", path=CALLBACK),
        Fault(kind="status", path=CALLBACK, status=400, code=50035),
    ],
    ids=["too late", "drop_before", "refused"],
)
async def test_an_answer_that_did_not_arrive_comes_with_the_next(fault: Fault, bot: Bot, group: Town) -> None:
    """What was sent is kept, and the person is told as soon as they do something again."""
    form, ben = await form_of(group), group["Ben"]
    group.fake.script.add(fault)
    lost = asyncio.create_task(ben.submit(form, {"body": LIFT}))
    await group.fake.until(lambda: bot.part._answering._untold)
    lost.cancel()
    await group.reads(LIFT)
    told = said(await ben.slash("mine"), ben)
    again = said(await ben.slash("mine"), ben)

    assert "Before this I could not reach you" in told
    assert "It is kept as #1" in told
    assert "Before this I could not reach you" not in again


async def test_what_was_not_heard_in_one_server_is_told_in_no_other(bot: Bot, group: Town) -> None:
    """Somebody takes part in two groups, and neither is told in the other, not even to themselves (I1)."""
    form, ben = await form_of(group), group["Ben"]
    elsewhere = group.fake.world.add_guild("Elsewhere")
    elsewhere.people[ben.user.id] = group.guild.people[ben.user.id]
    there = Person(group.fake, ben.user, group.fake.world.add_channel(elsewhere, "hall"))
    group.fake.script.add(Fault(kind="drop_before", path=CALLBACK))
    lost = asyncio.create_task(ben.submit(form, {"body": LIFT}))
    await group.fake.until(lambda: bot.part._answering._untold)
    lost.cancel()

    assert "Before this I could not reach you" not in said(await there.slash("help"), there)
    assert "Before this I could not reach you" in said(await ben.slash("mine"), ben)


async def test_a_token_that_is_over_loses_nothing(
    bot: Bot, group: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fifteen minutes after the first answer nothing more can be said under it."""
    monkeypatch.setattr(answering, "AT_LATEST", 0.0)
    form, ben = await form_of(group), group["Ben"]
    group.fake.script.add(Fault(kind="status", path=ORIGINAL, status=401, code=50027))
    thanks = await ben.submit(form, {"body": LIFT})
    await bot.part.settle()

    assert thanks.first == DEFER
    assert not bot.part._gate.refused.is_set(), "an old token of one answer is not the token of the bot"
    told = await ben.slash("mine")
    await bot.part.settle()
    assert "It is kept as #1" in said(told, ben)


async def test_words_sent_back_are_not_lost_either(bot: Bot, group: Town) -> None:
    """What was refused stands nowhere else."""
    form, ben = await form_of(group), group["Ben"]
    body = "half \ud83d"
    group.fake.script.add(Fault(kind="drop_before", path=CALLBACK))
    lost = asyncio.create_task(ben.submit(form, {"body": body}))
    await group.fake.until(lambda: bot.part._answering._untold)
    lost.cancel()

    told = said(await ben.slash("help"), ben)

    assert "This was not sent yet" in told
    assert "half" in told


async def test_a_form_that_is_given_back_opens_again_with_its_words(bot: Bot, group: Town) -> None:
    """Nobody types a long text twice."""
    form, ben = await form_of(group), group["Ben"]
    refused = await ben.submit(form, {"body": LIFT, "level": "chosen_name"})
    again = (await ben.press("Try again")).form
    assert again
    thanks = await ben.submit(again, {"chosen_name": "Heron"})

    assert "This was not sent yet" in said(refused, ben)
    assert LIFT in said(refused, ben)
    assert "It is kept as #1" in said(thanks, ben)


async def test_two_people_can_have_the_same_form_open(bot: Bot, group: Town) -> None:
    """The form is the same, so what it carries is; both are heard."""
    ada, ben = group["Ada"], group["Ben"]
    first, second = (await ada.press("Answer")).form, (await ben.press("Answer")).form
    assert first
    assert second
    assert first["custom_id"] == second["custom_id"]

    one, other = await asyncio.gather(
        ada.submit(first, {"body": "A bench."}), ben.submit(second, {"body": LIFT})
    )

    assert {"#1", "#2"} == {word for word in ("#1", "#2") if word in said(one, ada) + said(other, ben)}
    await group.reads(LIFT)
    await group.reads("A bench.")


async def test_what_arrives_twice_is_done_once(bot: Bot, group: Town) -> None:
    """Discord repeats what it told when a connection comes back."""
    form, ben = await form_of(group), group["Ben"]
    thanks = await ben.submit(form, {"body": LIFT})
    for _ in range(2):
        await group.fake.gateway.tell("INTERACTION_CREATE", thanks.payload)
    await asyncio.sleep(0.05)
    await bot.part.settle()
    await group.reads(LIFT)

    assert "\n".join(group.posts()).count(LIFT) == 1
    assert bot.part._answering._untold == {}


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (COMPONENT, {"custom_id": "nonsense", "component_type": 2}),
        (COMPONENT, {"custom_id": "contribute:" + "x" * 200, "component_type": 2}),
        (COMPONENT, {"custom_id": "close_round:nobody", "component_type": 2}),
        (MODAL, {"custom_id": "contribute:nobody", "components": []}),
        (MODAL, {"custom_id": "", "components": [{"type": 18, "component": None}]}),
        (2, {"type": 1, "name": "dialogue", "options": [{"type": 1, "name": "conquer"}]}),
        (2, {"type": 1, "name": "dialogue", "options": []}),
        (2, {"type": 1, "name": "other", "options": [{"type": 1, "name": "help"}]}),
        (2, {"type": 3, "name": "Keep this in the record", "target_id": "5"}),
    ],
)
async def test_what_was_never_ours_gets_one_answer_and_keeps_nothing(
    kind: int, data: dict[str, Any], bot: Bot, group: Town
) -> None:
    """Anybody can forge what a button carries; it proves nothing."""
    ben = group["Ben"]
    told = await ben.raw(kind, data)

    assert told.first == SAY
    assert told.original
    assert told.original["flags"] & EPHEMERAL
    assert "Nothing" in said(told, ben) or "no longer valid" in said(told, ben)


async def test_a_fault_of_ours_is_told_with_a_reference_and_without_words(
    bot: Bot, group: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The operator finds the cause, and nobody's words stand in the log."""
    form, ben = await form_of(group), group["Ben"]

    def fail(*_: object) -> Answer:
        raise ValueError(LIFT)

    monkeypatch.setattr(type(bot.core.engine), "handle", fail)
    told = await ben.submit(form, {"body": LIFT})

    assert "Something went wrong on our side" in said(told, ben)
    assert str(told.id)[:8] in said(told, ben)
    assert "failed: ValueError" in caplog.text


async def test_a_file_is_handed_over_privately(bot: Bot, group: Town) -> None:
    """An export is for whoever asked for it."""
    ada = group["Ada"]
    told = await ada.slash("export", what="markdown")
    await bot.part.settle()

    assert told.original
    assert told.original["flags"] & EPHEMERAL
    assert [each["filename"].endswith(".md") for each in told.original["attachments"]] == [True]
    assert b"A garden for everybody" in told.original["attachments"][0]["data"]


async def test_a_file_that_discord_would_not_take_is_not_tried(
    bot: Bot, group: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each server says how much it takes."""
    ada = group["Ada"]
    told = await ada.slash("export", what="markdown")
    await bot.part.settle()
    size = (told.original or {})["attachments"][0]["size"]
    monkeypatch.setattr("tests.fakes.discord.interactions.FILE_MOST", size - 1)

    second = await ada.slash("export", what="markdown")
    await bot.part.settle()

    assert "too large" in said(second, ada)
    assert not (second.original or {})["attachments"]


async def test_where_rights_are_missing_no_dialogue_begins(bot: Bot, town: Town) -> None:
    """Better than a dialogue in which nothing is ever posted."""
    town.channel.denied = 1 << 11 | 1 << 16

    told = await town["Ada"].slash("start")

    assert "I lack Send Messages, Read Message History" in said(told, town["Ada"])
    assert told.form is None

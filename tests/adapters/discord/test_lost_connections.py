"""The connection to Discord breaks in every way it can: it comes back, and nothing is lost or done twice."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from adapters.discord import app, client, notebook
from adapters.discord.app import NO_INTENT
from adapters.discord.greeting import NOT_KNOWN
from adapters.discord.manifest import INTENTS
from adapters.discord.notebook import A_DAY, FILE_NAME, Notebook
from bot.settings import SettingsProblem
from tests.adapters.discord.scene import LIFT, said
from tests.fakes.discord.fake_discord import FakeDiscord
from tests.fakes.discord.gateway import NOT_GRANTED, Gateway
from tests.fakes.discord.running import Bot, Town, bot_on
from tests.fakes.discord.script import Fault


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tries follow each other at once."""
    monkeypatch.setattr(client, "BETWEEN_CONNECTS", 0.01)
    monkeypatch.setattr(app, "FIRST_WAIT", 0.01)


async def abort(gateway: Gateway) -> None:
    """A cable is pulled."""
    gateway.abort_all()


async def close_with_4000(gateway: Gateway) -> None:
    """Discord closes over something unknown."""
    await gateway.close_all(4000)


async def ask_to_reconnect(gateway: Gateway) -> None:
    """Discord asks for it (op 7)."""
    await gateway.send_all({"op": 7})


async def end_session(gateway: Gateway) -> None:
    """Discord ends the session, which cannot be resumed (op 9)."""
    gateway.keeps_sessions = False
    await gateway.send_all({"op": 9, "d": False})


async def pause_session(gateway: Gateway) -> None:
    """Discord ends the connection, and the session can be resumed (op 9)."""
    await gateway.send_all({"op": 9, "d": True})


Break = Callable[[Gateway], Coroutine[Any, Any, None]]


@pytest.mark.parametrize("break_it", [abort, close_with_4000, ask_to_reconnect, end_session, pause_session])
async def test_it_comes_back_and_goes_on(break_it: Break, bot: Bot, group: Town) -> None:
    """People do not notice; what they do meanwhile is heard once."""
    gateway, ben = group.fake.gateway, group["Ben"]
    form = (await ben.press("Answer")).form
    assert form
    syncs, before = group.fake.world.syncs, (gateway.resumed, len(gateway.identified))

    await break_it(gateway)
    await group.fake.until(lambda: (gateway.resumed, len(gateway.identified)) > before)
    await group.fake.until(lambda: any(session.socket for session in gateway.sessions.values()))
    thanks = await ben.submit(form, {"body": LIFT})

    assert "It is kept as #1" in said(thanks, ben)
    await group.reads(LIFT)
    assert "\n".join(group.posts()).count(LIFT) == 1
    assert group.fake.world.syncs == syncs
    assert set(gateway.identified) == {INTENTS}


async def test_what_was_missed_is_heard_once_it_is_back(bot: Bot, group: Town) -> None:
    """Discord repeats what was said meanwhile, also what had arrived already."""
    gateway, ben = group.fake.gateway, group["Ben"]
    form = (await ben.press("Answer")).form
    assert form
    session = next(iter(gateway.sessions.values()))
    thanks = await ben.submit(form, {"body": LIFT})
    told = [frame for frame in session.told if frame["t"] == "INTERACTION_CREATE"][-1]

    assert session.socket
    await session.socket.send(told | {"s": len(session.told)})
    await asyncio.sleep(0.05)
    await bot.part.settle()

    assert "It is kept as #1" in said(thanks, ben)
    await group.reads(LIFT)
    assert "\n".join(group.posts()).count(LIFT) == 1
    assert "kept as #2" not in said(thanks, ben)


async def test_a_first_connection_that_breaks_is_tried_again(town: Town, tmp_path: Path) -> None:
    """The library ends with a fault of its own there; the bot does not end with it."""
    town.fake.gateway.closes_before_hello = 2
    async with bot_on(tmp_path, is_kept=False) as bot:
        assert bot.part.ready.is_set()
        assert len(town.fake.gateway.identified) == 1


@pytest.mark.parametrize(
    ("code", "problem"), [(4004, NOT_KNOWN), (NOT_GRANTED, NO_INTENT)], ids=["token", "intents"]
)
async def test_what_cannot_be_mended_by_trying_ends_the_start(
    code: int, problem: str, town: Town, tmp_path: Path
) -> None:
    """Whoever starts the bot is told what to do, and Discord is not asked again."""
    town.fake.gateway.close_identify_with = code

    with pytest.raises(SettingsProblem) as stopped:
        async with bot_on(tmp_path, is_kept=False):
            pass

    assert stopped.value.problems == (problem,)
    assert len(town.fake.gateway.identified) == 1


async def test_a_wrong_token_ends_the_start(town: Town, tmp_path: Path) -> None:
    """It is known before the gateway is asked, and nothing more is called."""
    town.fake.knows_token = False

    with pytest.raises(SettingsProblem, match="DISCORD_TOKEN: Discord does not know this token"):
        async with bot_on(tmp_path, is_kept=False):
            pass

    assert [call.path for call in town.fake.calls] == ["/users/@me"]


def test_a_crash_loop_cannot_spend_the_connections_of_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 1,000 in 24 hours Discord resets the token; the count is on the disk before each."""
    assert notebook.MOST_CONNECTS == 500
    monkeypatch.setattr(notebook, "MOST_CONNECTS", 25)
    now = [A_DAY]
    started = (Notebook(tmp_path / FILE_NAME, lambda: now[0]) for _ in range(100))

    waits = [each.connect() for each in started]
    now[0] += A_DAY
    after = Notebook(tmp_path / FILE_NAME, lambda: now[0]).connect()

    assert waits.count(0.0) == 25
    assert after == 0.0


def test_a_notebook_that_cannot_be_read_is_begun_anew(tmp_path: Path) -> None:
    """It holds nothing that is worth not starting for."""
    (tmp_path / FILE_NAME).write_text('{"connects": "x"}', encoding="utf-8")

    assert Notebook(tmp_path / FILE_NAME).connect() == 0.0


async def test_no_start_makes_the_commands_known_twice(fake: FakeDiscord, tmp_path: Path) -> None:
    """Discord counts how often, and they have not changed."""
    Town(fake, "Ada")
    for _ in range(2):
        async with bot_on(tmp_path):
            pass

    assert fake.world.syncs == 1


async def test_commands_that_discord_refuses_do_not_keep_the_bot_away(town: Town, tmp_path: Path) -> None:
    """Buttons and forms work all the same."""
    town.fake.script.add(Fault(kind="status", method="PUT", status=400, code=50035))
    async with bot_on(tmp_path, is_kept=False) as bot:
        assert bot.part.ready.is_set()

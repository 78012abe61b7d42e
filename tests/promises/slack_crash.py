"""
The drill of kills on Slack: the bot is killed with signal 9 while messages stream in over a socket.

Slack delivers again what was not acknowledged. Whatever was acknowledged is kept, each text once, and no
post stands twice, since the channel can be read before one is sent again.
"""

import asyncio
import random
import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy import select

from adapters.courier import UNHURRIED, Courier
from adapters.scribe import Scribe
from adapters.slack.app import SlackApp
from adapters.slack.setup import Memory, Setup
from bot.composition import compose
from bot.dialogue.limits import UNLIMITED
from storage.database import open_file
from storage.installations import SqlInstallations
from storage.outbox import SqlOutbox
from storage.schema import T
from tests.fakes.slack import payloads
from tests.fakes.slack.sockets import NotAcknowledged
from tests.fakes.slack.world import SlackMessage, Tree
from tests.stages.slack_house import SlackHouse

AT_ONCE = 6
WHILE_IT_LIVES = 0.15
"""The most seconds between a socket that is open and the kill."""
PATIENCE = 30.0
_PROCESSES = get_context("forkserver")  # what is started again and again has everything loaded


def drill(count: int, seed: int) -> Mapping[str, int]:
    """Kill a bot *count* times; return what was counted, and raise where a promise broke."""
    _PROCESSES.set_forkserver_preload([__name__])
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_drill(Path(folder), count, random.Random(seed)))


# --- the bot, in a process of its own ---


def be_a_bot(folder: Path, setup: Setup) -> None:
    """Run the whole bot on a file, before the fake of the other process, until somebody kills it."""
    asyncio.run(_run(folder, setup))


async def _run(folder: Path, setup: Setup) -> None:
    core = compose(open_file(folder), UNLIMITED)
    scribe, outbox = Scribe(core.engine), SqlOutbox(core.store)
    app = SlackApp(scribe, core.engine, setup, Memory(outbox, SqlInstallations(core.store)))
    courier = Courier(scribe, core.engine, outbox, {"slack": app.messenger})
    await app.start(courier.wake, lambda _said: None)
    await courier.run()


# --- Slack, and those who write ---


async def _drill(folder: Path, count: int, dice: random.Random) -> Mapping[str, int]:
    house = await _begin(folder)
    counts = Counter[str]()
    sent: dict[str, Tree] = {}
    open_now: dict[str, Tree] = {}
    for number in range(count):
        for turn in range(dice.randint(1, AT_ONCE)):
            text = f"Idea {number}-{turn}."
            sent[text] = open_now[text] = _event(house, text)
        process = await _started(folder, house)
        lives = dice.uniform(0, WHILE_IT_LIVES)
        acknowledged = await _deliver(house, open_now, lives, process, is_busy=number % 2 == 1)
        counts["delivered again"] += sum(1 for text in open_now if not text.startswith(f"Idea {number}-"))
        counts["acknowledged"] += len(acknowledged)
        kept = Counter(_bodies(folder))
        assert all(kept[text] == 1 for text in acknowledged), "what was acknowledged is lost, or there twice"
        for text in acknowledged:
            del open_now[text]
    process = await _started(folder, house)
    await _deliver(house, open_now, PATIENCE, process, is_busy=False)
    _check(folder, house, sent)
    await house.fake.stop()
    assert house.fake.complaints == []
    return {**counts, "kills": count, "texts, each there once": len(sent)}


async def _begin(folder: Path) -> SlackHouse:
    """Start a dialogue on the file, and let its bot go."""
    core = compose(open_file(folder), UNLIMITED)
    house = SlackHouse(core)
    house.clock.at = datetime.now(UTC)
    house.team.scopes.add("channels:history")
    await house.fake.start()
    await house.open()
    await house.begin("Ada")
    await house.app.stop()
    await house.scribe.close()
    core.store.close()
    return house


async def _started(folder: Path, house: SlackHouse) -> BaseProcess:
    """Start the bot, and wait until its socket is open."""
    setup = Setup(
        bot_token=house.team.token, app_token=house.fake.app_token, api=house.fake.base_url, pace=UNHURRIED
    )
    process = _PROCESSES.Process(target=be_a_bot, args=(folder, setup), daemon=True)
    process.start()
    async with asyncio.timeout(PATIENCE):
        while house.fake.sockets.count == 0:  # noqa: ASYNC110 - it is another process that connects
            await asyncio.sleep(0.005)
    return process


async def _deliver(
    house: SlackHouse, events: Mapping[str, Tree], seconds: float, process: BaseProcess, *, is_busy: bool
) -> set[str]:
    """Deliver events until all are acknowledged or the time is over, then kill; return which were."""
    tasks = {text: asyncio.create_task(_send(house, event)) for text, event in events.items()}
    if tasks and is_busy:
        await asyncio.wait(tasks.values(), timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
    if tasks:
        await asyncio.wait(tasks.values(), timeout=seconds)
    process.kill()
    await asyncio.to_thread(process.join, PATIENCE)
    async with asyncio.timeout(PATIENCE):
        while house.fake.sockets.count:  # noqa: ASYNC110 - what is in the wire still comes
            await asyncio.sleep(0.005)
    for task in tasks.values():
        task.cancel()
    if tasks:
        await asyncio.wait(tasks.values())
    return {text for text, task in tasks.items() if not task.cancelled() and task.result()}


async def _send(house: SlackHouse, event: Tree) -> bool:
    with suppress(NotAcknowledged, ConnectionError):
        await house.fake.sockets.send("events_api", event)
        return True
    return False


def _event(house: SlackHouse, text: str) -> Tree:
    who = house.team.person("Ada")
    message = SlackMessage(house.team.ts(), house.team.direct(who.id).id, who.id, text, house.team.number())
    return payloads.message_event(house.team, message, "message")


def _bodies(folder: Path) -> list[str]:
    """Return every text that is kept on the file."""
    database = open_file(folder)
    try:
        with database.reading("*") as connection:
            return list(connection.execute(select(T.revision.c.body)).scalars())
    finally:
        database.close()


def _check(folder: Path, house: SlackHouse, sent: Mapping[str, Tree]) -> None:
    kept = Counter(_bodies(folder))
    assert [text for text in sent if kept[text] != 1] == []
    posts = [m.text for m in house.team.messages if m.user == house.team.bot_user and m.metadata]
    twice = [text for text in sent if sum(text in post for post in posts) > 1]
    assert twice == [], "a post stands twice"

"""A2: a button on Slack, until it is kept and acknowledged, beside a bare Bolt app that keeps nothing."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.doors import PATH
from benchmarks.measure import Goal, Outcome, Peer, by_name, in_turn, ratio
from bot.composition import compose
from bot.dialogue.limits import UNLIMITED
from bot.dialogue.tickets import Action
from storage.database import open_file, open_in_memory
from tests.fakes.slack import payloads
from tests.fakes.slack.http_sender import HttpSender
from tests.fakes.slack.world import SlackMessage, Tree
from tests.stages.slack_house import SECRET, SlackHouse

PRESSES, LONG = 60, 300
NAMES = {
    ("bot", "socket"): "bot: committed, over a socket",
    ("memory", "socket"): "bot: the same without a disk, over a socket",
    ("bolt", "socket"): "bare Bolt: nothing kept, over a socket",
    ("bot", "http"): "bot: committed, signed requests",
    ("memory", "http"): "bot: the same without a disk, signed requests",
    ("bolt", "http"): "bare Bolt: nothing kept, signed requests",
}


def run(folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Press a button again and again, one press after the other, over each door of each app."""
    logging.getLogger("slack_bolt").setLevel(logging.ERROR)
    loop = asyncio.new_event_loop()
    presses = LONG if is_long else PRESSES
    benches = {way: loop.run_until_complete(_open(way, folder / f"{way[0]}-{way[1]}")) for way in NAMES}

    def measured(bench: "_Bench") -> Callable[[], float]:
        return lambda: loop.run_until_complete(bench.press(presses))

    figures = in_turn(
        tuple(Peer(NAMES[way], measured(bench)) for way, bench in benches.items()), rounds, advance
    )
    for bench in benches.values():
        loop.run_until_complete(bench.close())
    loop.close()
    of = by_name(figures)
    return Outcome(
        "A button on Slack, until it is acknowledged (median of the presses of a round)",
        "ms",
        figures,
        tuple(
            Goal(
                "A2", f"bot / bare Bolt, {door}", ratio(of[NAMES["bot", door]], of[NAMES["bolt", door]]), 0.35
            )
            for door in ("socket", "http")
        ),
        (
            f"{presses} presses, one after the other; the bot keeps a stance each time (SQLite FULL).",
            "Without a disk nothing is flushed: the difference between the lines of the bot is the disk's.",
            "All are the unchanged Bolt before the same fake of Slack, over real sockets of this machine.",
        ),
    )


class _Bench:
    """One app before a fake of its own, and the button that is pressed."""

    def __init__(self, house: SlackHouse, close: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._house = house
        self._close = close
        self._message, self._buttons = _stances(house)

    async def press(self, presses: int) -> float:
        """Press, and wait for the acknowledgement; return the middle of all presses, in milliseconds."""
        taken = []
        for number in range(presses):
            payload = self._payload(self._buttons[number % len(self._buttons)])
            begun = perf_counter()
            await self._house.transport.send("interactive", payload)
            taken.append((perf_counter() - begun) * 1e3)
            if hasattr(self._house, "app"):
                await self._house.app.settled()
        return median(taken)

    async def close(self) -> None:
        """Close the app and its fake."""
        await self._close()

    def _payload(self, button: Tree) -> Tree:
        house, who = self._house, self._house.team.person("Ada")
        address = house.fake.address(house.team.address(who.id, house.channel.id))
        return payloads.pressed_in_message(house.team, who, self._message, button, address)


async def _open(way: tuple[str, str], folder: Path) -> _Bench:
    database = open_in_memory() if way[0] == "memory" else open_file(folder)
    house = SlackHouse(compose(database, UNLIMITED))
    house.clock.at = house.clock.at.now(house.clock.at.tzinfo)
    await house.fake.start()
    return await (_open_bot(house, way[1]) if way[0] != "bolt" else _open_bolt(house, way[1]))


async def _open_bot(house: SlackHouse, door: str) -> _Bench:
    await house.open(**({"app_token": ""} if door == "http" else {}))
    (ada,) = await house.begin("Ada")
    await ada.command("say A pond", house.channel.id)
    await house.settle()
    await ada.submit({})
    await house.settle()

    async def close() -> None:
        await house.close()
        house.core.store.close()

    return _Bench(house, close)


async def _open_bolt(house: SlackHouse, door: str) -> _Bench:
    """Open the app of the manual: one listener that acknowledges."""
    client = AsyncWebClient(token=house.team.token, base_url=house.fake.base_url)
    bolt = AsyncApp(client=client, signing_secret=SECRET)

    @bolt.action("choice-0")
    async def acknowledge(ack: Callable[[], Coroutine[Any, Any, None]]) -> None:
        await ack()

    if door == "socket":
        handler = AsyncSocketModeHandler(bolt, house.fake.app_token)
        await handler.client.connect()  # type: ignore[no-untyped-call]
        house.transport = house.fake.sockets
        return _Bench(house, lambda: _closed(house, handler.client.close()))  # type: ignore[no-untyped-call]
    runner = web.AppRunner(bolt.web_app(PATH), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
    house.transport = HttpSender(address, SECRET, house.clock.seconds)
    return _Bench(house, lambda: _closed(house, runner.cleanup()))


async def _closed(house: SlackHouse, app: Coroutine[Any, Any, None]) -> None:
    if isinstance(house.transport, HttpSender):
        await house.transport.close()
    await app
    await house.fake.stop()
    await house.scribe.close()
    house.core.store.close()


def _stances(house: SlackHouse) -> tuple[SlackMessage, list[Tree]]:
    """Return a post and the buttons on it that keep something each time; for a bare app, any post."""
    for message in reversed(house.team.messages):
        buttons = [b for block in message.blocks if block["type"] == "actions" for b in block["elements"]]
        stances = [b for b in buttons if b["value"].startswith(Action.STANCE)]
        if len(stances) > 1:
            return message, stances
    button = {
        "type": "button",
        "action_id": "choice-0",
        "text": {"type": "plain_text", "text": "x"},
        "value": "x",
    }
    return SlackMessage("1.1", house.channel.id, house.team.bot_user, "", 0), [button]

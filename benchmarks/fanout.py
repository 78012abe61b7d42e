"""F1, F2 and T16: a thousand posts to fifty channels, five hundred at one minute, against real limits."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from adapters.courier import Courier, Note
from adapters.pacer import Pace
from adapters.scribe import Scribe
from benchmarks.measure import Figure, Goal, Outcome, Peer, by_name, in_turn, ratio
from bot.dialogue.places import Place
from bot.dialogue.tickets import Action
from bot.errors import DeliveryFailed
from bot.identifiers import DialogueId, PostId
from bot.ports import Delivery
from bot.speech.effects import Effects, Post, Ready, Reply, Silence
from bot.speech.messages import Message
from bot.words import Phrase
from storage.database import open_in_memory
from tests.fakes.group import Group
from tests.promises.simulation import AtOnce, VirtualLoop

DISCORD, SLACK = Pace(in_all=1 / 49, in_place=0.0), Pace(in_workspace=1 / 9.7, in_place=1.0)
A_SECOND = 1.0
"""What stands for the limit: so many calls within any second that is looked at."""


@dataclass
class Limited:
    """A platform that takes so many calls a second, and says when it was asked too often."""

    pace: Pace
    most: int
    loop: asyncio.AbstractEventLoop
    calls: "deque[float]" = field(default_factory=deque)
    busy: int = 0
    stands: dict[str, float] = field(default_factory=dict)

    async def deliver(self, delivery: Delivery, _ready: Ready, _note: Note) -> tuple[str, ...]:
        """Take it, or say when it may be tried again."""
        now = self.loop.time()
        while self.calls and now - self.calls[0] >= A_SECOND:
            self.calls.popleft()
        if len(self.calls) >= self.most:
            self.busy += 1
            raise DeliveryFailed("too many", retry_after=timedelta(seconds=1))
        self.calls.append(now)
        self.stands[delivery.post] = now
        return (delivery.post,)

    async def take_down(self, _delivery: Delivery) -> None:
        """Nothing is taken down here."""


def run(_folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Carry so many posts in virtual time, beside the least that the limits allow."""
    posts = 10_000 if is_long else 1_000
    peers = [
        Peer(f"bot, {posts:,} posts to 50 channels", partial(_carry, posts, 50, DISCORD, 50)),
        Peer("the least at 50 a second", lambda: posts / 50),
        Peer("bot, 500 to one person each, the last", partial(_carry, 500, 500, DISCORD, 50)),
        Peer("the least for 500", lambda: 500 / 50),
        Peer("bot, 500 in a workspace of 10 a second", partial(_carry, 500, 500, SLACK, 10)),
        Peer("the least at 10 a second", lambda: 500 / 10),
    ]
    figures = in_turn(peers, rounds, advance)
    found = by_name(figures)
    goals = (
        _beside("F1", found[f"bot, {posts:,} posts to 50 channels"], found["the least at 50 a second"], 1.05),
        Goal("P6", "500 due in one minute: the last is late by", found[peers[2].name], 30.0, unit="s"),
        _beside("F2", found[peers[4].name], found["the least at 10 a second"], 1.08),
    )
    return Outcome("fan-out", "s of virtual time", figures, goals, NOTES)


NOTES = (
    "No call was answered 429, no post was lost and none came twice; otherwise the run fails.",
    "F2 with a limit that has to be found out first is not measured: the pace of a workspace is fixed.",
)


def _beside(id: str, bot: Figure, least: Figure, bound: float) -> Goal:
    return Goal(id, f"{bot.name} / {least.name}", ratio(bot, least), bound)


def _carry(posts: int, places: int, pace: Pace, most: int) -> float:
    """Carry posts; return how many seconds the last of them took."""
    loop = VirtualLoop()
    asyncio.set_event_loop(loop)
    try:
        return loop.run_until_complete(_carried(posts, places, Limited(pace, most, loop)))
    finally:
        asyncio.set_event_loop(None)
        loop.close()


async def _carried(posts: int, places: int, platform: Limited) -> float:
    group = Group(open_in_memory())
    dialogue = DialogueId(group.start())
    group.deliver()
    message = Message(Phrase("start-welcome"))
    made = tuple(
        Post(PostId(f"post-{number}"), Place(group.place.community, f"c{number % places}"), message)
        for number in range(posts)
    )
    event = group.command("Ada", Action.HELP)
    effects: Effects[Reply] = Effects(reply=Silence(), posts=made)
    with group.store.batch([event]) as batch:
        batch.work(event.community).keep(event, effects, dialogue, None)
    scribe = Scribe(group.engine, readers_wait=True)
    scribe._writer.shutdown()
    scribe._writer = scribe._reader = AtOnce()  # type: ignore[assignment]
    begun = group.clock.now()

    def now() -> datetime:
        return begun.astimezone(UTC) + timedelta(seconds=platform.loop.time())

    courier = Courier(scribe, group.engine, group.outbox, {"web": platform}, now)
    carrying = asyncio.ensure_future(courier.run())
    while len(platform.stands) < posts:  # noqa: ASYNC110 - in virtual time it costs nothing
        await asyncio.sleep(0.5)
    carrying.cancel()
    await asyncio.wait([carrying])
    group.close()
    if platform.busy or len(platform.stands) != posts:
        raise AssertionError(platform.busy, len(platform.stands))
    return max(platform.stands.values())

"""Posts from the outbox to the messenger of their platform: in order in each place, places side by side."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from secrets import token_bytes

from adapters.messengers import Messenger, Note
from adapters.pacer import UNHURRIED, Pace, Pacer
from adapters.scribe import Scribe
from bot.dialogue.places import Place
from bot.dialogue.tickets import Action, Ticket
from bot.engine import Engine
from bot.errors import DeliveryFailed
from bot.identifiers import EventId, OccurrenceId, Seed
from bot.ports import Delivery, Outbox
from bot.speech.effects import Gone, Ready, Wait
from bot.speech.events import MemberUnreachable

AT_ONCE = 200
"""How many posts are taken at once."""
IDLE = timedelta(seconds=15)
"""How long the courier rests when nobody wakes it."""
HELD = timedelta(seconds=20)
"""How long a post that was taken may wait for its turn; the rest of its minute is for sending it."""
AHEAD = HELD / 2
"""So long before its turn a post that was given back is taken again, so that no turn is left out."""
SENDING = timedelta(seconds=35)
"""A platform that has not answered by then has left us unsure; a post is ours for a minute."""
STOPPING = timedelta(seconds=10)
"""How long the posts that are on their way get when the bot stops."""
TRIES = 3
"""So often a closed door is tried; then its member is marked as not to be reached (P10)."""
FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=5)

log = logging.getLogger(__name__)


class Courier:
    """Carries posts, again if need be, until each stands in its place."""

    def __init__(
        self,
        scribe: Scribe,
        engine: Engine,
        outbox: Outbox,
        messengers: Mapping[str, Messenger],
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._scribe = scribe
        self._engine = engine
        self._outbox = outbox
        self._messengers = messengers
        self._pacers = {name: Pacer(messenger.pace) for name, messenger in messengers.items()}
        self.may_carry: Callable[[str], bool] = lambda _platform: True
        """Whether this process may speak for a platform, where several share the work."""
        self._now = now or (lambda: datetime.now(UTC))
        self._awake = asyncio.Event()
        self._queues: dict[Place, asyncio.Task[None]] = {}
        """One for each place to which something is being carried."""
        self._is_stopping = False

    def wake(self) -> None:
        """Say that there may be something to carry."""
        self._awake.set()

    async def run(self) -> None:
        """Carry posts until cancelled, whatever happens; then let go of what is held."""
        self._is_stopping = False
        try:
            while True:
                taken = 0
                try:
                    taken = await self._take()
                except Exception:
                    log.exception("No post could be taken; the next try comes in %d s.", IDLE.total_seconds())
                if taken == 0:
                    await self._rest()
        finally:
            await self._stop()

    async def round(self) -> int:
        """Carry what is due now, once; return how many posts that were."""
        taken = await self._take()
        await asyncio.gather(*self._queues.values())
        return taken

    async def _take(self) -> int:
        taken = 0
        for platform, messenger in self._messengers.items():
            if not self.may_carry(platform):
                continue  # another process speaks for it
            now, busy = self._now(), tuple(self._queues)
            claimed = await self._scribe.run(lambda: self._outbox.claim(now, platform, AT_ONCE, busy))  # noqa: B023
            for place, queue in _by_place(claimed).items():
                task = asyncio.create_task(self._carry_all(queue, messenger, self._pacers[platform]))
                self._queues[place] = task
                task.add_done_callback(partial(self._leave, place))
            taken += len(claimed)
        return taken

    def _leave(self, place: Place, _done: object) -> None:
        del self._queues[place]
        self._awake.set()

    async def _carry_all(self, queue: list[Delivery], messenger: Messenger, pacer: Pacer) -> None:
        """Carry what waits for one place, one after another; give back what would wait for too long."""
        until = asyncio.get_running_loop().time() + HELD.total_seconds()
        while queue and not self._is_stopping:
            wait = pacer.wait(queue[0].place)
            if asyncio.get_running_loop().time() + wait > until:
                await self._give_back(queue, wait)
                return
            delivery = queue.pop(0)
            await asyncio.sleep(pacer.turn(delivery.place))
            await self._carry(delivery, messenger, pacer)
        if queue:
            await self._give_back(queue, 0)

    async def _give_back(self, queue: list[Delivery], wait: float) -> None:
        wait = max(wait - AHEAD.total_seconds(), 0)
        until = self._now() + timedelta(seconds=wait) if wait else None
        with suppress(Exception):  # else their minute ends by itself
            await self._scribe.run(lambda: self._outbox.release(queue, until))
            self._wake_in(timedelta(seconds=wait))

    async def _carry(self, delivery: Delivery, messenger: Messenger, pacer: Pacer) -> None:
        try:
            await self._bring(delivery, messenger)
        except DeliveryFailed as error:
            log.warning("Post %s not delivered: %s", delivery.post, error)
            if error.retry_after:
                pacer.rest(delivery.place, error.retry_after.total_seconds())
            await self._note_failed(delivery, error)
        except Exception:  # one post that cannot be written must not keep the others back
            log.exception("Post %s not delivered, by a fault of ours", delivery.post)
            await self._note_failed(delivery, DeliveryFailed("a fault of ours"))

    async def _bring(self, delivery: Delivery, messenger: Messenger) -> None:
        now = self._now()
        is_ours = await self._scribe.read(lambda: self._outbox.holds(delivery, now))
        if not is_ours:
            log.warning("Post %s is left to whoever took it meanwhile.", delivery.post)
            return
        prepared = await self._scribe.read(lambda: self._engine.prepare(delivery, now))
        if isinstance(prepared, Wait):
            await self._scribe.run(lambda: self._outbox.postpone(delivery, prepared.until))
            return
        try:
            async with asyncio.timeout(SENDING.total_seconds()):
                remotes = await self._send(delivery, prepared, messenger)
        except TimeoutError as error:
            raise DeliveryFailed("no answer in time", unknown=True) from error
        try:
            if isinstance(prepared, Gone):
                await self._scribe.insist(lambda: self._outbox.end(delivery, prepared))
            else:
                stands_since = self._now()
                await self._scribe.insist(lambda: self._outbox.delivered(delivery, remotes, stands_since))
        except Exception as error:
            raise DeliveryFailed("sent, and not noted", unknown=True) from error

    async def _send(self, delivery: Delivery, ready: Ready | Gone, messenger: Messenger) -> tuple[str, ...]:
        if isinstance(ready, Gone):
            if delivery.remotes or delivery.unsure_since:
                await messenger.take_down(delivery)
            return ()

        async def note(remotes: tuple[str, ...]) -> None:
            now = self._now()
            await self._scribe.run(lambda: self._outbox.note(delivery, remotes, now))

        return await messenger.deliver(delivery, ready, note)

    async def _note_failed(self, delivery: Delivery, error: DeliveryFailed) -> None:
        now = self._now()
        is_last = error.unreachable and not (delivery.recipient and delivery.attempts + 1 < TRIES)
        until = None if is_last else now + (error.retry_after or _wait(delivery))
        unsure_since = now if error.unknown else None
        if until:
            self._wake_in(until - now)
        try:
            await self._scribe.run(lambda: self._outbox.failed(delivery, until, unsure_since))
            if is_last and delivery.recipient:
                await self._scribe.handle(_unreachable(delivery, now))
        except Exception:  # its minute ends by itself, and then it is looked for
            log.exception("What became of post %s could not be noted.", delivery.post)

    def _wake_in(self, wait: timedelta) -> None:
        """Look again when something may be tried again, where that is sooner than by itself."""
        if wait < HELD:
            asyncio.get_running_loop().call_later(wait.total_seconds(), self.wake)

    async def _rest(self) -> None:
        # Not `wait_for`: up to 3.11 it can swallow a cancellation that comes together with the wake-up.
        with suppress(TimeoutError):
            async with asyncio.timeout(IDLE.total_seconds()):
                await self._awake.wait()
        self._awake.clear()

    async def _stop(self) -> None:
        """Begin nothing more, let what is on its way arrive, and give back the rest."""
        self._is_stopping = True
        if tasks := tuple(self._queues.values()):
            _, late = await asyncio.wait(tasks, timeout=STOPPING.total_seconds())
            for task in late:
                task.cancel()


def _by_place(deliveries: Iterable[Delivery]) -> dict[Place, list[Delivery]]:
    queues: dict[Place, list[Delivery]] = {}
    for delivery in deliveries:
        queues.setdefault(delivery.place, []).append(delivery)
    return queues


def _unreachable(delivery: Delivery, now: datetime) -> MemberUnreachable:
    return MemberUnreachable(
        id=EventId(f"unreachable:{delivery.post}"),
        at=now,
        seed=Seed(token_bytes(32)),
        community=delivery.place.community,
        ticket=Ticket(Action.FALL_BACK, delivery.recipient),
        occurrence=OccurrenceId(delivery.post),
    )


def _wait(delivery: Delivery) -> timedelta:
    doubled: int = 2 ** min(delivery.attempts, 10)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


__all__ = ["UNHURRIED", "Courier", "Messenger", "Note", "Pace"]

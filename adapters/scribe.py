"""Events that wait -> one thread, one transaction, one commit -> answers; and beside it what only reads."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from bot.engine import Engine
from bot.errors import StaleState, StoreUnusable
from bot.filing import WrittenFile
from bot.speech.effects import Answer, SendFile
from bot.speech.events import Event

MOST_AT_ONCE = 64
"""How many events share one commit at the most."""
PATIENCE = (0.5, 1.0, 2.0, 4.0, 8.0)
"""How many seconds lie between the tries of what must not be forgotten: less than a post is ours."""

Found = TypeVar("Found")
log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Waiting:
    event: Event
    answer: "asyncio.Future[Answer]"


class Scribe:
    """
    The only writer. Adapters await it; the answer comes after the commit, never before.

    There is no timed window: an idle bot answers at once, and while one batch is written the next
    gathers. A batch that fails is rolled back and done again one by one.
    """

    def __init__(self, engine: Engine, *, readers_wait: bool = False) -> None:
        self._engine = engine
        self._writer = ThreadPoolExecutor(1, "scribe")
        self._reader: Executor = self._writer if readers_wait else ThreadPoolExecutor(2, "reader")
        self._queue: list[_Waiting] = []
        self._is_writing = False
        self._tasks: set[asyncio.Task[None]] = set()
        self.counts: Counter[str] = Counter(handled=0, not_kept=0, failed=0)
        """What became of the events since the start."""

    async def handle(self, event: Event) -> Answer:
        """Return the answer to an event, once everything that follows from it is kept."""
        if self._engine.reads_only(event):
            return await self.read(lambda: self._safely(self._engine.show, event))
        waiting = _Waiting(event, asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        if not self._is_writing:
            self._is_writing = True
            task = asyncio.create_task(self._write())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return await waiting.answer

    async def run(self, function: Callable[[], Found]) -> Found:
        """Run *function* on the writer's thread, in turn with the batches."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, function)

    async def insist(self, function: Callable[[], Found]) -> Found:
        """Run *function* on the writer's thread, again for a while where nothing can be kept just now."""
        for wait in PATIENCE:
            with suppress(StoreUnusable, StaleState):
                return await self.run(function)
            await asyncio.sleep(wait)
        return await self.run(function)

    async def read(self, function: Callable[[], Found]) -> Found:
        """Run *function* on a reader's thread."""
        return await asyncio.get_running_loop().run_in_executor(self._reader, function)

    async def write_file(self, order: SendFile, event: Event) -> WrittenFile:
        """Return the file that a reply hands over, its pieces still to be written."""
        return await self.read(lambda: self._engine.write_file(order, event))

    async def close(self) -> None:
        """Finish what waits, then stop."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        self._writer.shutdown()
        self._reader.shutdown()

    async def _write(self) -> None:
        batch: list[_Waiting] = []
        try:
            while self._queue:
                batch, self._queue = self._queue[:MOST_AT_ONCE], self._queue[MOST_AT_ONCE:]
                answers = await self.run(lambda: self._handle([waiting.event for waiting in batch]))  # noqa: B023
                for waiting, answer in zip(batch, answers, strict=True):
                    if not waiting.answer.done():
                        waiting.answer.set_result(answer)
        finally:
            self._is_writing = False
            left, self._queue = (*batch, *self._queue), []
            for waiting in left:
                if not waiting.answer.done():
                    waiting.answer.set_exception(StoreUnusable("The bot is stopping. Nothing was kept."))

    def _handle(self, events: Sequence[Event]) -> list[Answer]:
        if len(events) > 1:
            try:
                answers = self._together(events)
                self.counts["handled"] += len(answers)
            except StoreUnusable:  # nobody waits for sixty others to find out the same
                log.error("A batch of %d events could not be kept.", len(events))  # noqa: TRY400 - see below
                self.counts["not_kept"] += len(events)
                return [self._engine.cannot_keep(event) for event in events]
            except Exception:  # noqa: BLE001 - whatever one event broke, the others are done again alone
                log.warning("A batch of %d events failed and is done again one by one.", len(events))
            else:
                return answers
        return [self._safely(self._engine.handle, event) for event in events]

    def _together(self, events: Sequence[Event]) -> list[Answer]:
        """Handle all at once; once more where somebody was quicker, or the connection was lost."""
        with suppress(StaleState):
            return self._engine.handle_all(events)
        return self._engine.handle_all(events)

    def _safely(self, handle: Callable[[Event], Answer], event: Event) -> Answer:
        try:
            answer = handle(event)
            self.counts["handled"] += 1
        except StoreUnusable:
            # Where it happened tells nothing new, and there may be very many of them.
            log.error("Event %s could not be kept.", str(event.id)[:8])  # noqa: TRY400
            self.counts["not_kept"] += 1
            return self._engine.cannot_keep(event)
        except Exception as error:
            reference = str(event.id)[:8]
            log.exception("Event %s failed: %s", reference, type(error).__name__)
            self.counts["failed"] += 1
            return self._engine.sorry(reference)
        return answer

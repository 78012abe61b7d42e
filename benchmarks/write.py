"""W1 and W2: durable contributions through scribe and engine, beside the same rows written by hand."""

import asyncio
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from adapters.scribe import Scribe
from benchmarks.measure import Figure, Goal, Outcome, Peer, by_name, in_turn, ratio
from benchmarks.raw_writing import RawWriter, Written, read_written
from benchmarks.stage import AT_ONCE, contributions, open_stage, set_stage
from bot.composition import Core
from bot.speech.effects import Say
from bot.speech.events import FormSubmitted
from storage.database import FILE_NAME

EARLIER = 20_000
"""How many contributions the memory in use holds already."""
BOT, ALONE = f"bot, {AT_ONCE} in flight", "bot, a lone caller"
TOGETHER, EACH = f"by hand, {AT_ONCE} a commit", "by hand, a commit each"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is written in one round."""

    together: int
    alone: int


SHORT, LONG = Size(1_280, 128), Size(6_400, 640)


@dataclass(frozen=True, slots=True)
class Scene:
    """A memory to write to, and what is written to it by the bot and by hand."""

    name: str
    folder: Path
    events: tuple[FormSubmitted, ...]
    written: tuple[Written, ...]

    def copy(self) -> Path:
        """Return a fresh copy of the memory, already on the disk."""
        folder = self.folder.with_name(f"{self.folder.name}-copy")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        with (folder / FILE_NAME).open("rb+") as file:
            os.fsync(file.fileno())
        return folder


def run(folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Write to a memory in use and to an empty one, by the bot and by hand in turn."""
    size = LONG if is_long else SHORT
    used = set_scene(folder, f"{EARLIER:,} there", EARLIER, size.together)
    empty = set_scene(folder, "none there", 0, size.together)
    peers = (*_together(used, size), *_alone(used, size), *_together(empty, size))
    figures = in_turn(peers, rounds, advance)
    return Outcome(
        "Writing: contributions that are on the disk before they are answered",
        "µs a contribution",
        figures,
        tuple(_goals(by_name(figures), used.name, empty.name)),
        (
            f"A round: {size.together:,} contributions where {AT_ONCE} are in flight, {size.alone:,} alone.",
            "By hand: the same rows, the same file, the same settings; nothing is decided or worded.",
        ),
    )


def set_scene(folder: Path, name: str, earlier: int, count: int) -> Scene:
    """Make a memory, let the engine write to a copy of it, and take the rows for the peer."""
    home = folder / f"memory-of-{earlier}"
    set_stage(home, earlier)
    events = contributions(count, earlier)
    copy = Scene(name, home, events, ()).copy()
    asyncio.run(write_by_bot(copy, events, AT_ONCE))
    return Scene(name, home, events, read_written(copy, earlier, [event.account.id for event in events]))


async def write_by_bot(folder: Path, events: Sequence[FormSubmitted], in_flight: int) -> float:
    """Let *in_flight* callers send all events in, each waiting for its answer; return the seconds."""
    return await write_with(open_stage(folder), events, in_flight)


async def write_with(core: Core, events: Sequence[FormSubmitted], in_flight: int) -> float:
    """Do the same on an open memory, and close it."""
    scribe = Scribe(core.engine)
    waiting = iter(events)

    async def caller() -> None:
        for event in waiting:
            answer = await scribe.handle(event)
            assert isinstance(answer.reply, Say)
            assert answer.reply.message.phrase.key == "contribute-thanks-open"

    begun = perf_counter()
    await asyncio.gather(*(caller() for _ in range(in_flight)))
    taken = perf_counter() - begun
    await scribe.close()
    core.store.close()
    return taken


def write_by_hand(folder: Path, written: Sequence[Written], at_once: int, *, in_bulk: bool = False) -> float:
    """Let the peer write all rows; return the seconds."""
    with closing(RawWriter(folder)) as writer:
        write = writer.write_in_bulk if in_bulk else writer.write
        begun = perf_counter()
        write(written, at_once)
        return perf_counter() - begun


def _together(scene: Scene, size: Size) -> tuple[Peer, ...]:
    def bot() -> float:
        return asyncio.run(write_by_bot(scene.copy(), scene.events, AT_ONCE)) / size.together * 1e6

    def by_hand(*, in_bulk: bool = False) -> float:
        return write_by_hand(scene.copy(), scene.written, AT_ONCE, in_bulk=in_bulk) / size.together * 1e6

    return (
        Peer(f"{BOT}; {scene.name}", bot),
        Peer(f"{TOGETHER}; {scene.name}", by_hand),
        Peer(f"{TOGETHER}, in bulk; {scene.name}", lambda: by_hand(in_bulk=True)),
    )


def _alone(scene: Scene, size: Size) -> tuple[Peer, ...]:
    def bot() -> float:
        return asyncio.run(write_by_bot(scene.copy(), scene.events[: size.alone], 1)) / size.alone * 1e6

    def by_hand() -> float:
        return write_by_hand(scene.copy(), scene.written[: size.alone], 1) / size.alone * 1e6

    return (
        Peer(f"{ALONE}; {scene.name}", bot),
        Peer(f"{EACH}; {scene.name}", by_hand),
    )


def _goals(of: Mapping[str, Figure], used: str, empty: str) -> Iterator[Goal]:
    bot, bot_in_empty = (of[f"{BOT}; {name}"] for name in (used, empty))
    together, together_in_empty = (of[f"{TOGETHER}; {name}"] for name in (used, empty))
    each, alone = of[f"{EACH}; {used}"], of[f"{ALONE}; {used}"]
    for id, says, by_hand, by_bot, bound in (
        ("W1", f"{AT_ONCE} in flight, beside a commit each", each, bot, 3.0),
        ("W2", f"whole events, beside the same by hand, {AT_ONCE} a commit", together, bot, 0.6),
        ("W2", "the same where nothing was written before", together_in_empty, bot_in_empty, 0.6),
        ("W2", "a lone caller, beside a commit each", each, alone, 0.35),
    ):
        yield Goal(id, says, ratio(by_hand, by_bot), bound, is_floor=True)

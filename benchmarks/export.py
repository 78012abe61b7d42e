"""E1: the record of a long dialogue as Markdown, by the command that people use, in a process of its own."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Figure, Goal, Outcome, Peer, by_name, in_turn
from benchmarks.stage import (
    AT_ONCE,
    HERE,
    PEOPLE,
    ROOM,
    a_seed,
    an_account,
    contributions,
    open_stage,
    set_stage,
)
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import EventId, new_id
from bot.speech.events import ChoicePicked, FormSubmitted
from storage.database import FILE_NAME

SHORT, LONG, FEW = 20_000, 100_000, 5_000
SECONDS, MEBIBYTES = 10.0, 200.0
FULL, BARE = "bot: python -m bot export --kind md", f"bot: the same with {FEW:,}"
BY_HAND = "by hand: the same words, unescaped, from sqlite3 into a file"
WORDS = (
    "SELECT c.number, c.shown_name, r.body FROM contribution AS c JOIN revision AS r ON r.of = c.id"
    " WHERE c.state = 'live' ORDER BY c.number, r.number"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A memory to export from, and how much memory that took each time."""

    folder: Path
    peaks: list[float] = field(default_factory=list)

    @property
    def out(self) -> Path:
        """Where the files go."""
        return self.folder / "out"


def run(folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Export a long dialogue over and over, and a short one, to know what starting alone takes."""
    count = LONG if is_long else SHORT
    full, bare = Source(folder / "full"), Source(folder / "bare")
    set_long_stage(full.folder, count)
    set_long_stage(bare.folder, FEW)
    figures = in_turn(
        (
            Peer(FULL, lambda: by_bot(full)),
            Peer(BARE, lambda: by_bot(bare)),
            Peer(BY_HAND, lambda: _by_hand(full.folder)),
        ),
        rounds,
        advance,
    )
    of = by_name(figures)
    share = (LONG - FEW) / (count - FEW)
    name = f"for {LONG:,}" if is_long else f"for {LONG:,}, projected from {count:,} and {FEW:,}"
    return Outcome(
        f"Exporting: a record of {count:,} contributions as Markdown",
        "s",
        figures,
        (
            Goal(
                "E1",
                f"seconds {name}",
                _projected(of[FULL].values, of[BARE].values, share),
                SECONDS,
                unit="s",
            ),
            Goal("E1", f"memory {name}", _projected(full.peaks, bare.peaks, share), MEBIBYTES, unit="MiB"),
        ),
        ("One in ten answers another, one in five has a stance; start and end of the process are counted.",),
    )


def set_long_stage(folder: Path, count: int) -> None:
    """Let people bring *count* contributions, some of them answers, and take a stance on some."""
    set_stage(folder)
    core = open_stage(folder)
    batch: list[FormSubmitted | ChoicePicked] = []
    for event in _talk(count):
        batch.append(event)
        if len(batch) >= AT_ONCE:
            core.engine.handle_all(batch)
            batch.clear()
    core.engine.handle_all(batch)
    core.store.close()


def _talk(count: int) -> Iterator[FormSubmitted | ChoicePicked]:
    for number, event in enumerate(contributions(count)):
        earlier = new_id(a_seed(f"event-{number - 7}"), "contribution")
        if number % 10 == 9:
            ticket = Ticket(Action.ANSWER, earlier)
            yield replace(event, ticket=ticket, answers={**event.answers, "kind": "question"})
        else:
            yield event
        if number % 5 == 4:
            yield ChoicePicked(
                id=EventId(f"stance-{number}"),
                at=event.at,
                seed=a_seed(f"stance-{number}"),
                community=ROOM,
                account=an_account((number + 1) % PEOPLE),
                place=HERE,
                ticket=Ticket(Action.STANCE, new_id(event.seed, "contribution"), "same"),
            )


def by_bot(source: Source) -> float:
    """Export with the command that people use; return the seconds, and note the memory."""
    peak = source.folder / "peak"
    words = ["bot", "export", "--out", str(source.out), "--kind", "md"]
    begun = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "benchmarks.peak", str(peak), *words],
        env={**os.environ, "DATA_DIR": str(source.folder)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    taken = perf_counter() - begun
    source.peaks.append(int(peak.read_text(encoding="ascii")) / 2**20)
    return taken


def _by_hand(folder: Path) -> float:
    begun = perf_counter()
    with (
        closing(sqlite3.connect(folder / FILE_NAME)) as connection,
        (folder / "by-hand.md").open("w", encoding="utf-8") as file,
    ):
        for number, name, body in connection.execute(WORDS):
            file.write(f"#### {number} · {name}\n\n> {body}\n\n")
    return perf_counter() - begun


def _projected(full: Sequence[float], few: Sequence[float], share: float) -> Figure:
    """Return what as many contributions would take: what a few take, and *share* times the rest."""
    pairs = zip(full, few, strict=True)
    return Figure("projected", tuple(least + (whole - least) * share for whole, least in pairs))

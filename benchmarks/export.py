"""E1: the record of a long dialogue as Markdown, by the command that people use, in a process of its own."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Figure, Goal, Outcome, Peer, by_name, in_turn
from benchmarks.stage import AT_ONCE, HERE, PEOPLE, ROOM, a_seed, an_account, contributions, open_stage, set_stage
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import EventId, new_id
from bot.speech.events import ChoicePicked, FormSubmitted
from storage.database import FILE_NAME

SHORT, LONG = 10_000, 100_000
SECONDS, MEGABYTES = 10.0, 200.0
BY_HAND = (
    "SELECT c.number, c.shown_name, r.body FROM contribution AS c JOIN revision AS r ON r.of = c.id"
    " WHERE c.state = 'live' ORDER BY c.number, r.number"
)


def run(folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Export one long dialogue over and over."""
    count = LONG if is_long else SHORT
    set_long_stage(folder, count)
    peaks: list[float] = []
    figures = in_turn(
        (
            Peer("bot: python -m bot export --kind md", lambda: _by_bot(folder, peaks)),
            Peer("by hand: the same words, unescaped, from sqlite3 into a file", lambda: _by_hand(folder)),
        ),
        rounds,
        advance,
    )
    bot = by_name(figures)["bot: python -m bot export --kind md"]
    memory = Figure("memory of the bot at its highest, MB", tuple(peaks))
    return Outcome(
        f"Exporting: a record of {count:,} contributions as Markdown",
        "s",
        figures,
        (
            Goal("E1", f"seconds for {count:,} contributions", bot, SECONDS * count / LONG, unit="s"),
            Goal("E1", "memory at its highest", memory, MEGABYTES, unit="MB"),
        ),
        (
            "One in ten answers another, one in five has a stance; start and end of the process are counted.",
            f"The goal is {SECONDS:g} s and {MEGABYTES:g} MB for {LONG:,}; the time is held to its share.",
        ),
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


def _by_bot(folder: Path, peaks: list[float]) -> float:
    peak, out = folder / "peak", folder / "out"
    words = ["bot", "export", "--out", str(out), "--kind", "md"]
    begun = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "benchmarks.peak", str(peak), *words],
        env={**os.environ, "DATA_DIR": str(folder)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    taken = perf_counter() - begun
    peaks.append(int(peak.read_text(encoding="ascii")) / 1e6)
    return taken


def _by_hand(folder: Path) -> float:
    begun = perf_counter()
    with (
        closing(sqlite3.connect(folder / FILE_NAME)) as connection,
        (folder / "by-hand.md").open("w", encoding="utf-8") as file,
    ):
        for number, name, body in connection.execute(BY_HAND):
            file.write(f"#### {number} · {name}\n\n> {body}\n\n")
    return perf_counter() - begun

"""M1: how fast the program answers, how fast it is ready, and how much memory it holds then."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import psutil

from benchmarks.measure import Figure, Goal, Outcome, Peer, by_name, in_turn, ratio

VERSION, ASYNCIO = "bot: python -m bot --version, ms", "python -c 'import asyncio', ms"
READY, BARE = "bot: python -m bot run, until it says so, ms", "a bare discord.py client with SQLAlchemy, ms"
HOLDS, BARE_HOLDS = "bot: memory when ready, MiB", "a bare discord.py client with SQLAlchemy, MiB"
CLIENT = """
import discord, sqlalchemy
client = discord.Client(intents=discord.Intents.none(), max_messages=None)
print("It is running.", flush=True)
input()
"""
SETTINGS = (
    "DISCORD_",
    "SLACK_",
    "DATABASE_URL",
    "DATA_DIR",
    "WEB_PORT",
    "TOKEN_KEY",
    "TIMEZONE",
    "LOG_LEVEL",
)


def run(folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Start every program in turn; a start is one round, long or short."""
    del is_long
    bot, bare = [sys.executable, "-m", "bot", "run"], [sys.executable, "-c", CLIENT]
    with _started(bot, folder):  # the first start makes the file and the example dialogue
        pass
    held: dict[str, list[float]] = {HOLDS: [], BARE_HOLDS: []}
    figures = in_turn(
        (
            Peer(VERSION, lambda: _answer_in([sys.executable, "-m", "bot", "--version"], folder)),
            Peer(ASYNCIO, lambda: _answer_in([sys.executable, "-c", "import asyncio"], folder)),
            Peer(READY, lambda: _ready_in(bot, folder, held[HOLDS])),
            Peer(BARE, lambda: _ready_in(bare, folder, held[BARE_HOLDS])),
        ),
        rounds,
        advance,
    )
    memory = tuple(Figure(name, tuple(values)) for name, values in held.items())
    of = by_name((*figures, *memory))
    return Outcome(
        "Starting",
        "as each line says",
        (*figures, *memory),
        (
            Goal("M1", "--version / import asyncio", ratio(of[VERSION], of[ASYNCIO]), 1.3),
            Goal("M1", "memory when ready / bare discord.py", ratio(of[HOLDS], of[BARE_HOLDS]), 1.75),
            Goal("M1", "ready / bare discord.py", ratio(of[READY], of[BARE]), 1.9),
        ),
        ("The bot opens the web room on a memory that it has opened before; nothing is sent to anybody.",),
    )


def _answer_in(words: list[str], folder: Path) -> float:
    begun = perf_counter()
    subprocess.run(words, env=_surroundings(folder), stdout=subprocess.DEVNULL, check=True)
    return (perf_counter() - begun) * 1e3


def _ready_in(words: list[str], folder: Path, held: list[float]) -> float:
    begun = perf_counter()
    with _started(words, folder) as process:
        taken = (perf_counter() - begun) * 1e3
        held.append(psutil.Process(process.pid).memory_info().rss / 2**20)
    return taken


@contextmanager
def _started(words: list[str], folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """Start a program, wait until it says that it is running, and stop it again."""
    with subprocess.Popen(
        words, env=_surroundings(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        if not any("is running" in line for line in process.stdout):
            raise RuntimeError(f"This did not start: {' '.join(words[:4])}")
        yield process
        process.terminate()


def _surroundings(folder: Path) -> dict[str, str]:
    """Return the environment without settings of whoever runs this."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)}
    return kept | {"DATA_DIR": str(folder)}

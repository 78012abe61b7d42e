"""`python -m benchmarks [NAME ...] [--long]`: run the benchmarks beside their peers, and print tables."""

import argparse
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Protocol, cast

from rich.console import Console
from rich.progress import Progress

from benchmarks.measure import Outcome, flush_cost, scratch_folder
from benchmarks.report import describe_machine, show

PROGRAMS: Mapping[str, str] = {
    "write": "W1, W2: contributions that are on the disk before they are answered",
    "acknowledge": "A1, A3: from a button on Discord to the answer",
    "write_postgres": "W3: the same on PostgreSQL",
    "decide": "D1: from an event to its effects",
    "acknowledge_slack": "A2: a button on Slack, until it is acknowledged",
    "due": "S1, S2: what is due at once for many, beside schedulers and a queue",
    "fanout": "F1, F2: many posts against real limits, in virtual time",
    "export": "E1: a long record as Markdown",
    "start": "M1: answering, being ready, memory",
}
SHORT, LONG = 3, 9
WIDTH = 110


class Program(Protocol):
    """One benchmark."""

    def __call__(
        self, folder: object, rounds: int, *, is_long: bool, advance: Callable[[], object]
    ) -> Outcome:
        """Measure all peers in turn."""
        ...


def main(words: list[str] | None = None) -> int:
    """Run what is asked for, and print its tables; a goal that is missed is shown, and is no failure."""
    given = _read(words)
    screen = Console(highlight=False, width=WIDTH)
    with scratch_folder() as folder:
        for line in describe_machine(flush_cost(folder)):
            screen.print(line, markup=False)
    for name in given.names or PROGRAMS:
        run = cast("Program", import_module(f"benchmarks.{name}").run)
        with scratch_folder() as folder, Progress(console=Console(stderr=True), transient=True) as progress:
            bar = progress.add_task(name, total=None)
            outcome = run(folder, given.rounds, is_long=given.long, advance=lambda: progress.advance(bar))  # noqa: B023
        screen.print()
        show(outcome, screen)
    return 0


def _read(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="; ".join(f"{n}: {w}" for n, w in PROGRAMS.items())
    )
    parser.add_argument("--long", action="store_true", help="the long form")
    parser.add_argument("--rounds", type=int, default=0, help="how often each peer runs")
    given = parser.parse_args(words)
    if unknown := set(given.names) - set(PROGRAMS):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(PROGRAMS)}")
    given.rounds = given.rounds or (LONG if given.long else SHORT)
    return given


if __name__ == "__main__":
    sys.exit(main())

"""
The long form of what the suite tries briefly: `make drill hostile`, `make drill crash`, `make drill talking`.

A drill is a module with `drill(count, seed)`: it returns what it counted, and raises when a promise broke.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

Run = Callable[[int, int], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Drill:
    """Where a drill stands, and how often it tries by itself."""

    module: str
    count: int

    def run(self, count: int, seed: int) -> Mapping[str, int]:
        """Run it and return its counts."""
        return cast("Run", import_module(self.module).drill)(count, seed)


DRILLS: Mapping[str, Drill] = {
    "crash": Drill("tests.promises.crash", 1_000),
    "clocks": Drill("tests.promises.clocks", 1_000),
    "servers": Drill("tests.promises.fifty_servers", 50),
    "hostile": Drill("tests.promises.hostile", 100_000),
    "requests": Drill("tests.promises.requests", 100_000),
    "workers": Drill("tests.promises.workers", 4_000),
    "slack": Drill("tests.promises.slack_crash", 100),
    "simulate": Drill("tests.promises.simulation", 100),
    "talking": Drill("tests.promises.talking", 20_000),
}


def main(words: list[str] | None = None) -> int:
    """Run one drill, and print its seed and its counts."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.drills", description="Run the long form of a drill."
    )
    parser.add_argument("name", choices=sorted(DRILLS))
    parser.add_argument("--count", type=int, help="how often to try; each drill has its own number")
    parser.add_argument("--seed", type=int, default=1, help="what chance is drawn from")
    given = parser.parse_args(words)
    count = given.count or DRILLS[given.name].count

    print(f"{given.name}: {count:,} with seed {given.seed}", flush=True)
    for name, number in sorted(DRILLS[given.name].run(count, given.seed).items()):
        print(f"  {name}: {number:,}")
    print(f"{given.name}: no promise was broken")
    return 0


if __name__ == "__main__":
    sys.exit(main())

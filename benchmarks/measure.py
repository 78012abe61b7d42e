"""Peers take turns, round after round, so that whatever else the machine does meets all of them alike."""

import gc
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

SCRATCH = Path(__file__).resolve().parent.parent / "artefacts"
"""On the disk of the project: where temporary files are kept may be memory, which flushes for nothing."""
FLUSHES = 50


@dataclass(frozen=True, slots=True)
class Peer:
    """Something that is measured; *run* does it once and returns what one unit of it took."""

    name: str
    run: Callable[[], float]


@dataclass(frozen=True, slots=True)
class Figure:
    """What a peer took, or a ratio, in each round."""

    name: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of all rounds."""
        return median(self.values)

    @property
    def least(self) -> float:
        """The lowest of all rounds."""
        return min(self.values)

    @property
    def most(self) -> float:
        """The highest of all rounds."""
        return max(self.values)


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound, and what was measured beside it."""

    id: str
    says: str
    measured: Figure
    bound: float
    is_floor: bool = False
    """Whether more is better."""
    unit: str = "×"

    @property
    def is_met(self) -> bool:
        """Whether the median keeps the bound."""
        return self.measured.median >= self.bound if self.is_floor else self.measured.median <= self.bound


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one program found."""

    title: str
    unit: str
    figures: tuple[Figure, ...]
    goals: tuple[Goal, ...]
    notes: tuple[str, ...] = ()


def in_turn(peers: Sequence[Peer], rounds: int, advance: Callable[[], object]) -> tuple[Figure, ...]:
    """Run every peer once a round, each round begun by another one, and return their figures."""
    values: dict[str, list[float]] = {peer.name: [] for peer in peers}
    for number in range(rounds):
        first = number % len(peers)
        for peer in (*peers[first:], *peers[:first]):
            gc.collect()
            values[peer.name].append(peer.run())
            advance()
    return tuple(Figure(name, tuple(taken)) for name, taken in values.items())


def ratio(above: Figure, below: Figure) -> Figure:
    """Return how one figure stands to another, round by round."""
    pairs = zip(above.values, below.values, strict=True)
    return Figure(f"{above.name} / {below.name}", tuple(one / other for one, other in pairs))


def by_name(figures: Sequence[Figure]) -> Mapping[str, Figure]:
    """Return figures by the names of their peers."""
    return {figure.name: figure for figure in figures}


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Lend a folder on the disk of the project; it is gone afterwards."""
    SCRATCH.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=SCRATCH) as folder:
        yield Path(folder)


def flush_cost(folder: Path) -> Figure:
    """Return how many microseconds it takes until four kilobytes are on the disk."""
    taken: list[float] = []
    with (folder / "flush").open("wb", buffering=0) as file:
        for number in range(FLUSHES):
            file.write(bytes([number]) * 4096)
            begun = perf_counter()
            os.fsync(file.fileno())
            taken.append((perf_counter() - begun) * 1e6)
    return Figure("one flush of 4 KiB, µs", tuple(taken))

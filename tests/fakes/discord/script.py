"""What goes wrong on purpose: answers that are slow, lost, refused or broken, by method, path and count."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """
    One thing that goes wrong.

    *kind*: slow, limited (429 of one route), limited_all (429 of all), banned (429 without `Via`),
    status (an answer with *status* and *code*, nothing done), drop_before (the connection breaks, nothing
    done), drop_after (done, and the connection breaks), lost (done, and answered with 502), garbage.
    """

    kind: str
    method: str = ""
    path: str = ""
    """A pattern of the path; empty for every path."""
    seconds: float = 0.0
    status: int = 500
    code: int = 0

    def fits(self, method: str, path: str) -> bool:
        """Whether a call is hit by it."""
        return self.method in {"", method} and bool(re.search(self.path, path))


@dataclass(slots=True)
class Script:
    """The faults to come; each hits as many calls as it was written down for."""

    seed: int = 0
    met: list[str] = field(default_factory=list)
    """What has gone wrong so far."""
    _next: list[tuple[Fault, int]] = field(default_factory=list)
    _chances: list[tuple[float, Fault]] = field(default_factory=list)
    _random: random.Random | None = None

    def add(self, fault: Fault, times: int = 1) -> None:
        """Let the next calls that fit go wrong."""
        self._next.append((fault, times))

    def sometimes(self, share: float, fault: Fault) -> None:
        """Let a share of all calls go wrong, by chance that the seed decides."""
        self._chances.append((share, fault))

    def clear(self) -> None:
        """Let everything go well from now on."""
        self._next, self._chances = [], []

    def take(self, method: str, path: str) -> Fault | None:
        """Return what goes wrong with this call, if anything."""
        fault = next(self._taken(method, path), None)
        if fault:
            self.met.append(f"{fault.kind} {method} {path}")
        return fault

    def _taken(self, method: str, path: str) -> Iterator[Fault]:
        for place, (fault, times) in enumerate(self._next):
            if fault.fits(method, path):
                left = [(fault, times - 1)] if times > 1 else []
                self._next[place : place + 1] = left
                yield fault
                return
        self._random = self._random or random.Random(self.seed)
        for share, fault in self._chances:
            if fault.fits(method, path) and self._random.random() < share:
                yield fault
                return

"""What the fake does wrong on purpose: a script by method and count, or by chance from a seed."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatch


class Fault(StrEnum):
    """One way in which a call goes wrong."""

    OK = "ok"
    RATE_LIMITED = "429"
    SERVER = "503"
    INTERNAL = "internal_error"
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    GARBAGE = "garbage"
    SLOW = "slow"


@dataclass(slots=True)
class Script:
    """Which call meets which fault."""

    planned: list[tuple[str, Fault]] = field(default_factory=list)
    chances: list[tuple[str, Fault, float]] = field(default_factory=list)
    seed: int = 1
    _dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        """Take the seed."""
        self._dice = random.Random(self.seed)

    def next(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method (a pattern) meet these faults, in order."""
        self.planned += [(method, fault) for fault in faults]

    def sometimes(self, method: str, faults: Iterable[Fault], chance: float) -> None:
        """Let calls of a method meet each of these faults with a chance."""
        self.chances += [(method, fault, chance) for fault in faults]

    def fault_for(self, method: str) -> Fault:
        """Return what this call meets; a planned fault is used up by it."""
        for place, (pattern, fault) in enumerate(self.planned):
            if fnmatch(method, pattern):
                del self.planned[place]
                return fault
        for pattern, fault, chance in self.chances:
            if fnmatch(method, pattern) and self._dice.random() < chance:
                return fault
        return Fault.OK

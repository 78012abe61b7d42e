"""
What was recorded, by mechanism and theme: a mirror, and neither a mark nor a task.

It shows what was *recorded*. Empty does not mean missing or bad. EAA is an early theory.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.dialogue.evidence import Basis, Evidence
from bot.dialogue.framework import Mechanism, Theme

FEW, MANY = 2, 4


class Strength(StrEnum):
    """How often something was recorded, in three bands; it says nothing of how good it was."""

    BRIEF = "brief"
    PRESENT = "present"
    SUSTAINED = "sustained"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """All evidence for one mechanism and theme."""

    mechanism: Mechanism
    theme: Theme
    evidence: tuple[Evidence, ...]

    @property
    def episodes(self) -> tuple[str, ...]:
        """Return the questions or meetings in which it was at work, the oldest first."""
        return tuple(dict.fromkeys(each.episode for each in self.evidence))

    @property
    def strength(self) -> Strength:
        """Return the band: one episode, two or three, or more."""
        count = len(self.episodes)
        return Strength.SUSTAINED if count >= MANY else Strength.PRESENT if count >= FEW else Strength.BRIEF

    @property
    def names(self) -> int:
        """Return how many names are shown; to count people would tell who wrote without one."""
        return len({each.author for each in self.evidence if each.author})

    @property
    def without_name(self) -> int:
        """Return how much of it shows no name."""
        return sum(not each.author for each in self.evidence)

    @property
    def last(self) -> date:
        """Return the day of the newest."""
        return max(each.day for each in self.evidence)

    @property
    def basis(self) -> tuple[Basis, ...]:
        """Return how it came into the record."""
        return tuple(basis for basis in Basis if any(each.basis is basis for each in self.evidence))


def coverage(found: Iterable[Evidence]) -> Mapping[tuple[Mechanism, Theme], Cell]:
    """Return the cells that hold something; all others are a question."""
    cells: dict[tuple[Mechanism, Theme], list[Evidence]] = defaultdict(list)
    for each in found:
        cells[each.mechanism, each.theme].append(each)
    return {
        (mechanism, theme): Cell(mechanism=mechanism, theme=theme, evidence=tuple(evidence))
        for (mechanism, theme), evidence in cells.items()
    }

"""How mechanisms interact: links between kept things that cite each other, and the loops they make."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.dialogue.evidence import Evidence
from bot.dialogue.framework import Mechanism


@dataclass(frozen=True, slots=True)
class Link:
    """One kept thing takes up an earlier one; nobody makes a link for its own sake."""

    cited: Evidence
    citing: Evidence

    @property
    def cell(self) -> tuple[Mechanism, Mechanism]:
        """Return which mechanism fed which."""
        return self.cited.mechanism, self.citing.mechanism

    @property
    def is_continued(self) -> bool:
        """Whether both are of one mechanism: then it went on, which is no interaction."""
        return self.cited.mechanism is self.citing.mechanism


@dataclass(frozen=True, slots=True)
class Interaction:
    """One cell of the matrix."""

    links: tuple[Link, ...]

    @property
    def last(self) -> date:
        """Return the day of the newest link."""
        return max(link.citing.day for link in self.links)


@dataclass(frozen=True, slots=True)
class Loop:
    """A walk along citations that leaves a mechanism and reaches it again; told from its begin on."""

    path: tuple[Evidence, ...]

    @property
    def closing(self) -> Evidence:
        """Return what closes it."""
        return self.path[-1]


def links_in(found: Sequence[Evidence]) -> tuple[Link, ...]:
    """Return every link between pieces of evidence; what cannot be seen is linked to nothing."""
    by_id = {each.pointer.id: each for each in found}
    return tuple(Link(by_id[id], each) for each in found for id in each.cites if id in by_id)


def interactions(found: Sequence[Evidence]) -> Mapping[tuple[Mechanism, Mechanism], Interaction]:
    """Return the cells of the matrix that hold a link, those on its diagonal too."""
    cells: dict[tuple[Mechanism, Mechanism], list[Link]] = defaultdict(list)
    for link in links_in(found):
        cells[link.cell].append(link)
    return {cell: Interaction(tuple(links)) for cell, links in cells.items()}


def loops_in(found: Sequence[Evidence]) -> tuple[Loop, ...]:
    """Return the loops, each at what closes it: the nearest walk back to its mechanism through another."""
    by_id = {each.pointer.id: each for each in found}
    loops = (_loop_at(each, by_id) for each in found)
    return tuple(loop for loop in loops if loop is not None)


def _loop_at(closing: Evidence, by_id: Mapping[str, Evidence]) -> Loop | None:
    """Walk back from *closing*, nearest first, to an earlier thing of its mechanism with another between."""
    walks: deque[tuple[Evidence, ...]] = deque([(closing,)])
    seen = {(closing.pointer.id, False)}
    while walks:
        walk = walks.popleft()
        has_left = any(each.mechanism is not closing.mechanism for each in walk)
        for cited in (by_id[id] for id in walk[-1].cites if id in by_id):
            if cited.mechanism is closing.mechanism and has_left and cited is not closing:
                return Loop((cited, *reversed(walk)))
            # What was passed without leaving the mechanism may still be where a walk comes back to.
            if (cited.pointer.id, has_left) not in seen:
                seen.add((cited.pointer.id, has_left))
                walks.append((*walk, cited))
    return None

"""How fast a platform may be written to: in all, in one workspace, and in one place."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.dialogue.places import Place

REMEMBERED = 10_000
"""So many turns are remembered before those that are over are forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many seconds lie between two posts; nought sets no bound."""

    in_all: float = 0.0
    """Discord counts all that one bot does, in every server."""
    in_workspace: float = 0.0
    in_place: float = 0.0


UNHURRIED = Pace()


@dataclass(slots=True)
class Pacer:
    """Gives out turns: nobody's turn comes before the platform allows it. Counts on the loop's own clock."""

    pace: Pace = UNHURRIED
    _free: dict[str, float] = field(default_factory=dict)
    """From when on there may be another turn, in all, in each workspace and in each place."""

    def wait(self, place: Place) -> float:
        """Return in how many seconds there may be a post in *place*, without taking that turn."""
        now = _now()
        return max(0.0, *(self._free.get(name, now) - now for name, _ in self._bounds(place)))

    def turn(self, place: Place) -> float:
        """Take the next turn for a post in *place*, and return in how many seconds it is."""
        wait = self.wait(place)
        for name, between in self._bounds(place):
            if between:
                self._free[name] = _now() + wait + between
        if len(self._free) > REMEMBERED:
            now = _now()
            self._free = {name: at for name, at in self._free.items() if at > now}
        return wait

    def rest(self, place: Place, seconds: float) -> None:
        """Give nobody in this workspace a turn for so long: its platform said so."""
        workspace = place.community.workspace
        self._free[workspace] = max(self._free.get(workspace, 0.0), _now() + seconds)

    def _bounds(self, place: Place) -> Iterator[tuple[str, float]]:
        workspace = place.community.workspace
        yield "", self.pace.in_all
        yield workspace, self.pace.in_workspace
        yield f"{workspace} {place.channel}", self.pace.in_place


def _now() -> float:
    return asyncio.get_running_loop().time()

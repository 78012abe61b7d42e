"""What shows that a mechanism was at work: one kept thing, where and when, and what it takes up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.excerpts import Entry, Excerpt, RoundExcerpt
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.pointers import Pointer, PointerKind


class Basis(StrEnum):
    """How something came into the record."""

    RECORDED = "recorded"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One kept thing as the reader may see it. It names no member, only what the group is shown."""

    pointer: Pointer
    mechanism: Mechanism
    theme: Theme
    episode: str
    """The question or meeting it belongs to: all of it for one mechanism and theme is one episode."""
    author: str
    """The name that is shown with it, at its level; empty where none is."""
    day: date
    basis: Basis = Basis.RECORDED
    cites: tuple[str, ...] = ()
    """The ids of what it takes up, the nearest first."""


def evidence_in(seen: Excerpt) -> tuple[Evidence, ...]:
    """Return all that the reader may see as evidence, the oldest first."""
    found: Iterable[Evidence] = (each for part in seen.rounds for each in _in_round(part))
    return tuple(sorted(found, key=lambda each: each.day))


def _in_round(part: RoundExcerpt) -> Iterator[Evidence]:
    for entry in part.entries:
        if is_evidence(entry):
            yield Evidence(
                pointer=Pointer(PointerKind.CONTRIBUTION, entry.id, entry.number),
                # Whoever answers somebody talks, whatever the question was for.
                mechanism=Mechanism.DIALOGUE if entry.to else part.round.mechanism,
                theme=part.round.theme,
                episode=part.round.id,
                author=shown_author(entry),
                day=entry.day,
                cites=(entry.to,) if entry.to else (),
            )


def is_evidence(entry: Entry) -> bool:
    """Whether words stand there that the group can see."""
    is_words = entry.kind is ContributionKind.WORDS and entry.state is ContributionState.LIVE
    return is_words and entry.number > 0


def shown_author(entry: Entry) -> str:
    """Return level and name as they are shown: one person under two names is not counted as one."""
    return f"{entry.level}:{entry.author}" if entry.author else ""

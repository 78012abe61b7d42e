"""What shows that a mechanism was at work: one kept thing, where and when, and what it takes up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.dialogue.assets import Audience
from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.excerpts import Entry, Excerpt, RoundExcerpt
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.lines import LineKind
from bot.dialogue.pointers import Pointer, PointerKind

NOTES, REGISTER = "notes", "register"
"""What belongs to no question is one episode."""


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
    said = {each.pointer.id: each for part in seen.rounds for each in _in_round(part, seen)}
    written = {each.pointer.id: each for each in _lines(seen, said)}
    taken = {each.pointer.id: each for each in _interpretations(seen, said | written)}
    known = said | written | taken
    found = [*known.values(), *_understandings(seen, known), *_assets(seen, said)]
    return tuple(sorted(found, key=lambda each: each.day))


def _in_round(part: RoundExcerpt, seen: Excerpt) -> Iterator[Evidence]:
    renewed = {renewal.id: renewal for renewal in seen.mirror.renewals}
    for entry in filter(is_evidence, part.entries):
        renewal = renewed.get(entry.id)
        cites = (entry.to, renewal and renewal.because_of, renewal and renewal.earlier)
        yield Evidence(
            pointer=Pointer(PointerKind.CONTRIBUTION, entry.id, entry.number),
            # Whoever answers somebody talks, whatever the question was for.
            mechanism=Mechanism.DIALOGUE if entry.to else part.round.mechanism,
            theme=part.round.theme,
            episode=part.round.id,
            author=shown_author(entry),
            day=entry.day,
            cites=tuple(id for id in cites if id),
        )


def _lines(seen: Excerpt, said: Mapping[str, Evidence]) -> Iterator[Evidence]:
    """Return the lines of the notes; each belongs to the question of the first words that it cites."""
    for part in seen.lines:
        if part.is_newest and part.text:
            first = next((said[id] for id in part.line.sources if id in said), None)
            result = part.line.kind in (LineKind.DECISION, LineKind.ACTION)
            yield Evidence(
                pointer=Pointer(PointerKind.LINE, part.id, part.line.number),
                mechanism=Mechanism.DOCUMENTATION,
                theme=first.theme if first else Theme.RESULT if result else Theme.WHAT,
                episode=first.episode if first else NOTES,
                author=f"{part.line.level}:{part.line.shown_name}" if part.line.shown_name else "",
                day=part.day,
                cites=part.line.sources,
            )


def _interpretations(seen: Excerpt, known: Mapping[str, Evidence]) -> Iterator[Evidence]:
    """Return what people took from it and shared; one's own that is private shows nothing yet."""
    for part in seen.interpretations:
        if part.is_shared and part.is_live and part.sense is not None:
            ids = tuple(id for id, _ in part.based_on)
            first = next((known[id] for id in ids if id in known), None)
            yield Evidence(
                pointer=Pointer(PointerKind.INTERPRETATION, part.id, int(part.reference.lstrip("I"))),
                mechanism=Mechanism.INTERPRETATION,
                theme=first.theme if first else Theme.WHAT,
                episode=first.episode if first else NOTES,
                author=part.author,
                day=part.day,
                cites=ids,
            )


def _understandings(seen: Excerpt, known: Mapping[str, Evidence]) -> Iterator[Evidence]:
    """Return what the group understands; it is nobody's alone, so no name stands with it."""
    for part in seen.understanding:
        if part.understanding is not None:
            found = part.understanding
            cites = (*found.based_on, *found.returned_lines, *found.returned_turns)
            first = next((known[id] for id in cites if id in known), None)
            yield Evidence(
                pointer=Pointer(PointerKind.UNDERSTANDING, part.check.id, part.check.number),
                mechanism=Mechanism.UNDERSTANDING,
                theme=first.theme if first else Theme.WHAT,
                episode=part.check.id,
                author="",
                day=found.made_at.date(),
                cites=cites,
            )


def _assets(seen: Excerpt, said: Mapping[str, Evidence]) -> Iterator[Evidence]:
    """Return what people bring and show the group; the list itself is about who is here."""
    for part in seen.mirror.assets:
        asset = part.asset
        if asset.audience is Audience.GROUP:
            idea = said.get(asset.offered_for or "")
            yield Evidence(
                pointer=Pointer(PointerKind.ASSET, asset.id, asset.number),
                mechanism=Mechanism.ASSETS,
                theme=idea.theme if idea else Theme.WHO,
                episode=REGISTER,
                author=f"{asset.level}:{asset.shown_name}",
                day=asset.made_at.date(),
                cites=(asset.offered_for,) if asset.offered_for else (),
            )


def is_evidence(entry: Entry) -> bool:
    """Whether words stand there that the group can see."""
    is_words = entry.kind is ContributionKind.WORDS and entry.state is ContributionState.LIVE
    return is_words and entry.number > 0


def shown_author(entry: Entry) -> str:
    """Return level and name as they are shown: one person under two names is not counted as one."""
    return f"{entry.level}:{entry.author}" if entry.author else ""

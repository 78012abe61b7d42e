"""Interpretations as one reader may see them: those that were shared, and the reader's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.dialogue.consent import Use
from bot.dialogue.contributions import ContributionState
from bot.dialogue.interpretations import Interpretation, Sense, Sureness
from bot.dialogue.record import Record
from bot.dialogue.references import Sign
from bot.identifiers import InterpretationId, MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpretationExcerpt:
    """One interpretation, or the marker in its place."""

    id: InterpretationId
    reference: str
    """`I2`; nothing while it is private."""
    author: str
    is_own: bool
    is_shared: bool
    is_live: bool
    sense: Sense | None
    """None behind a marker."""
    sureness: Sureness
    based_on: tuple[tuple[str, str], ...]
    """What it rests on, by id and by how people name it."""
    rival_of: str
    """How the reading is named beside which it was written; nothing: none."""
    beside: tuple[str, ...]
    """How all other shared readings are named that rest on some of the same."""
    edits: int
    day: date
    state: ContributionState
    state_on: date | None


def see_interpretations(
    record: Record, reader: MemberId | None, needed: Use | None = None
) -> tuple[InterpretationExcerpt, ...]:
    """Return what this reader may see; a private one is seen by its author, for no use but reading it."""
    shared = [each for each in record.interpretations if each.is_shared and _is_ticked(each, record, needed)]
    private = [
        each
        for each in record.interpretations
        if not each.is_shared
        and reader is not None
        and each.member == reader
        and needed is None
        and each.state is ContributionState.LIVE
    ]
    names = names_in(record)
    return tuple(
        _excerpt(each, shared, record, names, reader)
        for each in (*sorted(shared, key=lambda each: each.number), *private)
    )


def names_in(record: Record) -> Mapping[str, str]:
    """Return how people name what can be read and cited here, by its id."""
    names: dict[str, str] = {c.id: f"{Sign.CONTRIBUTION}{c.number}" for c in record.contributions if c.number}
    names |= {line.id: f"{Sign.LINE}{line.number}" for line in record.lines}
    names |= {i.id: f"{Sign.INTERPRETATION}{i.number}" for i in record.interpretations if i.is_shared}
    return names


def sense_of(interpretation: Interpretation, record: Record) -> Sense | None:
    """Return what it says, or nothing behind a marker."""
    if interpretation.state is not ContributionState.LIVE:
        return None
    revisions = record.revisions.get(interpretation.id, ())
    text = revisions[-1].body if revisions else interpretation.draft
    return Sense.read(text) if text else None


def _is_ticked(interpretation: Interpretation, record: Record, needed: Use | None) -> bool:
    author = record.members.get(interpretation.member)
    uses = author.consent.uses if author and author.consent else frozenset()
    return needed is None or needed in uses


def _excerpt(
    each: Interpretation,
    shared: list[Interpretation],
    record: Record,
    names: Mapping[str, str],
    reader: MemberId | None,
) -> InterpretationExcerpt:
    is_live = each.state is ContributionState.LIVE
    beside = (
        other
        for other in shared
        if is_live
        and other.id != each.id
        and other.state is ContributionState.LIVE
        and set(other.based_on) & set(each.based_on)
    )
    return InterpretationExcerpt(
        id=each.id,
        reference=names.get(each.id, ""),
        author=each.shown_name if is_live else "",
        is_own=reader is not None and each.member == reader,
        is_shared=each.is_shared,
        is_live=is_live,
        sense=sense_of(each, record),
        sureness=each.sureness,
        based_on=tuple((id, names[id]) for id in each.based_on if id in names),
        rival_of=names.get(each.rival_of, "") if each.rival_of else "",
        beside=tuple(names[other.id] for other in beside),
        edits=each.edits,
        day=each.shared_on or each.made_at.date(),
        state=each.state,
        state_on=each.state_on,
    )

"""Where each contribution went, from what is kept; what nobody has answered stays visible as that."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogue.evidence import is_evidence
from bot.dialogue.excerpts import Entry, Excerpt
from bot.dialogue.follow_ups import Became, CommitmentExcerpt, NoteOnChange
from bot.identifiers import ContributionId


@dataclass(frozen=True, slots=True)
class Fate:
    """One thing that became of a contribution: in the notes, in a commitment, or as somebody wrote."""

    became: Became
    line: int = 0
    """The number of the line of the notes that cites it."""
    note: NoteOnChange | None = None
    commitment: CommitmentExcerpt | None = None


def fates_in(seen: Excerpt) -> Mapping[ContributionId, tuple[Fate, ...]]:
    """Return what became of each contribution of which something became."""
    found: dict[ContributionId, list[Fate]] = defaultdict(list)
    for part in seen.lines:
        if part.is_newest and part.text:
            for id in part.line.sources:
                found[ContributionId(id)].append(Fate(Became.NOTED, line=part.line.number))
    for commitment in seen.mirror.commitments:
        for source in commitment.commitment.sources:
            found[source].append(Fate(Became.COMMITMENT, commitment=commitment))
    for note in seen.mirror.change_notes:
        for source in note.note.sources:
            found[source].append(Fate(note.note.became, note=note))
    return {id: tuple(fates) for id, fates in found.items()}


def unanswered(seen: Excerpt) -> tuple[Entry, ...]:
    """Return the contributions of which nobody has said yet what became of them."""
    answered = fates_in(seen)
    return tuple(entry for entry in seen.entries() if is_evidence(entry) and entry.id not in answered)

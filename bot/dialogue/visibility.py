"""The one gate for reading: from everything a dialogue holds to what one reader may see of it for one use."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.dialogue.attribution import Attribution
from bot.dialogue.consent import Use
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.divergences import DivergenceState
from bot.dialogue.members import Member, Role
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.stances import StanceKind, Tally
from bot.dialogue.turns import Signs, Turn, TurnKind, dialogue_signs
from bot.errors import NotFound
from bot.identifiers import ContributionId, DivergenceId, MemberId, RoundId


class Purpose(StrEnum):
    """What an excerpt is for. Some uses need a tick of the author's own (`consent.Use`)."""

    GROUP = "group"
    REPORT = "report"
    OPEN_DATA = "open_data"


NEEDED_TICK: Mapping[Purpose, Use | None] = {
    Purpose.GROUP: None,
    Purpose.REPORT: Use.REPORT,
    Purpose.OPEN_DATA: Use.OPEN_DATA,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One contribution as this reader may see it."""

    id: ContributionId
    number: int
    round: RoundId
    kind: ContributionKind
    author: str
    """The name to show; empty: no name is shown."""
    level: Attribution
    is_facilitator: bool
    is_own: bool
    bodies: tuple[str, ...]
    """Every version that may be seen, the latest last; none behind a marker or for a pass."""
    day: date
    """The day it was shared."""
    at: datetime | None
    """The moment it was written; none where that could lead to its author."""
    is_late: bool
    is_new_to_me: bool
    to: ContributionId | None
    turn: TurnKind | None
    edits: int
    state: ContributionState
    state_on: date | None
    tally: Tally

    @property
    def body(self) -> str:
        """The words as they stand now, or nothing."""
        return self.bodies[-1] if self.bodies else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundExcerpt:
    """A round and what of it this reader may see."""

    round: Round
    entries: tuple[Entry, ...]
    is_sealed: bool
    """Whether answers of others are kept back from this reader for now."""
    signs: Signs | None
    """The dialogue test; none while the round is sealed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DivergenceExcerpt:
    """Views that stay apart, each whole."""

    id: DivergenceId
    state: DivergenceState
    positions: tuple[Entry, ...]
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenStance:
    """One stance for open data: which person (as a number drawn for this excerpt), on what, and how."""

    contribution: ContributionId
    voter: MemberId
    kind: StanceKind
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """What one reader may see of a dialogue for one use. Made here and nowhere else."""

    dialogue: Dialogue
    purpose: Purpose
    rounds: tuple[RoundExcerpt, ...]
    divergences: tuple[DivergenceExcerpt, ...]
    left_out: int
    """How many contributions are not in it because their authors did not tick this use."""
    eligible: int
    head: str
    stances: tuple[OpenStance, ...] = ()
    """Single stances: only in excerpts for open data, only of people who ticked that use."""
    authors: Mapping[ContributionId, MemberId] | None = None
    """Who wrote what, named contributions only and for open data only; never written out as it stands."""

    def entries(self) -> Iterable[Entry]:
        """Return all entries in the order of their rounds."""
        return (entry for part in self.rounds for entry in part.entries)


def excerpt(record: Record, reader: Member | None, now: datetime, purpose: Purpose = Purpose.GROUP) -> Excerpt:
    """
    Return what *reader* may see of *record* for *purpose*; with no reader, what everybody may see.

    Until a round closes, answer-first keeps others' answers from whoever has not answered or
    passed, and at-close keeps them from all, facilitators included.
    """
    tallies = _tallies(record)
    by_round: dict[RoundId, list[Contribution]] = defaultdict(list)
    for contribution in record.contributions:
        by_round[contribution.round].append(contribution)
    rounds = tuple(
        _round_excerpt(record, round, by_round[round.id], reader, now, purpose, tallies)
        for round in record.rounds
    )
    seen = {entry.id: entry for part in rounds for entry in part.entries}
    open_data = purpose is Purpose.OPEN_DATA
    return Excerpt(
        dialogue=record.dialogue,
        purpose=purpose,
        rounds=rounds,
        divergences=_divergences(record, seen),
        left_out=sum(not _is_ticked(record, c, purpose) for c in record.contributions),
        eligible=sum(member.has_voice for member in record.members.values()),
        head=record.head,
        stances=_open_stances(record, seen) if open_data else (),
        authors=_named_authors(record, seen) if open_data else None,
    )


def is_sealed_for(round: Round, reader: MemberId | None, has_answered: bool, now: datetime) -> bool:
    """Whether others' answers in *round* are kept back from this reader at this moment."""
    if round.reveal is Reveal.OPEN or not round.is_open(now):
        return False
    if round.reveal is Reveal.AT_CLOSE or reader is None:
        return True
    return not has_answered


def require_shown_to(
    reader: MemberId, contribution: Contribution, round: Round, has_answered: bool, now: datetime
) -> None:
    """
    Let only words pass that this reader can see now, and that can be taken up.

    Words without a name that wait cannot, by their author either: who answers what nobody else has
    seen can only have written it.

    Raises:
        NotFound: They are gone, wait for company, or are kept back from this reader.
    """
    contribution.require_live()
    if contribution.shared_on is None:
        raise NotFound
    if contribution.member != reader and is_sealed_for(round, reader, has_answered, now):
        raise NotFound


def _round_excerpt(  # noqa: PLR0913 - one private step of `excerpt`, which has gathered all of it
    record: Record,
    round: Round,
    contributions: list[Contribution],
    reader: Member | None,
    now: datetime,
    purpose: Purpose,
    tallies: Mapping[ContributionId, Tally],
) -> RoundExcerpt:
    reading = reader.id if reader else None
    has_answered = any(reading and c.member == reading for c in contributions)
    sealed = is_sealed_for(round, reading, has_answered, now)
    shown = [
        c
        for c in contributions
        if _is_ticked(record, c, purpose)
        and ((reading and c.member == reading) or (c.shared_on and not sealed))
    ]
    shown.sort(key=lambda c: (c.number == 0, c.number, c.id))
    return RoundExcerpt(
        round=round,
        entries=tuple(_entry(record, c, reading, tallies, sealed, purpose) for c in shown),
        is_sealed=sealed,
        signs=None if sealed else signs_of(contributions),
    )


def signs_of(contributions: Iterable[Contribution]) -> Signs:
    """Return the dialogue test for the contributions of one round, with words that are still there."""
    live = {c.id: c for c in contributions if c.state is ContributionState.LIVE and c.shared_on}
    turns = [
        Turn(c.member, c.id, live[c.to].member, c.to, c.turn)
        for c in live.values()
        if c.to in live and c.turn is not None and c.to is not None
    ]
    return dialogue_signs(turns, {c.id for c in live.values() if c.is_new_to_me})


def _entry(  # noqa: PLR0913 - one private step of `excerpt`, which has gathered all of it
    record: Record,
    contribution: Contribution,
    reading: MemberId | None,
    tallies: Mapping[ContributionId, Tally],
    sealed: bool,
    purpose: Purpose,
) -> Entry:
    own = bool(reading) and contribution.member == reading
    live = contribution.state is ContributionState.LIVE
    held = contribution.state is ContributionState.HELD
    marked = held and purpose is Purpose.OPEN_DATA
    readable = live or (held and own) or (marked and contribution.stays_in_open_data)
    hidden_name = contribution.level is Attribution.UNNAMED or not live
    author = record.members.get(contribution.member)
    return Entry(
        id=contribution.id,
        number=contribution.number,
        round=contribution.round,
        kind=contribution.kind,
        author="" if hidden_name else contribution.shown_name,
        level=contribution.level,
        is_facilitator=not hidden_name and author is not None and author.role is Role.FACILITATOR,
        is_own=own,
        bodies=tuple(r.body for r in record.revisions.get(contribution.id, ())) if readable else (),
        day=contribution.shared_on or contribution.made_at.date(),
        at=None if contribution.level is Attribution.UNNAMED or not live else contribution.made_at,
        is_late=contribution.is_late,
        is_new_to_me=contribution.is_new_to_me and live,
        to=contribution.to,
        turn=contribution.turn,
        edits=contribution.edits if live else 0,
        state=contribution.state,
        state_on=contribution.state_on,
        tally=Tally() if sealed or not (live or marked) else tallies.get(contribution.id, Tally()),
    )


def _is_ticked(record: Record, contribution: Contribution, purpose: Purpose) -> bool:
    needed = NEEDED_TICK[purpose]
    author = record.members.get(contribution.member)
    consent = author.consent if author else None
    return needed is None or (consent is not None and needed in consent.uses)


def _tallies(record: Record) -> dict[ContributionId, Tally]:
    counts: dict[ContributionId, Counter[StanceKind]] = defaultdict(Counter)
    for stance in record.stances:
        counts[stance.contribution][stance.kind] += 1
    return {
        id: Tally(count[StanceKind.SAME], count[StanceKind.DIFFERENTLY], count[StanceKind.UNSURE])
        for id, count in counts.items()
    }


def _divergences(record: Record, seen: Mapping[ContributionId, Entry]) -> tuple[DivergenceExcerpt, ...]:
    return tuple(
        DivergenceExcerpt(
            id=divergence.id,
            state=divergence.state,
            positions=tuple(seen[id] for id in divergence.positions),
            made_on=divergence.made_at.date(),
        )
        for divergence in record.divergences
        if all(id in seen for id in divergence.positions)
    )


def _open_stances(record: Record, seen: Mapping[ContributionId, Entry]) -> tuple[OpenStance, ...]:
    ticked = {
        member.id
        for member in record.members.values()
        if member.consent is not None and Use.OPEN_DATA in member.consent.uses
    }
    return tuple(
        OpenStance(contribution=s.contribution, voter=s.member, kind=s.kind, made_at=s.made_at)
        for s in record.stances
        if s.contribution in seen and s.member in ticked
    )


def _named_authors(record: Record, seen: Mapping[ContributionId, Entry]) -> dict[ContributionId, MemberId]:
    return {
        c.id: c.member
        for c in record.contributions
        if c.id in seen and c.level is not Attribution.UNNAMED and c.member
    }

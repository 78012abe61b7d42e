"""The one gate for reading: from everything a dialogue holds to what one reader may see of it for one use."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from math import inf
from operator import attrgetter

from bot.dialogue.attribution import Attribution
from bot.dialogue.blind_until_close import see_understanding
from bot.dialogue.consent import Use
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.excerpts import DivergenceExcerpt, Entry, Excerpt, OpenStance, Purpose, RoundExcerpt
from bot.dialogue.interpretation_excerpts import see_interpretations
from bot.dialogue.line_excerpts import see_lines
from bot.dialogue.members import Member, Role
from bot.dialogue.mirror_excerpts import see_gaps, see_mirror, see_ways_back
from bot.dialogue.mirrored import NO_MIRROR
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.sealed_until_close import see_statements
from bot.dialogue.signs import signs_of
from bot.dialogue.stances import StanceKind, Tally
from bot.dialogue.turns import Signs
from bot.errors import NotFound
from bot.identifiers import ContributionId, MemberId, RoundId

NEEDED_TICK: Mapping[Purpose, Use | None] = {
    Purpose.GROUP: None,
    Purpose.REPORT: Use.REPORT,
    Purpose.OPEN_DATA: Use.OPEN_DATA,
}
NO_TALLY = Tally()


def excerpt(
    record: Record, reader: Member | None, now: datetime, purpose: Purpose = Purpose.GROUP
) -> Excerpt:
    """
    Return what *reader* may see of *record* for *purpose*; with no reader, what everybody may see.

    Until a round closes, answer-first keeps others' answers from whoever has not answered or
    passed, and at-close keeps them from all, facilitators included.
    """
    return _Gate(record, reader.id if reader else None, now, purpose, _tallies(record, purpose)).excerpt()


def is_sealed_for(round: Round, reader: MemberId | None, *, has_answered: bool, now: datetime) -> bool:
    """Whether others' answers in *round* are kept back from this reader at this moment."""
    if round.reveal is Reveal.OPEN or not round.is_open(now):
        return False
    if round.reveal is Reveal.AT_CLOSE or reader is None:
        return True
    return not has_answered


def require_shown_to(
    reader: MemberId, contribution: Contribution, round: Round, *, has_answered: bool, now: datetime
) -> None:
    """
    Let only words pass that this reader can see now, and that can be taken up.

    Words without a name that wait cannot, by their author either: who answers what nobody else has
    seen can only have written it.

    Raises:
        NotFound: They are gone, wait for company, are no words, or are kept back from this reader.
    """
    contribution.require_live()
    contribution.require_kind(ContributionKind.WORDS)
    if contribution.shared_on is None:
        raise NotFound
    if contribution.member != reader and is_sealed_for(round, reader, has_answered=has_answered, now=now):
        raise NotFound


@dataclass(frozen=True, slots=True)
class _Gate:
    """One reading of one record."""

    record: Record
    reader: MemberId | None
    now: datetime
    purpose: Purpose
    tallies: Mapping[ContributionId, Tally]

    def excerpt(self) -> Excerpt:
        by_round: dict[RoundId, list[Contribution]] = defaultdict(list)
        for contribution in self.record.contributions:
            by_round[contribution.round].append(contribution)
        rounds = tuple(self._round(round, by_round[round.id]) for round in self.record.rounds)
        is_open_data = self.purpose is Purpose.OPEN_DATA
        needed = NEEDED_TICK[self.purpose]
        wanted = {id for divergence in self.record.divergences for id in divergence.positions}
        entries = (entry for part in rounds for entry in part.entries)
        seen = {entry.id: entry for entry in entries if is_open_data or entry.id in wanted}
        return Excerpt(
            dialogue=self.record.dialogue,
            purpose=self.purpose,
            rounds=rounds,
            divergences=_divergences(self.record, seen),
            left_out=sum(self._is_left_out(c) for c in self.record.contributions),
            eligible=sum(member.has_voice for member in self.record.members.values()),
            head=self.record.head,
            statements=see_statements(self.record, self.reader) if self.purpose is Purpose.GROUP else (),
            signs=self._signs(rounds, by_round),
            mirror=NO_MIRROR if is_open_data else see_mirror(self.record, self.reader, _all(rounds)),
            gaps=() if is_open_data else see_gaps(self.record),
            ways_back=() if is_open_data else see_ways_back(self.record),
            lines=() if is_open_data else see_lines(self.record, self.reader, needed),
            interpretations=() if is_open_data else see_interpretations(self.record, self.reader, needed),
            understanding=(
                see_understanding(self.record, self.reader) if self.purpose is Purpose.GROUP else ()
            ),
            stances=_open_stances(self.record, seen) if is_open_data else (),
            authors=_named_authors(self.record, seen) if is_open_data else None,
        )

    def _signs(self, rounds: Iterable[RoundExcerpt], by_round: Mapping[RoundId, list[Contribution]]) -> Signs:
        """Return the dialogue test for all rounds that this reader can see into."""
        open_ones = [part.round for part in rounds if not part.is_sealed]
        return signs_of((c for round in open_ones for c in by_round[round.id]), open_ones)

    def _round(self, round: Round, contributions: list[Contribution]) -> RoundExcerpt:
        has_answered = any(self._is_own(c) for c in contributions)
        sealed = is_sealed_for(round, self.reader, has_answered=has_answered, now=self.now)
        signs = None if sealed else signs_of(contributions, (round,))
        # What has no number yet comes last, in an order that tells nothing.
        contributions.sort(key=attrgetter("id"))
        contributions.sort(key=lambda c: c.number or inf)
        return RoundExcerpt(
            round=round,
            entries=tuple(
                self._entry(c, NO_TALLY if sealed else self._tally(c))
                for c in contributions
                if self._is_ticked(c) and (self._is_own(c) or (c.shared_on and not sealed))
            ),
            is_sealed=sealed,
            signs=signs,
        )

    def _entry(self, contribution: Contribution, tally: Tally) -> Entry:
        live = contribution.state is ContributionState.LIVE
        has_name = live and contribution.level is not Attribution.UNNAMED
        # A mark beside a chosen name would tell whose it is, as soon as somebody's role changes.
        is_named = has_name and contribution.level is Attribution.NAMED
        author = self.record.members.get(contribution.member)
        revisions = self.record.revisions.get(contribution.id, ())
        return Entry(
            id=contribution.id,
            number=contribution.number,
            round=contribution.round,
            kind=contribution.kind,
            author=contribution.shown_name if has_name else "",
            level=contribution.level,
            is_facilitator=is_named and author is not None and author.role is Role.FACILITATOR,
            is_own=self._is_own(contribution),
            bodies=tuple(r.body for r in revisions) if self._is_readable(contribution) else (),
            day=contribution.shared_on or contribution.made_at.date(),
            at=contribution.made_at if has_name else None,
            is_late=contribution.is_late,
            is_new_to_me=contribution.is_new_to_me and live,
            to=contribution.to,
            turn=contribution.turn,
            edits=contribution.edits if live else 0,
            state=contribution.state,
            state_on=contribution.state_on,
            tally=tally,
        )

    def _is_own(self, contribution: Contribution) -> bool:
        return self.reader is not None and contribution.member == self.reader

    def _is_readable(self, contribution: Contribution) -> bool:
        """Whether the words are shown: hidden ones to their author, and in open data where they may stay."""
        if contribution.state is ContributionState.HELD:
            is_open_data = self.purpose is Purpose.OPEN_DATA
            return self._is_own(contribution) or (is_open_data and contribution.stays_in_open_data)
        return contribution.state is ContributionState.LIVE

    def _is_left_out(self, contribution: Contribution) -> bool:
        """Whether words that could be shown are not, since their author did not tick this use."""
        is_shared_words = contribution.shared_on is not None and contribution.kind is ContributionKind.WORDS
        return is_shared_words and bool(contribution.member) and not self._is_ticked(contribution)

    def _is_ticked(self, contribution: Contribution) -> bool:
        needed = NEEDED_TICK[self.purpose]
        author = self.record.members.get(contribution.member)
        consent = author.consent if author else None
        return needed is None or (consent is not None and needed in consent.uses)

    def _tally(self, contribution: Contribution) -> Tally:
        is_marked = contribution.state is ContributionState.HELD and self.purpose is Purpose.OPEN_DATA
        if contribution.state is ContributionState.LIVE or is_marked:
            return self.tallies.get(contribution.id, NO_TALLY)
        return NO_TALLY


def _all(rounds: Iterable[RoundExcerpt]) -> dict[str, Entry]:
    return {entry.id: entry for part in rounds for entry in part.entries}


def _tallies(record: Record, purpose: Purpose) -> dict[ContributionId, Tally]:
    """Count stances; in open data only of those who ticked it, or a subtraction would show the others."""
    counted = set(record.members) if purpose is not Purpose.OPEN_DATA else _in_open_data(record)
    counts = Counter((s.contribution, s.kind) for s in record.stances if s.member in counted)
    tally = cache(Tally)  # most are alike
    return {id: tally(*(counts[id, kind] for kind in StanceKind)) for id, _ in counts}


def _in_open_data(record: Record) -> set[MemberId]:
    return {
        member.id
        for member in record.members.values()
        if member.consent is not None and Use.OPEN_DATA in member.consent.uses
    }


def _divergences(record: Record, seen: Mapping[ContributionId, Entry]) -> tuple[DivergenceExcerpt, ...]:
    return tuple(
        DivergenceExcerpt(
            id=divergence.id,
            state=divergence.state,
            positions=tuple(seen[id] for id in divergence.positions),
            # Never before both were shown: an earlier day would tell when words without a name were written.
            made_on=max(divergence.made_at.date(), *(seen[id].day for id in divergence.positions)),
        )
        for divergence in record.divergences
        if all(id in seen for id in divergence.positions)
    )


def _open_stances(record: Record, seen: Mapping[ContributionId, Entry]) -> tuple[OpenStance, ...]:
    ticked = _in_open_data(record)
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

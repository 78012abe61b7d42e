"""Words that can be cited: whose they are, how their author is shown, and whether they may be cited now."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.attribution import Attribution
from bot.dialogue.consent import Use
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.interpretations import Interpretation
from bot.dialogue.record import Record
from bot.dialogue.references import Sign, read_references
from bot.dialogue.rounds import Reveal
from bot.dialogue.understandings import Restatement
from bot.errors import NotAllowed, NotFound
from bot.identifiers import MemberId
from bot.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Words that can be cited."""

    id: str
    reference: str
    """How it is named: `#7`, `I2`."""
    member: MemberId
    level: Attribution
    shown_name: str
    is_live: bool
    """Whether the group can see the words."""
    is_ticked: bool
    """Whether their author agreed that they are used in the group's notes."""
    uses: frozenset[Use]

    @property
    def is_there(self) -> bool:
        """Whether a line may rest on it."""
        return self.is_live and self.is_ticked


def sources_in(record: Record) -> Mapping[str, Source]:
    """Return by their ids all words of a record that have been shown to the group."""
    return {source.id: source for source in _sources(record)}


def require_citable(record: Record, typed: str, now: datetime) -> tuple[Source, ...]:
    """
    Return the sources that somebody typed, if all of them may be cited.

    What is still kept back from somebody cannot be cited: the line would tell it.

    Raises:
        Unreadable: It cannot be read as references.
        NotFound: One of them is not here, is gone, or is not shown to everybody yet.
        NotAllowed: The author of one of them did not agree that words are used in notes.
    """
    shown = open_to_all(record, now)
    known = {source.reference: source for source in _sources(record)}
    found = tuple(_require(reference, known, shown) for reference in read_references(typed))
    if unticked := [source.reference for source in found if not source.is_ticked]:
        raise NotAllowed(Phrase("draft_line-not-ticked", {"references": ", ".join(unticked)}))
    return found


def open_to_all(record: Record, now: datetime) -> Collection[str]:
    """Return the ids of what nothing keeps back from anybody at this moment."""
    sealed = {r.id for r in record.rounds if r.reveal is not Reveal.OPEN and r.is_open(now)}
    said: set[str] = {c.id for c in record.contributions if c.round not in sealed and c.shared_on}
    made: set[str] = {each.id for each in record.interpretations if each.is_shared}
    made |= {each.id for each in record.restatements if each.shared_on}
    return said | made | {line.id for line in record.lines}


def _require(reference: str, known: Mapping[str, Source], shown: Collection[str]) -> Source:
    source = known.get(reference)
    if source is None or not source.is_live or source.id not in shown:
        raise NotFound(Phrase("draft_line-no-source", {"reference": reference}))
    return source


def _sources(record: Record) -> Iterable[Source]:
    for contribution in record.contributions:
        if contribution.number and contribution.kind is ContributionKind.WORDS:
            yield _contribution(contribution, _uses(record, contribution.member))
    for interpretation in record.interpretations:
        if interpretation.is_shared:
            yield _interpretation(interpretation, _uses(record, interpretation.member))

    for restatement in record.restatements:
        if restatement.shared_on:
            yield _restatement(restatement, _uses(record, restatement.member))


def _uses(record: Record, author: MemberId) -> frozenset[Use]:
    member = record.members.get(author)
    return member.consent.uses if member and member.consent else frozenset()


def _interpretation(interpretation: Interpretation, uses: frozenset[Use]) -> Source:
    return Source(
        id=interpretation.id,
        reference=f"{Sign.INTERPRETATION}{interpretation.number}",
        member=interpretation.member,
        level=interpretation.level,
        shown_name=interpretation.shown_name,
        is_live=interpretation.state is ContributionState.LIVE,
        is_ticked=Use.NOTES in uses,
        uses=uses,
    )


def _restatement(restatement: Restatement, uses: frozenset[Use]) -> Source:
    return Source(
        id=restatement.id,
        reference=f"{Sign.RESTATEMENT}{restatement.number}",
        member=restatement.member,
        level=restatement.level,
        shown_name=restatement.shown_name,
        is_live=restatement.state is ContributionState.LIVE,
        is_ticked=Use.NOTES in uses,
        uses=uses,
    )


def _contribution(contribution: Contribution, uses: frozenset[Use]) -> Source:
    return Source(
        id=contribution.id,
        reference=f"{Sign.CONTRIBUTION}{contribution.number}",
        member=contribution.member,
        level=contribution.level,
        shown_name=contribution.shown_name if contribution.level is not Attribution.UNNAMED else "",
        is_live=contribution.state is ContributionState.LIVE and contribution.shared_on is not None,
        is_ticked=Use.NOTES in uses,
        uses=uses,
    )

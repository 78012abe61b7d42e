"""The record as a document that people read: the facts, each round with its answers, and what stays apart."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.excerpts import DivergenceExcerpt, Entry, Excerpt, Purpose, RoundExcerpt
from bot.dialogue.turns import Signs
from bot.exports.labels import Labels, shown, write_day, write_moment
from bot.exports.line_sections import LineSection, line_sections
from bot.exports.mirror_sections import mirror_sections
from bot.exports.passages import (
    Passage,
    Passages,
    Teller,
    count_without_words,
    is_written,
    put_rounds,
    teller_of,
)
from bot.exports.sections import Section
from bot.exports.sense_sections import sense_sections
from bot.exports.statement_sections import StatementSection, statement_section
from bot.exports.understanding_sections import understanding_sections

TWO = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """Something said about the dialogue or a round: what it is, and the words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSection:
    """One round: its question whole, how it was held, what was answered."""

    number: int
    title: str
    question: str
    answers: str
    """How many answers there are."""
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    """What a reader should know before reading on; the dialogue test is the last of them."""
    passages: Passages


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartSection:
    """Views that stay apart, whole and beside each other; none is put first for any reason but its age."""

    number: int
    title: str
    about: str
    positions: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """
    A record to be read by people.

    Every text in it is plain and visible: it holds no mark of any format, and no character that
    would turn or hide other words. A writer only has to keep its own format's marks out.
    """

    language: str
    title: str
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    rounds: tuple[RoundSection, ...]
    apart: tuple[ApartSection, ...]
    statements: tuple[StatementSection, ...]
    sections: tuple[Section, ...]
    """What the group sees of its own work."""
    lines: tuple[LineSection, ...]
    proof: Fact
    """The head of the ledger: whoever keeps this file can later tell whether the record was changed."""


def record_document(
    excerpt: Excerpt, labels: Labels, made_at: datetime, *, with_earlier: bool = False
) -> Document:
    """Return *excerpt* as a document; earlier versions of what was edited only *with_earlier*."""
    teller = teller_of(excerpt, labels, with_earlier=with_earlier)
    return Document(
        language=labels.language,
        title=shown(excerpt.dialogue.title),
        facts=tuple(_facts(excerpt, labels, made_at)),
        notes=tuple(_notes(excerpt, labels)),
        rounds=tuple(_round(part, excerpt.dialogue.zone, teller, made_at) for part in put_rounds(excerpt)),
        apart=tuple(
            _apart(number, divergence, teller) for number, divergence in enumerate(excerpt.divergences, 1)
        ),
        statements=tuple(
            statement_section(part, labels, excerpt.dialogue.zone) for part in excerpt.statements
        ),
        sections=(
            *sense_sections(excerpt, labels),
            *understanding_sections(excerpt, labels),
            *mirror_sections(excerpt, labels),
        ),
        lines=line_sections(excerpt, labels, with_earlier=with_earlier),
        proof=Fact(labels.say("export-proof"), excerpt.head),
    )


def _facts(excerpt: Excerpt, labels: Labels, made_at: datetime) -> Iterator[Fact]:
    """Return what the dialogue is about, who takes part and when it was held; what is empty is left out."""
    dialogue, zone = excerpt.dialogue, excerpt.dialogue.zone
    told = [("export-purpose", dialogue.purpose), ("export-decides", dialogue.decides)]
    told += [(f"export-constraint-{each.kind}", each.text) for each in dialogue.constraints]
    told += [("export-run-by", dialogue.run_by), ("export-keeping", dialogue.keeping)]
    for key, text in told:
        if text:
            yield Fact(labels.say(key), shown(text))
    moments = (("export-opened", dialogue.opened_at), ("export-closed", dialogue.closed_at))
    for key, moment in (*moments, ("export-made", made_at)):
        if moment is not None:
            yield Fact(labels.say(key), write_moment(moment, zone, labels.language))
    yield Fact(labels.say("export-zone"), zone)
    yield Fact(labels.say("export-people"), labels.say("export-people-count", count=excerpt.eligible))
    yield Fact(labels.say("export-levels"), _levels(excerpt, labels))


def _levels(excerpt: Excerpt, labels: Labels) -> str:
    """Return how many contributions show a name, a chosen name, or none."""
    shown_as = Counter(
        entry.level
        for entry in excerpt.entries()
        if is_written(entry) and entry.state is ContributionState.LIVE
    )
    return labels.say(
        "export-levels-count",
        named=shown_as[Attribution.NAMED],
        chosen=shown_as[Attribution.CHOSEN_NAME],
        unnamed=shown_as[Attribution.UNNAMED],
    )


def _notes(excerpt: Excerpt, labels: Labels) -> Iterator[str]:
    """Return what a reader must know to read the file rightly."""
    if excerpt.dialogue.is_example:
        yield labels.say("export-note-example")
    if excerpt.purpose is not Purpose.GROUP:
        yield labels.say(f"export-note-{excerpt.purpose}")
    if excerpt.left_out:
        yield labels.say("export-note-left-out", count=excerpt.left_out)
    if sealed := sum(part.is_sealed for part in excerpt.rounds):
        yield labels.say("export-note-sealed", count=sealed)
    if excerpt.eligible == TWO:
        yield labels.say("export-note-two")
    yield labels.say("export-note-unnamed")
    yield labels.say("export-note-people")
    yield labels.say("export-note-signs")


def _round(part: RoundExcerpt, zone: str, teller: Teller, made_at: datetime) -> RoundSection:
    number = part.round.number
    return RoundSection(
        number=number,
        title=teller.labels.say("export-round", number=str(number)),
        question=shown(part.round.question),
        answers=_answers(part, teller.labels),
        facts=tuple(_round_facts(part, zone, teller.labels, made_at)),
        notes=tuple(_round_notes(part, teller.labels)),
        passages=Passages(teller, part.entries),
    )


def _round_facts(part: RoundExcerpt, zone: str, labels: Labels, made_at: datetime) -> Iterator[Fact]:
    round = part.round
    about = (labels.say(f"export-mechanism-{round.mechanism}"), labels.say(f"export-theme-{round.theme}"))
    yield Fact(labels.say("export-about"), " · ".join(about))
    if round.opened_at is not None:
        yield Fact(labels.say("export-opened"), write_moment(round.opened_at, zone, labels.language))
    ends = labels.say("export-closes" if round.is_open(made_at) else "export-closed")
    yield Fact(ends, write_moment(round.closed_at or round.closes_at, zone, labels.language))
    yield Fact(labels.say("export-reveal"), labels.say(f"export-reveal-{round.reveal}"))
    yield Fact(labels.say("export-answers"), _answers(part, labels))
    if passes := count_without_words(part, ContributionKind.PASS):
        yield Fact(labels.say("export-passes"), labels.say("export-passes-count", count=passes))
    if unclear := count_without_words(part, ContributionKind.QUESTION_BACK):
        yield Fact(labels.say("export-unclear"), labels.say("export-unclear-count", count=unclear))


def _answers(part: RoundExcerpt, labels: Labels) -> str:
    live = (entry for entry in part.entries if entry.state is ContributionState.LIVE)
    return labels.say("export-answers-count", count=sum(map(is_written, live)))


def _round_notes(part: RoundExcerpt, labels: Labels) -> Iterator[str]:
    if part.is_sealed:
        yield labels.say("export-round-sealed")
    elif not any(map(is_written, part.entries)):
        yield labels.say("export-round-empty")
    elif part.signs is not None:
        yield from _test(part.signs, labels)


def _test(signs: Signs, labels: Labels) -> Iterator[str]:
    """Say the dialogue test in words; what is missing is named, never counted."""
    yield labels.say(f"export-signs-{signs.label}")
    if signs.label == "begun":
        for name in signs.missing:
            yield labels.say(f"export-missing-{name}")


def _apart(number: int, divergence: DivergenceExcerpt, teller: Teller) -> ApartSection:
    labels = teller.labels
    kept = sum(entry.state is ContributionState.LIVE for entry in divergence.positions)
    return ApartSection(
        number=number,
        title=labels.say(f"export-apart-{divergence.state}", count=kept),
        about=labels.say("export-apart-marked", day=write_day(divergence.made_on, labels.language)),
        positions=tuple(teller.passage(entry) for entry in _by_number(divergence.positions)),
    )


def _by_number(positions: tuple[Entry, ...]) -> list[Entry]:
    return sorted(positions, key=lambda entry: entry.number)

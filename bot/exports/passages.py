"""One contribution as it stands in a document: whose, when, about what, and the words or their marker."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.excerpts import Entry, Excerpt, RoundExcerpt
from bot.dialogue.stances import Tally
from bot.exports.labels import Labels, shown, write_day
from bot.identifiers import ContributionId

_BETWEEN = " · "
_FIXED = (
    "export-a-member",
    "export-facilitator",
    "export-late",
    "export-new-to-me",
    "export-turn-elsewhere",
    "export-turn-gone",
)
"""Phrases without values that many passages use; each is looked up once a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One contribution, ready to be written down."""

    number: int
    title: str
    """Its number, and whose words they are."""
    about: str
    """What it answers, the day, and its marks."""
    words: str
    """The words whole; empty where a marker stands."""
    marker: str
    """What is said in place of words that are gone; empty where there are words."""
    stances: str
    """How many see it the same, differently, or are not sure; empty while nobody said so."""
    earlier: tuple[tuple[str, str], ...]
    """Earlier versions, each with its label, where they were asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Makes passages in one language, for one excerpt."""

    labels: Labels
    targets: Mapping[ContributionId, Entry]
    """What is answered by something in the excerpt."""
    fixed: Mapping[str, str]
    with_earlier: bool

    def passage(self, entry: Entry) -> Passage:
        """Return one contribution as a passage; nothing of its author or size stays beside a marker."""
        marker = self._marker(entry)
        if marker:
            return Passage(
                number=entry.number,
                title=str(entry.number),
                about="",
                words="",
                marker=marker,
                stances="",
                earlier=(),
            )
        return Passage(
            number=entry.number,
            title=f"{entry.number}{_BETWEEN}{self._author(entry)}",
            about=_BETWEEN.join(self._about(entry)),
            words=shown(entry.body),
            marker="",
            stances=self._stances(entry.tally),
            earlier=tuple(self._earlier(entry)) if self.with_earlier else (),
        )

    def _marker(self, entry: Entry) -> str:
        if entry.state is ContributionState.LIVE:
            return ""
        day = write_day(entry.state_on or entry.day, self.labels.language)
        is_held = entry.state is ContributionState.HELD
        return self.labels.say("export-held" if is_held else "export-withdrawn", day=day)

    def _author(self, entry: Entry) -> str:
        name = shown(entry.author) or self.fixed["export-a-member"]
        return f"{name} ({self.fixed['export-facilitator']})" if entry.is_facilitator else name

    def _about(self, entry: Entry) -> Iterator[str]:
        """Return the marks of a contribution, those that say most first."""
        if entry.to is not None:
            yield from self._turn(entry, entry.to)
        yield write_day(entry.day, self.labels.language)
        if entry.is_late:
            yield self.fixed["export-late"]
        if entry.is_new_to_me:
            yield self.fixed["export-new-to-me"]
        if entry.edits:
            yield self.labels.say("export-edited", count=entry.edits)

    def _turn(self, entry: Entry, to: ContributionId) -> Iterator[str]:
        target = self.targets.get(to)
        if target is None:
            yield self.fixed["export-turn-elsewhere"]
            return
        yield self.labels.say(f"export-turn-{entry.turn or 'answer'}", number=str(target.number))
        if target.state is not ContributionState.LIVE:
            yield self.fixed["export-turn-gone"]

    def _stances(self, tally: Tally) -> str:
        if tally == Tally():
            return ""
        return self.labels.say(
            "export-stances", same=tally.same, differently=tally.differently, unsure=tally.unsure
        )

    def _earlier(self, entry: Entry) -> Iterator[tuple[str, str]]:
        for number, body in enumerate(entry.bodies[:-1], start=1):
            yield self.labels.say("export-version", number=str(number)), shown(body)


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of one round, each made when it is read, so that a long record needs little memory."""

    teller: Teller
    entries: tuple[Entry, ...]

    def __iter__(self) -> Iterator[Passage]:
        return (self.teller.passage(entry) for entry in self.entries if is_written(entry))


def teller_of(excerpt: Excerpt, labels: Labels, *, with_earlier: bool = False) -> Teller:
    """Return who makes the passages of *excerpt*, with what its contributions answer at hand."""
    wanted = {entry.to for entry in excerpt.entries() if entry.to is not None}
    return Teller(
        labels=labels,
        targets={entry.id: entry for entry in excerpt.entries() if entry.id in wanted},
        fixed={key: labels.say(key) for key in _FIXED},
        with_earlier=with_earlier,
    )


def is_written(entry: Entry) -> bool:
    """Whether a file has a place for it: passes are counted, and what the group has not seen stays out."""
    return entry.number > 0 and entry.kind is ContributionKind.WORDS


def put_rounds(excerpt: Excerpt) -> tuple[RoundExcerpt, ...]:
    """Return the rounds that were put to the group; a preview is nobody's business but a facilitator's."""
    return tuple(part for part in excerpt.rounds if part.round.opened_at is not None)


def count_without_words(part: RoundExcerpt, kind: ContributionKind) -> int:
    """Return how many people passed, or said that the question was unclear; nobody's name is told."""
    return sum(entry.kind is kind and entry.state is ContributionState.LIVE for entry in part.entries)

"""Open data in the layout of Polis: statements with their counts, and single stances where that is safe."""

import csv
import io
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import blake2b
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.dialogue.excerpts import Entry, Excerpt, OpenStance
from bot.dialogue.stances import StanceKind
from bot.exports.passages import is_written, put_rounds
from bot.exports.to_csv import Cell, guard
from bot.identifiers import ContributionId, MemberId

FEWEST_PEOPLE = 5
"""Below this many people with a stance, single stances would show who holds which (`decisions.md` 21)."""

HIDDEN_WORDS = "(hidden by a facilitator)"
COMMENTS = [
    "timestamp",
    "datetime",
    "comment-id",
    "author-id",
    "agrees",
    "disagrees",
    "moderated",
    "comment-body",
]
VOTES = ["timestamp", "datetime", "comment-id", "voter-id", "vote"]
SIGN = {StanceKind.SAME: 1, StanceKind.DIFFERENTLY: -1, StanceKind.UNSURE: 0}
MODERATED = {ContributionState.LIVE: 1, ContributionState.HELD: -1}

Thing = TypeVar("Thing", bound=Hashable)


def write_polis(excerpt: Excerpt, seed: bytes) -> dict[str, str]:
    """
    Return the files of an export as open data: name and text of each.

    All ids are drawn anew from *seed*, so two exports cannot be laid side by side; every unnamed
    contribution has an author of its own. An *excerpt* that is not for open data holds no single
    stances, and none are written.
    """
    data = _open_data(excerpt, seed)
    files = {"comments.csv": _comments(data), "summary.csv": _summary(data)}
    if data.stances:
        files["votes.csv"] = _votes(data)
    return files | {"README.txt": _readme(data)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _OpenData:
    """What of an excerpt becomes open data, with the numbers drawn for it."""

    excerpt: Excerpt
    statements: tuple[Entry, ...]
    left_out: int
    """Contributions of which only a marker is left."""
    stances: tuple[OpenStance, ...]
    """Single stances; none where too few people gave one."""
    comments: Mapping[ContributionId, int]
    authors: Mapping[ContributionId, int]
    voters: Mapping[MemberId, int]


def _open_data(excerpt: Excerpt, seed: bytes) -> _OpenData:
    written = [entry for part in put_rounds(excerpt) for entry in part.entries if is_written(entry)]
    statements = [entry for entry in written if entry.state in MODERATED]
    known = {entry.id for entry in statements}
    stances = [stance for stance in excerpt.stances if stance.contribution in known]
    voters = {stance.voter for stance in stances}
    if len(voters) < FEWEST_PEOPLE:
        stances, voters = [], set()
    names = {entry.id: _author(excerpt, entry) for entry in statements}
    comments, authors = _drawn(known, seed, "comment"), _drawn(set(names.values()), seed, "author")
    return _OpenData(
        excerpt=excerpt,
        statements=tuple(sorted(statements, key=lambda entry: comments[entry.id])),
        left_out=len(written) - len(statements),
        stances=tuple(stances),
        comments=comments,
        authors={id: authors[name] for id, name in names.items()},
        voters=_drawn(voters, seed, "voter"),
    )


def _author(excerpt: Excerpt, entry: Entry) -> tuple[str, ...]:
    """Tell authors apart; a chosen name is another author than the name, or one would lead to the other."""
    member = (excerpt.authors or {}).get(entry.id)
    if member is None or entry.level is Attribution.UNNAMED:
        return ("unnamed", entry.id)
    return (entry.level, member, entry.author)


def _drawn(things: Iterable[Thing], seed: bytes, what: str) -> dict[Thing, int]:
    """Return a number for each thing: without gaps, in an order that only the seed knows."""
    key = blake2b(what.encode(), key=seed[:64]).digest()
    order = sorted(things, key=lambda thing: blake2b(repr(thing).encode(), key=key).digest())
    return {thing: number for number, thing in enumerate(order)}


def _comments(data: _OpenData) -> str:
    return _table(
        COMMENTS,
        (
            (
                *_time(_written_at(entry)),
                data.comments[entry.id],
                data.authors[entry.id],
                entry.tally.same,
                entry.tally.differently,
                MODERATED[entry.state],
                guard(entry.body or HIDDEN_WORDS),
            )
            for entry in data.statements
        ),
    )


def _votes(data: _OpenData) -> str:
    """Return the single stances in the order of their numbers; their time is told to the day."""
    since = {entry.id: _written_at(entry) for entry in data.statements}
    order = sorted(data.stances, key=lambda each: (data.comments[each.contribution], data.voters[each.voter]))
    return _table(
        VOTES,
        (
            (
                *_time(max(since[each.contribution], _begin(each.made_at.astimezone(UTC).date()))),
                data.comments[each.contribution],
                data.voters[each.voter],
                SIGN[each.kind],
            )
            for each in order
        ),
    )


def _summary(data: _OpenData) -> str:
    dialogue = data.excerpt.dialogue
    voters: Cell = len(data.voters) or ""
    rows: list[tuple[Cell, ...]] = [
        ("url", ""),
        ("views", ""),
        ("voters", voters),
        ("voters-in-conv", voters),
        ("commenters", len(set(data.authors.values()))),
        ("comments", len(data.statements)),
        ("groups", ""),
        ("conversation-description", guard(dialogue.purpose)),
    ]
    return _table(("topic", guard(dialogue.title)), rows)


def _readme(data: _OpenData) -> str:
    """Say what is in the files and, where something is not, why."""
    pages = Environment(
        loader=PackageLoader("bot.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return pages.get_template("polis_readme.txt").render(
        hidden=sum(entry.state is ContributionState.HELD for entry in data.statements),
        has_votes=bool(data.stances),
        fewest=FEWEST_PEOPLE,
        unticked=data.excerpt.left_out,
        gone=data.left_out,
    )


def _written_at(entry: Entry) -> datetime:
    """Return when it was written; where that could lead to its author, the begin of the day it was shown."""
    if entry.at is None or entry.level is Attribution.UNNAMED:
        return _begin(entry.day)
    return entry.at.astimezone(UTC)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _time(moment: datetime) -> tuple[int, str]:
    """Return a moment as Polis writes it: in milliseconds, and in words."""
    return int(moment.timestamp() * 1000), f"{moment:%a %b %d %H:%M:%S} UTC {moment:%Y}"


def _table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write a table; texts are quoted and numbers are not, as readers of this layout expect."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerow(header)
    csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(rows)
    return text.getvalue()

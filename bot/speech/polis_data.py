"""A public conversation in the Polis open-data layout: statements, votes, and what could not be read."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

COMMENT_COLUMNS = ("timestamp", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body")
VOTE_COLUMNS = ("timestamp", "comment-id", "voter-id", "vote")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MODERATED = (-1, 0, 1)
VOTES = (-1, 0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A statement of the conversation, with the counts the file gives."""

    at: datetime
    id: str
    author: str
    agrees: int
    disagrees: int
    is_hidden: bool
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One vote; the sign as the file gives it."""

    at: datetime
    comment: str
    voter: str
    sign: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """Everything that could be read, in order of time, and one sentence for each row that could not."""

    topic: str
    comments: tuple[Comment, ...]
    votes: tuple[Vote, ...]
    problems: tuple[str, ...]

    @property
    def steps(self) -> tuple[Comment | Vote, ...]:
        """Return both files merged and sorted by time; at the same time statements come first."""
        merged: list[Comment | Vote] = [*self.comments, *self.votes]
        return tuple(sorted(merged, key=lambda step: (step.at, isinstance(step, Vote))))

    @property
    def people(self) -> tuple[str, ...]:
        """Return everybody who wrote or voted."""
        found = {comment.author for comment in self.comments} | {vote.voter for vote in self.votes}
        return tuple(sorted(found, key=lambda id: (len(id), id)))

    @property
    def agree_sign(self) -> int:
        """Return the sign that means *agree*: the one under which most statements fit their own counts."""
        counts = self.last_votes()
        fits = {
            sign: sum(
                (counts[c.id][sign], counts[c.id][-sign]) == (c.agrees, c.disagrees) for c in self.comments
            )
            for sign in (1, -1)
        }
        return 1 if fits[1] >= fits[-1] else -1

    def last_votes(self) -> Mapping[str, Counter[int]]:
        """Return, for each statement, how many people voted how when they voted last."""
        last = {
            (vote.comment, vote.voter): vote.sign for vote in sorted(self.votes, key=lambda vote: vote.at)
        }
        counts = {comment.id: Counter[int]() for comment in self.comments}
        for (comment, _), sign in last.items():
            counts[comment][sign] += 1
        return counts

    @property
    def counted_otherwise(self) -> tuple[str, ...]:
        """Return one sentence for each statement whose own counts are not those of the last votes."""
        counts, sign = self.last_votes(), self.agree_sign
        return tuple(
            f"statement {c.id}: the file counts {c.agrees} agree and {c.disagrees} disagree, "
            f"the last vote of each person gives {counts[c.id][sign]} and {counts[c.id][-sign]}"
            for c in self.comments
            if (counts[c.id][sign], counts[c.id][-sign]) != (c.agrees, c.disagrees)
        )


def read_conversation(comments: str, votes: str, summary: str = "") -> Conversation:
    """Read the three files; a row that does not fit is left out and named."""
    problems: list[str] = []
    read: dict[str, Comment] = {}
    for line, row in _rows("comments.csv", comments, COMMENT_COLUMNS, problems):
        if comment := _checked("comments.csv", line, row, _comment, problems):
            if comment.id in read:
                problems.append(f"comments.csv, line {line}: statement {comment.id} is there twice")
            else:
                read[comment.id] = comment
    cast: list[Vote] = []
    for line, row in _rows("votes.csv", votes, VOTE_COLUMNS, problems):
        if vote := _checked("votes.csv", line, row, _vote, problems):
            if vote.comment not in read:
                problems.append(f"votes.csv, line {line}: there is no statement {vote.comment}")
            elif vote.at < read[vote.comment].at:
                problems.append(f"votes.csv, line {line}: this is before statement {vote.comment} was made")
            else:
                cast.append(vote)
    return Conversation(_topic(summary), tuple(read.values()), tuple(cast), tuple(problems))


Row = Mapping[str, str]
Read = TypeVar("Read")


def _rows(file: str, text: str, columns: Sequence[str], problems: list[str]) -> Iterator[tuple[int, Row]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="more", restval="")
    if missing := [name for name in columns if name not in (reader.fieldnames or ())]:
        problems.append(f"{file}, line 1: these columns are missing: {', '.join(missing)}")
        return
    line = reader.line_num
    for row in reader:
        first, line = line + 1, reader.line_num
        if "more" in row or None in row.values():
            problems.append(f"{file}, line {first}: this row has more cells than the first line")
        else:
            yield first, row


def _checked(file: str, line: int, row: Row, read: Callable[[Row], Read], problems: list[str]) -> Read | None:
    try:
        return read(row)
    except ValueError as error:
        problems.append(f"{file}, line {line}: {error}")
        return None


def _comment(row: Row) -> Comment:
    moderated = _number(row, "moderated")
    if moderated not in MODERATED:
        raise ValueError("moderated is -1, 0 or 1")
    if not row["comment-body"].strip():
        raise ValueError("the statement has no words")
    return Comment(
        at=_moment(row),
        id=_named(row, "comment-id"),
        author=_named(row, "author-id"),
        agrees=_number(row, "agrees"),
        disagrees=_number(row, "disagrees"),
        is_hidden=moderated == -1,
        body=row["comment-body"],
    )


def _vote(row: Row) -> Vote:
    sign = _number(row, "vote")
    if sign not in VOTES:
        raise ValueError("vote is -1, 0 or 1")
    return Vote(at=_moment(row), comment=_named(row, "comment-id"), voter=_named(row, "voter-id"), sign=sign)


def _moment(row: Row) -> datetime:
    try:
        return EPOCH + timedelta(milliseconds=int(row["timestamp"]))
    except (ValueError, OverflowError):
        raise ValueError("timestamp is no number of milliseconds since 1970") from None


def _number(row: Row, name: str) -> int:
    try:
        return int(row[name])
    except ValueError:
        raise ValueError(f"{name} is no whole number") from None


def _named(row: Row, name: str) -> str:
    if not row[name].strip():
        raise ValueError(f"{name} is empty")
    return row[name].strip()


def _topic(summary: str) -> str:
    rows = csv.reader(io.StringIO(summary, newline=""))
    return next((", ".join(rest) for name, *rest in filter(None, rows) if name == "topic"), "")

"""The gate for understanding: nobody sees what others restate or mark before it closes, nor how many did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.dialogue.record import Record
from bot.dialogue.references import Sign
from bot.dialogue.understandings import (
    Firmness,
    Mark,
    MarkKey,
    Marks,
    Restatement,
    Stage,
    Understanding,
    UnderstandingCheck,
    count_marks,
)
from bot.identifiers import MarkId, MemberId, RestatementId


@dataclass(frozen=True, slots=True, kw_only=True)
class RestatementExcerpt:
    """One restatement after the close, at the level its author chose; or the marker in its place."""

    id: RestatementId
    reference: str
    author: str
    level: Attribution
    is_own: bool
    words: str
    state: ContributionState
    state_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkExcerpt:
    """What somebody says differs, after the close, next to the line."""

    id: MarkId
    key: MarkKey
    firmness: Firmness
    author: str
    level: Attribution
    words: str
    state: ContributionState
    state_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckExcerpt:
    """A check: before each close only that it is there, and what the reader said or marked."""

    check: UnderstandingCheck
    is_asked: bool
    own: Restatement | None
    own_mark: Mark | None
    said: int
    passed: int
    """Both nothing until the restatements are shown."""
    restatements: tuple[RestatementExcerpt, ...]
    marks: Marks | None
    """None until the marks are read."""
    differing: tuple[MarkExcerpt, ...]
    understanding: Understanding | None


def see_understanding(record: Record, reader: MemberId | None) -> tuple[CheckExcerpt, ...]:
    """Return every check as this reader may see it; facilitators see no more than anybody."""
    return tuple(_check(check, record, reader) for check in record.understanding_checks)


def _check(check: UnderstandingCheck, record: Record, reader: MemberId | None) -> CheckExcerpt:
    said = [each for each in record.restatements if each.check == check.id]
    marks = [each for each in record.marks if each.check == check.id]
    is_shown = check.stage is not Stage.RESTATING
    is_read = check.stage is Stage.READ and check.line is not None
    own = (each for each in said if reader is not None and each.member == reader)
    own_mark = (each for each in marks if reader is not None and each.member == reader)
    return CheckExcerpt(
        check=check,
        is_asked=reader is not None and reader in check.eligible,
        own=next(own, None),
        own_mark=next(own_mark, None),
        said=sum(not each.is_pass for each in said) if is_shown else 0,
        passed=sum(each.is_pass for each in said) if is_shown else 0,
        restatements=tuple(_restatements(said, record, reader)) if is_shown else (),
        marks=count_marks(check, marks) if is_read else None,
        differing=tuple(_differing(marks, record)) if is_read else (),
        understanding=next((u for u in record.understandings if u.check == check.id), None),
    )


def _restatements(
    said: Iterable[Restatement], record: Record, reader: MemberId | None
) -> Iterable[RestatementExcerpt]:
    for each in sorted(said, key=lambda each: each.number):
        if each.is_pass or not each.number:
            continue
        is_live = each.state is ContributionState.LIVE
        yield RestatementExcerpt(
            id=each.id,
            reference=f"{Sign.RESTATEMENT}{each.number}",
            author=each.shown_name if is_live and each.level is not Attribution.UNNAMED else "",
            level=each.level,
            is_own=reader is not None and each.member == reader,
            words=_words(each.id, each.state, record),
            state=each.state,
            state_on=each.state_on,
        )


def _differing(marks: Iterable[Mark], record: Record) -> Iterable[MarkExcerpt]:
    """Return what differs in words, in an order that tells nothing: ids are drawn by chance."""
    for each in sorted(marks, key=lambda each: each.id):
        if each.has_words:
            is_live = each.state is ContributionState.LIVE
            yield MarkExcerpt(
                id=each.id,
                key=each.key,
                firmness=each.firmness,
                author=each.shown_name if is_live and each.level is not Attribution.UNNAMED else "",
                level=each.level,
                words=_words(each.id, each.state, record),
                state=each.state,
                state_on=each.state_on,
            )


def _words(id: str, state: ContributionState, record: Record) -> str:
    revisions = record.revisions.get(id, ()) if state is ContributionState.LIVE else ()
    return revisions[-1].body if revisions else ""

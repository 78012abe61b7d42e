"""Statements as they stand in a document: the text, the notes directly under it, then what was responded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import ContributionState
from bot.dialogue.methods import Method
from bot.dialogue.statement_excerpts import (
    CheckInExcerpt,
    NoteExcerpt,
    ObjectionExcerpt,
    RemarkExcerpt,
    ResponseExcerpt,
    StatementExcerpt,
)
from bot.exports.decision_sections import decided
from bot.exports.labels import Labels, say, shown, write_day, write_moment
from bot.exports.said import Said
from bot.speech.results import read_aloud


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInSection:
    """One check-in: how it was held, the counts apart from each other, the reasons, what they suggest."""

    title: str
    about: str
    rules: tuple[Said, ...]
    """What was said before it opened."""
    counts: tuple[str, ...]
    responses: tuple[Said, ...]
    reading: tuple[str, ...]
    objections: tuple[Said, ...] = ()
    """Each objection, followed by what it says point by point."""
    decision: tuple[Said, ...] = ()
    """What people recorded about it, by whom, and what became of it."""
    remarks: tuple[Said, ...] = ()
    """Questions with their answers, and comments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSection:
    """One edition of a statement, with what stands under it."""

    anchor: str
    text: Said
    notes: tuple[Said, ...]
    check_ins: tuple[CheckInSection, ...]


def statement_section(part: StatementExcerpt, labels: Labels, zone: str) -> StatementSection:
    """Return one edition of a statement, ready to be written down."""
    statement = part.statement
    author = shown(statement.shown_name) or labels.say("export-a-member")
    title = labels.say(
        "export_statements-text",
        number=str(statement.number),
        edition=str(statement.edition),
        author=author,
    )
    gone = statement.state is not ContributionState.LIVE
    marker = _gone(statement.state_on or statement.made_at.date(), labels) if gone else ""
    return StatementSection(
        anchor=f"statement-{statement.number}-{statement.edition}",
        text=Said(title=title, words=shown(part.text), marker=marker),
        notes=tuple(_note(note, labels) for note in part.notes),
        check_ins=tuple(_check_in(each, labels, zone) for each in part.check_ins),
    )


def _note(note: NoteExcerpt, labels: Labels) -> Said:
    if note.state is not ContributionState.LIVE:
        title = labels.say("export_statements-note-gone")
        return Said(title=title, words="", marker=_gone(note.state_on or note.made_on, labels))
    names = [shown(name) or labels.say("export-a-member") for _, name in note.signed_by]
    signed = tuple(labels.say("export_statements-signed", name=name) for name in names)
    title = labels.say("export_statements-note", author=shown(note.author))
    return Said(title=title, words=shown(note.words), below=signed)


def _check_in(part: CheckInExcerpt, labels: Labels, zone: str) -> CheckInSection:
    check_in = part.check_in
    ends = write_moment(check_in.closed_at or check_in.closes_at, zone, labels.language)
    about = "paper" if check_in.is_from_paper else str(check_in.state)
    return CheckInSection(
        title=labels.say(f"export_statements-by-{check_in.method}"),
        about=labels.say(f"export_statements-{about}", at=ends, quorum=check_in.quorum),
        rules=tuple(_rules(check_in, labels)),
        counts=tuple(_counts(part, labels)),
        responses=tuple(_response(response, labels) for response in part.responses),
        reading=tuple(_reading(part, labels)),
        objections=tuple(said for each in part.objections for said in _objection(each, labels)),
        decision=tuple(decided(part, labels, zone)),
        remarks=tuple(_remark(remark, labels) for remark in in_order(part.remarks)),
    )


def _rules(check_in: CheckIn, labels: Labels) -> Iterator[Said]:
    told = (("rule", check_in.rule), ("fallback", check_in.fallback), ("because", check_in.because))
    for key, words in told:
        if words:
            yield Said(title=labels.say(f"export_statements-{key}"), words=shown(words))
    if check_in.method is Method.CONSENSUS:
        binds = "respond-aside-binds" if check_in.stand_aside_binds else "respond-aside-frees"
        yield Said(title=labels.say("export_statements-aside"), words="", below=(labels.say(binds),))


def _counts(part: CheckInExcerpt, labels: Labels) -> Iterator[str]:
    counts = part.counts
    if counts is None:
        return
    yield labels.say(
        "close_check_in-counts",
        eligible=counts.eligible,
        responded=counts.responded,
        passed=counts.passed,
        none=counts.no_response,
        left=counts.left,
    )
    for key, count in counts.labels:
        label = labels.say(f"scales-{part.check_in.asks_on.words}-{key}-label")
        yield labels.say("export_statements-count", label=label, count=str(count))


def _response(response: ResponseExcerpt, labels: Labels) -> Said:
    author = shown(response.author) or labels.say("export-a-member")
    title = labels.say("export_statements-response", author=author, label=" · ".join(response.labels))
    if response.state is not ContributionState.LIVE and response.has_reason and response.state_on:
        return Said(title=title, words="", marker=_gone(response.state_on, labels))
    if response.is_private:
        return Said(title=title, words="", marker=labels.say("export_statements-in-private"))
    return Said(title=title, words=shown(response.reason))


def _reading(part: CheckInExcerpt, labels: Labels) -> Iterator[str]:
    """Say what the counts suggest, in the words in which the group was told."""
    if part.counts is not None:
        yield from (say(phrase, labels) for phrase in read_aloud(part.check_in, part.counts))


def in_order(remarks: tuple[RemarkExcerpt, ...]) -> Iterator[RemarkExcerpt]:
    """Return the remarks, each question followed by its answers."""
    for remark in remarks:
        if remark.to is None:
            yield remark
            yield from (answer for answer in remarks if answer.to == remark.id)


def _objection(objection: ObjectionExcerpt, labels: Labels) -> Iterator[Said]:
    author = shown(objection.author) or labels.say("export-a-member")
    title = labels.say("export_statements-objection", author=author)
    standing = labels.say(f"settle_objection-{objection.standing}")
    is_gone = objection.state is not ContributionState.LIVE
    marker = _gone(objection.state_on or objection.made_on, labels) if is_gone else ""
    where = labels.say("export_statements-where", standing=standing)
    yield Said(title=title, words="", marker=marker, below=(where,))
    for point, words in objection.points:
        yield Said(title=labels.say(f"export_statements-{point}"), words=shown(words))


def _remark(remark: RemarkExcerpt, labels: Labels) -> Said:
    if remark.state is not ContributionState.LIVE:
        title = labels.say(f"export_statements-{remark.kind}-gone")
        return Said(title=title, words="", marker=_gone(remark.state_on or remark.made_on, labels))
    title = labels.say(f"export_statements-{remark.kind}", author=shown(remark.author))
    return Said(title=title, words=shown(remark.words))


def _gone(day: date, labels: Labels) -> str:
    return labels.say("export-withdrawn", day=write_day(day, labels.language))

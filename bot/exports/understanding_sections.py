"""What the group understands, as it stands in a document: the line, what differs beside it, what was said."""

from collections.abc import Iterator, Mapping

from bot.dialogue.blind_until_close import CheckExcerpt, MarkExcerpt, RestatementExcerpt
from bot.dialogue.contributions import ContributionState
from bot.dialogue.excerpts import Excerpt
from bot.dialogue.understandings import Stage
from bot.exports.labels import Labels, shown, write_day, write_moment
from bot.exports.said import Said
from bot.exports.sections import Section
from bot.identifiers import LineId


def understanding_sections(excerpt: Excerpt, labels: Labels) -> tuple[Section, ...]:
    """Return the sections that have something to say."""
    if not excerpt.understanding:
        return ()
    lines = {part.id: part.text for part in excerpt.lines}
    items = (said for part in excerpt.understanding for said in _check(part, lines, excerpt, labels))
    return (
        Section(
            anchor="understanding",
            title=labels.say("export_notes-understanding"),
            lead=(labels.say("export_notes-understanding-about"),),
            items=tuple(items),
        ),
    )


def _check(
    part: CheckExcerpt, lines: Mapping[LineId, str], excerpt: Excerpt, labels: Labels
) -> Iterator[Said]:
    check = part.check
    title = labels.say("export_notes-check", number=str(check.number))
    yield Said(title=title, words=shown(check.question), below=tuple(_held(part, excerpt, labels)))
    if check.line is not None:
        text = shown(lines.get(check.line, ""))
        marker = "" if text else labels.say("general-looked-at-again")
        title = labels.say("export_notes-shared-line")
        yield Said(title=title, words=text, marker=marker, below=tuple(_read(part, labels)))
    for mark in part.differing:
        yield _differing(mark, labels)
    for each in part.restatements:
        yield _restatement(each, labels)


def _held(part: CheckExcerpt, excerpt: Excerpt, labels: Labels) -> Iterator[str]:
    check = part.check
    if check.stage in (Stage.RESTATING, Stage.MARKING):
        at = write_moment(check.closes_at, excerpt.dialogue.zone, labels.language)
        yield labels.say("export_notes-check-open", at=at)
    if check.stage is Stage.RESTATING:
        return
    eligible = len(check.eligible)
    yield labels.say(
        "close_understanding-said",
        eligible=eligible,
        said=part.said,
        passed=part.passed,
        none=eligible - part.said - part.passed - check.left,
        left=check.left,
    )


def _read(part: CheckExcerpt, labels: Labels) -> Iterator[str]:
    marks, understanding = part.marks, part.understanding
    if marks is not None and part.check.reading is not None:
        yield labels.say(
            "close_understanding-marked",
            eligible=marks.eligible,
            same=marks.same,
            partly=marks.partly,
            different=marks.different,
            not_sure=marks.not_sure,
            none=marks.no_response,
            left=marks.left,
        )
        for firmness, count in marks.firmness:
            label = labels.say(f"mark-{firmness}-option")
            yield labels.say("close_understanding-firmness", label=label, count=str(count))
        yield labels.say(f"close_understanding-reading-{part.check.reading}")
    if understanding is not None:
        yield labels.say(
            "export_notes-recorded",
            number=str(understanding.number),
            day=write_day(understanding.made_at.date(), labels.language),
            scope=labels.say(f"record_understanding-{understanding.scope}-option"),
            firmness=labels.say(f"mark-{understanding.firmness}-option"),
            shared=str(understanding.shared_by),
        )


def _differing(mark: MarkExcerpt, labels: Labels) -> Said:
    label = labels.say(f"mark-{mark.key}-option")
    author = shown(mark.author) or labels.say("export-a-member")
    title = labels.say("export_notes-differs", label=label, author=author)
    return Said(title=title, words=shown(mark.words), marker=_marker(mark, labels))


def _restatement(each: RestatementExcerpt, labels: Labels) -> Said:
    author = shown(each.author) or labels.say("export-a-member")
    title = labels.say("export_notes-restated", number=each.reference, author=author)
    return Said(title=title, words=shown(each.words), marker=_marker(each, labels))


def _marker(part: MarkExcerpt | RestatementExcerpt, labels: Labels) -> str:
    if part.state is ContributionState.LIVE or part.state_on is None:
        return ""
    return labels.say("export-withdrawn", day=write_day(part.state_on, labels.language))

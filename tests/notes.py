"""A line of the notes about the garden, and what the authors it cites answered."""

from collections.abc import Iterable
from dataclasses import replace

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, Version
from bot.dialogue.interpretations import Interpretation, Sense, Sureness
from bot.dialogue.lines import CheckAnswer, Line, LineCheck, LineKind
from bot.dialogue.members import Member
from bot.dialogue.record import Record
from bot.identifiers import InterpretationId, LineCheckId, LineId
from tests.people import ADA, ALL_USES, BEN, CHIDI, DANA, GARDEN, MONDAY, TODAY, a_contribution, a_record
from tests.people import AGREED as AGREED_TO_NOTHING

AGREED = replace(AGREED_TO_NOTHING, uses=ALL_USES)
PEOPLE = tuple(replace(member, consent=AGREED) for member in (ADA, BEN, CHIDI, DANA))
FROM_BEN = a_contribution(BEN, 1)
FROM_CHIDI = a_contribution(CHIDI, 2)
UNNAMED = a_contribution(DANA, 3, level=Attribution.UNNAMED)


def a_line(*sources: Contribution, number: int = 1, edition: int = 1, kind: LineKind = LineKind.VIEW) -> Line:
    """Return a line that Ada drafted from *sources*."""
    return Line(
        id=LineId(f"line-{number}-{edition}"),
        dialogue=GARDEN.id,
        number=number,
        edition=edition,
        kind=kind,
        sources=tuple(source.id for source in sources),
        member=ADA.id,
        level=Attribution.NAMED,
        shown_name=ADA.name,
        made_at=MONDAY,
        version=1,
    )


def a_check(
    line: Line, source: Contribution, answer: CheckAnswer, *, who: Member | None = None, edits: int = 0
) -> LineCheck:
    """Return what the author of a source answered."""
    return LineCheck(
        id=LineCheckId(f"check-{line.id}-{source.id}"),
        line=line.id,
        source=source.id,
        dialogue=GARDEN.id,
        member=who.id if who else source.member,
        answer=answer,
        level=source.level,
        shown_name=source.shown_name,
        made_at=MONDAY,
        edits=edits,
        version=1,
    )


def with_notes(
    lines: Iterable[Line],
    checks: Iterable[LineCheck] = (),
    *,
    said: tuple[Contribution, ...] = (FROM_BEN, FROM_CHIDI, UNNAMED),
    people: tuple[Member, ...] = PEOPLE,
) -> Record:
    """Return a record of three contributions with these lines; each line and each wording has its text."""
    record = a_record(said, members=people)
    lines, checks = tuple(lines), tuple(checks)
    texts: dict[str, str] = {line.id: f"Text of {line.id}." for line in lines}
    texts |= {check.id: f"Wording of {check.id}." for check in checks if check.edits}
    words = {id: (Version(number=1, body=body, made_at=MONDAY),) for id, body in texts.items()}
    return replace(record, lines=lines, line_checks=checks, revisions={**record.revisions, **words})


SENSE = Sense(notice="Two want it.", feel="Glad.", means="It can be done.", asks="Ask the owner.")


def an_interpretation(
    author: Member,
    *read: Contribution | Line,
    number: int = 0,
    rival_of: Interpretation | None = None,
) -> Interpretation:
    """Return what somebody takes from it: private without a number, else shared."""
    return Interpretation(
        id=InterpretationId(f"{author.id}-takes-{number}"),
        dialogue=GARDEN.id,
        number=number,
        member=author.id,
        shown_name=author.name if number else "",
        based_on=tuple(each.id for each in read),
        rival_of=rival_of.id if rival_of else None,
        sureness=Sureness.FAIRLY,
        draft="" if number else str(SENSE),
        made_at=MONDAY,
        shared_on=TODAY if number else None,
        version=1,
    )


def with_interpretations(*interpretations: Interpretation, lines: Iterable[Line] = ()) -> Record:
    """Return the record with these interpretations; those that are shared have their words in it."""
    record = with_notes(lines)
    words: dict[str, tuple[Version, ...]] = {
        each.id: (Version(number=1, body=str(SENSE), made_at=MONDAY),)
        for each in interpretations
        if each.is_shared
    }
    return replace(record, interpretations=interpretations, revisions={**record.revisions, **words})

"""A check of what people in the garden understand, at each of its steps."""

from collections.abc import Iterable
from dataclasses import replace

from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.contributions import Version
from bot.dialogue.lines import LineKind
from bot.dialogue.members import Member
from bot.dialogue.record import Record
from bot.dialogue.understandings import (
    Firmness,
    Mark,
    MarkKey,
    Restatement,
    Scope,
    SharedReading,
    Stage,
    Understanding,
    UnderstandingCheck,
)
from bot.identifiers import MarkId, RestatementId, UnderstandingCheckId, UnderstandingId
from tests.notes import FROM_BEN, a_line, with_notes
from tests.people import A_DAY, ADA, EVERYBODY, GARDEN, HERE, MONDAY, TODAY

CHECK = UnderstandingCheck(
    id=UnderstandingCheckId("check"),
    dialogue=GARDEN.id,
    number=1,
    place=HERE,
    question="What is the garden for?",
    eligible=tuple(member.id for member in EVERYBODY),
    quorum=3,
    levels=ALL_LEVELS,
    opened_at=MONDAY - A_DAY,
    closes_at=MONDAY + A_DAY,
    version=1,
)
LINE = replace(a_line(FROM_BEN), kind=LineKind.COMMON_GROUND, sources=("ben-says-1", "dana-says-2"))
SHOWN = replace(CHECK, stage=Stage.SHOWN, closes_at=MONDAY, closed_at=MONDAY)
MARKING = replace(CHECK, stage=Stage.MARKING, line=LINE.id)
READ = replace(MARKING, stage=Stage.READ, reading=SharedReading.SHARED, closed_at=MONDAY)


def a_restatement(who: Member, number: int, *, level: Attribution = Attribution.NAMED) -> Restatement:
    """Return what somebody says in their own words; without a number it is still sealed."""
    return Restatement(
        id=RestatementId(f"{who.id}-says-{number}"),
        check=CHECK.id,
        dialogue=GARDEN.id,
        number=number,
        member=who.id,
        level=level,
        shown_name=who.shown_as(level),
        draft="" if number else f"{who.name} says it.",
        made_at=MONDAY,
        shared_on=TODAY if number else None,
        version=1,
    )


def a_mark(who: Member, key: MarkKey, differs: str = "") -> Mark:
    """Return how somebody marks the line."""
    return Mark(
        id=MarkId(f"{who.id}-marks"),
        check=CHECK.id,
        dialogue=GARDEN.id,
        member=who.id,
        key=key,
        firmness=Firmness.FAIRLY_FIRM,
        differs=differs,
        level=Attribution.NAMED,
        shown_name=who.name,
        made_at=MONDAY,
        version=1,
    )


def an_understanding() -> Understanding:
    """Return what the garden understands."""
    return Understanding(
        id=UnderstandingId("understanding"),
        dialogue=GARDEN.id,
        number=1,
        check=CHECK.id,
        scope=Scope.SPECIFIC,
        firmness=Firmness.FIRM,
        shared_by=3,
        returned_turns=("turn",),
        returned_lines=(LINE.id,),
        recorded_by=ADA.id,
        made_at=MONDAY,
        version=1,
    )


def with_checks(
    *checks: UnderstandingCheck,
    said: Iterable[Restatement] = (),
    marks: Iterable[Mark] = (),
    understandings: tuple[Understanding, ...] = (),
) -> Record:
    """Return a record with these checks; everything that is shown has its words in it."""
    said, marks = tuple(said), tuple(marks)
    names = {member.id: member.name for member in EVERYBODY}
    words: dict[str, str] = {each.id: f"{names[each.member]} says it." for each in said if each.shared_on}
    words |= {each.id: f"{names[each.member]} sees it otherwise." for each in marks if each.shared_on}
    record = with_notes([LINE])
    texts = {id: (Version(number=1, body=body, made_at=MONDAY),) for id, body in words.items()}
    return replace(
        record,
        understanding_checks=checks,
        restatements=said,
        marks=marks,
        understandings=understandings,
        revisions={**record.revisions, **texts},
    )

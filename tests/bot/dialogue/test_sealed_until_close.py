"""The gate for statements, by itself: what each reader may see, before and after the close."""

from dataclasses import replace

import pytest

from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckIn, CheckInState
from bot.dialogue.contributions import ContributionState, Version
from bot.dialogue.decisions import Step, StepKind
from bot.dialogue.excerpts import Purpose
from bot.dialogue.objections import ObjectionState, words_id
from bot.dialogue.record import Record
from bot.dialogue.scales import Gradient
from bot.dialogue.sealed_until_close import see_statements
from bot.dialogue.statement_excerpts import CheckInExcerpt
from bot.dialogue.visibility import excerpt
from bot.identifiers import MemberId
from bot.speech.results import counted
from tests.people import ADA, BEN, CHIDI, DANA, MONDAY, a_record
from tests.statements import (
    CHECK_IN,
    CLOSED,
    DECISION,
    NOTE,
    OBJECTION,
    QUESTION,
    STATEMENT,
    a_response,
)

NAMED = a_response(BEN, Gradient.ENDORSE)
UNNAMED = replace(a_response(CHIDI, Gradient.VETO), level=Attribution.UNNAMED, shown_name="")
REASONED = replace(UNNAMED, has_reason=True)
LAPSED = replace(CHECK_IN, state=CheckInState.LAPSED)


def record(check_in: CheckIn) -> Record:
    """Return a record in which two people responded."""
    return replace(
        a_record(()),
        statements=(STATEMENT,),
        check_ins=(check_in,),
        responses=(NAMED, UNNAMED),
        notes=(NOTE,),
    )


def seen(kept: Record, reader: MemberId | None = None) -> CheckInExcerpt:
    """Return the one check-in as somebody sees it."""
    ((part,),) = (statement.check_ins for statement in see_statements(kept, reader))
    return part


@pytest.mark.parametrize("check_in", [CHECK_IN, LAPSED])
@pytest.mark.parametrize("reader", [None, ADA.id, BEN.id, DANA.id])
def test_before_the_close_there_is_only_ones_own(check_in: CheckIn, reader: MemberId | None) -> None:
    """Facilitators included, also where it lapsed."""
    part = seen(record(check_in), reader)

    assert (part.counts, part.responses) == (None, ())
    assert part.own == (NAMED if reader == BEN.id else None)
    assert list(counted(part)) == []


def test_after_the_close_an_unnamed_response_without_a_reason_is_only_counted() -> None:
    """There is nothing to show of it but its label."""
    part = seen(record(CLOSED), DANA.id)

    assert [response.id for response in part.responses] == [NAMED.id]
    assert part.counts is not None
    assert part.counts.labels == ((Gradient.ENDORSE, 1), (Gradient.VETO, 1))


def test_an_unnamed_reason_has_no_author() -> None:
    """Whatever name was stored with it."""
    kept = replace(record(CLOSED), responses=(replace(REASONED, shown_name="Chidi"),))

    (response,) = seen(kept).responses
    assert response.author == ""


def test_behind_a_marker_there_is_no_name_and_no_signature() -> None:
    """A withdrawn note leaves its day and nothing else."""
    gone = replace(
        NOTE, state=ContributionState.WITHDRAWN, state_on=MONDAY.date(), signed_by=(ADA.id, BEN.id)
    )

    (note,) = seen(replace(record(CLOSED), notes=(gone,))).notes
    assert (note.author, note.words, note.signed_by) == ("", "", ())


def test_open_data_holds_no_statements() -> None:
    """People said yes to open data for their stances, not for what they weighed together."""
    assert excerpt(record(CLOSED), None, MONDAY, Purpose.OPEN_DATA).statements == ()
    assert len(excerpt(record(CLOSED), None, MONDAY).statements) == 1


def beside(check_in: CheckIn, *, has_left: bool = False) -> Record:
    """Return a record with everything that can stand beside a check-in."""
    kept = record(check_in)
    members = {id: replace(m, has_left=has_left and id == CHIDI.id) for id, m in kept.members.items()}
    points = {words_id(OBJECTION.id, point): (version(point),) for point in OBJECTION.points}
    return replace(
        kept,
        members=members,
        revisions=points | {QUESTION.id: (version("Who pays?"),)},
        objections=(OBJECTION,),
        remarks=(QUESTION,),
        decisions=(replace(DECISION, history=(Step(StepKind.KEEP, MONDAY.date(), BEN.id, "It works."),)),),
    )


def version(words: str) -> Version:
    """Return words as they were written once."""
    return Version(number=1, body=words, made_at=MONDAY)


@pytest.mark.parametrize("reader", [None, ADA.id, BEN.id])
def test_an_objection_is_sealed_and_a_question_is_not(reader: MemberId | None) -> None:
    """Who asks something wants an answer now; who objects is heard with all others."""
    sealed, after = seen(beside(CHECK_IN), reader), seen(beside(CLOSED), reader)

    assert sealed.objections == ()
    assert [remark.words for remark in sealed.remarks] == ["Who pays?"]
    (objection,) = after.objections
    assert [words for _, words in objection.points] == list(OBJECTION.points)
    assert (objection.author, objection.standing) == ("Chidi", ObjectionState.OPEN)


def test_the_objection_of_somebody_who_left_stands() -> None:
    """Nobody can ask them any more, so nobody can say that it is met."""
    (objection,) = seen(beside(CLOSED, has_left=True)).objections

    assert objection.standing is ObjectionState.STANDS


def test_an_unnamed_objection_has_no_author_and_an_erased_one_no_words() -> None:
    """What was promised in the form holds for objections too."""
    kept = beside(CLOSED)
    unnamed = replace(kept, objections=(replace(OBJECTION, level=Attribution.UNNAMED),))
    erased = replace(kept, objections=(replace(OBJECTION, state=ContributionState.ERASED),))

    assert seen(unnamed).objections[0].author == ""
    assert seen(erased).objections[0].points == ()


def test_a_decision_comes_with_the_names_of_those_who_recorded_it() -> None:
    """And with nobody else's."""
    part = seen(beside(CLOSED))

    assert part.decision is not None
    assert part.names == {ADA.id: ADA.name, BEN.id: BEN.name}


@pytest.mark.parametrize(
    ("reader", "may_read"), [(ADA.id, True), (CHIDI.id, True), (BEN.id, False), (None, False)]
)
def test_a_private_reason_is_for_facilitators_and_its_author(
    reader: MemberId | None, *, may_read: bool
) -> None:
    """Its words stand in no excerpt, so that no file can hold them."""
    private = replace(REASONED, is_private=True, level=Attribution.NAMED)
    kept = replace(
        record(CLOSED), responses=(private,), revisions={private.id: (version("I am afraid of him."),)}
    )

    (response,) = seen(kept, reader).responses
    assert (response.may_read, response.reason, response.has_reason) == (may_read, "", True)

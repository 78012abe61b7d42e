"""The gate for statements, by itself: what each reader may see, before and after the close."""

from dataclasses import replace

import pytest

from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckIn, CheckInState
from bot.dialogue.contributions import ContributionState
from bot.dialogue.excerpts import Purpose
from bot.dialogue.record import Record
from bot.dialogue.scales import Gradient
from bot.dialogue.sealed_until_close import see_statements
from bot.dialogue.statement_excerpts import CheckInExcerpt
from bot.dialogue.visibility import excerpt
from bot.identifiers import MemberId
from bot.speech.results import counted
from tests.people import ADA, BEN, CHIDI, DANA, MONDAY, a_record
from tests.statements import CHECK_IN, CLOSED, NOTE, STATEMENT, a_response

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

"""Drafting the line of the group from what people said in their own words."""

import pytest

from bot.actions.draft_shared_line import draft_shared_line, offer_shared_line
from bot.dialogue.lines import Line, LineKind
from bot.dialogue.record import Record
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import MARK_FOR, Stage, UnderstandingCheck
from bot.errors import CheckInClosed, NotAllowed
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from tests.people import ADA, BEN, CHIDI, DANA, MONDAY, asking, pressed, sent
from tests.understandings import CHECK, MARKING, SHOWN, a_restatement, with_checks

TICKET = Ticket(Action.DRAFT_SHARED_LINE, SHOWN.id)
SAID = (a_restatement(BEN, 1), a_restatement(DANA, 2), a_restatement(CHIDI, 3))


def drafted(record: Record, **answers: str) -> Effects[AfterForm]:
    """Ada sends the form in."""
    return draft_shared_line(SHOWN, asking(ADA, record, Recent(())), sent(ADA, TICKET, MONDAY, **answers))


def test_the_line_cites_what_was_said_and_everybody_marks_it_for_three_days() -> None:
    """Those it cites are asked as well whether it is what they meant."""
    effects = drafted(with_checks(SHOWN, said=SAID), body="We want a lift.", sources="R1, R2")

    line, _, check, closing = effects.keep
    assert isinstance(line, Line)
    assert isinstance(check, UnderstandingCheck)
    assert isinstance(closing, Occurrence)
    assert (line.kind, line.sources) == (LineKind.COMMON_GROUND, (SAID[0].id, SAID[1].id))
    assert (check.stage, check.line, check.closes_at) == (Stage.MARKING, line.id, MONDAY + MARK_FOR)
    assert closing.due == check.closes_at
    assert [post.message.phrase.key for post in effects.posts] == ["show_notes-line", "mark-asked"]
    assert {told.member for told in effects.tell} == {BEN.id, DANA.id}


@pytest.mark.parametrize("sources", ["R1", "1, 2", "R1, 1", "R1, R9", "", "R1, R1"])
def test_it_rests_on_at_least_two_of_what_was_said_here(sources: str) -> None:
    """One voice is no group."""
    reply = drafted(with_checks(SHOWN, said=SAID), body="We want a lift.", sources=sources).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"sources"}


def test_the_form_shows_everything_that_was_said() -> None:
    """And proposes to cite all of it."""
    here = asking(ADA, with_checks(SHOWN, said=SAID))
    reply = offer_shared_line(SHOWN, here, pressed(ADA, TICKET)).reply

    assert isinstance(reply, OpenForm)
    assert reply.form.values["sources"] == "R1, R2, R3"
    assert [phrase.key for phrase in reply.form.intro][1:] == ["restate-shown"] * 3


def test_it_is_drafted_by_whoever_may_and_when_all_is_shown() -> None:
    """Not before, and not twice."""
    with pytest.raises(NotAllowed):
        offer_shared_line(SHOWN, asking(BEN, with_checks(SHOWN, said=SAID)), pressed(BEN, TICKET))
    for check in (CHECK, MARKING):
        with pytest.raises(CheckInClosed):
            offer_shared_line(check, asking(ADA, with_checks(check)), pressed(ADA, TICKET))

"""The group itself confirms a reading: as many as were needed say that they read it this way."""

from dataclasses import replace

import pytest

from bot.actions.agree_reading import agree_reading
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.decisions import Decision, Decisions
from bot.dialogue.dissent import Notes
from bot.dialogue.members import Member
from bot.dialogue.readings import Reading
from bot.dialogue.statements import Statements
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed
from bot.speech.effects import Effects, Reply
from tests.people import ADA, BEN, DANA, a_member, asking, pressed
from tests.statements import CLOSED, DECISION, STATEMENT, in_check_in

TICKET = Ticket(Action.AGREE_READING, CLOSED.id)


def pressed_by(who: Member, check_in: CheckIn, *decisions: Decision) -> Effects[Reply]:
    """Somebody presses the button."""
    here = asking(who, in_check_in(), Notes(()), Statements((STATEMENT,)), Decisions(decisions))
    return agree_reading(check_in, here, pressed(who, TICKET))


def test_each_person_is_counted_once_until_there_are_enough() -> None:
    """To press twice is to be counted once."""
    once = replace(CLOSED, read_by=(BEN.id,))

    assert pressed_by(BEN, once).keep == (once,)
    assert pressed_by(ADA, once).keep == (replace(CLOSED, read_by=(BEN.id, ADA.id)),)
    assert pressed_by(ADA, once).posts == ()


def test_with_as_many_as_were_needed_it_is_confirmed() -> None:
    """By the group itself, and it comes back after 90 days."""
    effects = pressed_by(DANA, replace(CLOSED, read_by=(BEN.id, ADA.id)))

    decision = effects.keep[1]
    assert isinstance(decision, Decision)
    assert (decision.member, decision.decided_by, decision.outcome) == ("", "", Reading.AGREED)
    assert decision.review_at is not None
    assert [str(post.id) for post in effects.posts] == [f"closed-{CLOSED.id}", decision.id]


def test_only_who_was_asked_counts_and_only_before_it_is_recorded() -> None:
    """The list is the one that was fixed at opening."""
    with pytest.raises(NotAllowed):
        pressed_by(a_member("Late"), CLOSED)
    with pytest.raises(NotAllowed):
        pressed_by(BEN, CLOSED, DECISION)

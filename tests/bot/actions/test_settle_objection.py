"""Where an objection stands: only whoever made it says so."""

from dataclasses import replace

import pytest

from bot.actions.settle_objection import settle_objection
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.dissent import Notes
from bot.dialogue.members import Member
from bot.dialogue.methods import Method
from bot.dialogue.objections import Objection, ObjectionState
from bot.dialogue.readings import Reading
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.identifiers import MemberId, ObjectionId
from bot.speech.effects import Effects, Reply, Say
from tests.people import ADA, BEN, CHIDI, DANA, MONDAY, asking, pressed
from tests.statements import CLOSED, OBJECTION, a_response, in_check_in

ASKED = replace(CLOSED, method=Method.CONSENT, scale="consent", reading=Reading.MORE_DIALOGUE)
GIVEN = (
    a_response(BEN, "consent", check_in=ASKED),
    a_response(DANA, "consent", check_in=ASKED),
    a_response(CHIDI, "objection", check_in=ASKED),
)


def settled(
    choice: str, objection: Objection = OBJECTION, check_in: CheckIn = ASKED, *others: Objection
) -> Effects[Reply]:
    """Chidi presses a button about the objection."""
    holds = in_check_in(*GIVEN, objections=(objection, *others))
    here = asking(CHIDI, holds, check_in, Notes(()))
    return settle_objection(objection, here, pressed(CHIDI, Ticket(Action.SETTLE_OBJECTION, "o", choice)))


@pytest.mark.parametrize(
    ("choice", "reading"),
    [
        ("met", Reading.AGREED_FOR_NOW),
        ("withdrawn", Reading.AGREED_FOR_NOW),
        ("stands", Reading.MORE_DIALOGUE),
    ],
)
def test_consent_is_read_again_with_what_the_author_says(choice: str, reading: Reading) -> None:
    """It depends on objections alone; the post shows where each stands now."""
    effects = settled(choice)

    assert effects.keep[0] == OBJECTION.settled(ObjectionState(choice), MONDAY.date())
    readings = [fact.reading for fact in effects.keep if isinstance(fact, CheckIn)]
    assert readings == ([reading] if reading is not ASKED.reading else [])
    assert [str(post.id) for post in effects.posts] == [f"closed-{CLOSED.id}"]


def test_another_objection_still_stands_against_it() -> None:
    """One that is met does not outvote one that is not."""
    another = replace(OBJECTION, id=ObjectionId("another"), member=BEN.id)

    assert settled("met", OBJECTION, ASKED, another).keep == (
        OBJECTION.settled(ObjectionState.MET, MONDAY.date()),
    )


def test_other_ways_of_asking_stay_as_they_were_read() -> None:
    """A veto that is met asks for a new edition, not for another reading of the old one."""
    blocked = replace(CLOSED, scale="consent", reading=Reading.BLOCKED)

    assert len(settled("met", OBJECTION, blocked).keep) == 1


@pytest.mark.parametrize("who", [ADA, BEN], ids=["a facilitator", "a member"])
@pytest.mark.parametrize("choice", ["", "met", "withdrawn", "stands"])
def test_nobody_else_closes_it(who: Member, choice: str) -> None:
    """Facilitators neither: there is no event that would let them."""
    event = pressed(who, Ticket(Action.SETTLE_OBJECTION, "o", choice))
    here = asking(who, in_check_in(), ASKED, Notes(()))
    with pytest.raises(NotAllowed):
        settle_objection(OBJECTION, here, event)
    with pytest.raises(NotAllowed):
        settle_objection(replace(OBJECTION, member=MemberId("")), here, event)


def test_it_is_asked_in_words_first_and_knows_no_other_answers() -> None:
    """The three answers stand under the objection."""
    reply = settled("").reply

    assert isinstance(reply, Say)
    assert [choice.ticket.choice for choice in reply.message.choices] == ["met", "withdrawn", "stands"]
    with pytest.raises(NotFound):
        settled("preference")

"""The close of a check-in: reasons become words of the record, objections stand by themselves."""

from dataclasses import replace

from bot.dialogue.closing import closed, read_again, unsealed
from bot.dialogue.members import Member
from bot.dialogue.methods import Method
from bot.dialogue.objections import ObjectionState, Point, words_id
from bot.dialogue.readings import Reading
from bot.dialogue.responses import InCheckIn, Response
from tests.people import BEN, CHIDI, DANA, EVERYBODY, MONDAY, SEED
from tests.statements import CHECK_IN, STATEMENT, a_response, in_check_in

ASKED = replace(CHECK_IN, method=Method.CONSENT, scale="consent")
OBJECTS = replace(
    a_response(CHIDI, "objection", "It takes the money.", check_in=ASKED), part="The lift.", need="Stairs."
)


def given(*others: Response) -> tuple[Response, ...]:
    """Return what was responded: Chidi objects."""
    return (OBJECTS, *others)


def test_an_objection_becomes_one_with_the_words_of_whoever_objects() -> None:
    """Each point has words of its own, so that none is taken for another."""
    opened = unsealed(ASKED, in_check_in(*given()), MONDAY, SEED)

    (objection,) = opened.objections
    assert objection.points == (Point.PART, Point.HARM, Point.NEED)
    assert {words.of: words.body for words in opened.words} == {
        words_id(objection.id, Point.PART): "The lift.",
        words_id(objection.id, Point.HARM): "It takes the money.",
        words_id(objection.id, Point.NEED): "Stairs.",
    }
    (response,) = opened.responses
    assert (response.reason, response.part, response.need, response.has_reason) == ("", "", "", False)


def test_an_objection_stops_it_until_its_author_says_otherwise() -> None:
    """However many consent."""
    people = (BEN, DANA)
    holds = in_check_in(*given(*(a_response(who, "consent", check_in=ASKED) for who in people)))
    (made,) = unsealed(ASKED, holds, MONDAY, SEED).objections

    assert closed(ASKED, holds, MONDAY).reading is Reading.MORE_DIALOGUE
    for standing, reading in (
        (ObjectionState.MET, Reading.AGREED_FOR_NOW),
        (ObjectionState.STANDS, Reading.MORE_DIALOGUE),
    ):
        again = replace(holds, objections=(replace(made, standing=standing),))
        assert read_again(ASKED, again) is reading


def test_the_objection_of_somebody_who_left_stands() -> None:
    """Nobody can ask them any more."""
    gone: tuple[Member, ...] = tuple(replace(m, has_left=m.id == CHIDI.id) for m in EVERYBODY)
    (made,) = unsealed(ASKED, InCheckIn(STATEMENT, given(), gone), MONDAY, SEED).objections

    assert made.standing is ObjectionState.STANDS

"""Recording what the group understands, once it has come back to the group."""

from dataclasses import replace

import pytest

from bot.actions.record_understanding import offer_record, record_understanding
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.dialogue.understandings import Firmness, MarkKey, Scope, SharedReading, Understanding
from bot.errors import CheckInClosed, NotAllowed
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from bot.speech.messages import FIELDS_IN_A_FORM
from tests.notes import FROM_BEN, an_interpretation
from tests.people import ADA, BEN, CHIDI, DANA, MONDAY, TODAY, a_contribution, asking, pressed, sent
from tests.understandings import LINE, MARKING, READ, a_mark, an_understanding, with_checks

TICKET = Ticket(Action.RECORD_UNDERSTANDING, READ.id)
TURN = a_contribution(CHIDI, 7, to=FROM_BEN, turn=TurnKind.QUESTION)
TO_ONESELF = a_contribution(BEN, 8, to=FROM_BEN, turn=TurnKind.BUILD)
MARKS = (
    a_mark(BEN, MarkKey.SAME),
    a_mark(CHIDI, MarkKey.SAME),
    replace(a_mark(DANA, MarkKey.DIFFERENT), has_words=True, shared_on=TODAY),
)
GOOD = {"scope": "broad", "firmness": "just_for_now", "turns": "7"}


def record(*, reading: SharedReading = SharedReading.SHARED) -> Record:
    """Return a record in which the line has been marked."""
    held = with_checks(replace(READ, reading=reading), marks=MARKS)
    said = (FROM_BEN, TURN, TO_ONESELF)
    return replace(held, contributions=said, interpretations=(an_interpretation(BEN, FROM_BEN, number=1),))


def recorded(held: Record, **answers: str) -> Effects[AfterForm]:
    """Ada sends the form in."""
    check = held.understanding_checks[0]
    return record_understanding(check, asking(ADA, held), sent(ADA, TICKET, MONDAY, **answers))


def test_it_is_kept_with_what_brought_it_back_and_who_sees_it_differently() -> None:
    """Scope, firmness, how many share it, and the day."""
    effects = recorded(record(), **GOOD, rests_on="I1")

    (kept,) = effects.keep
    assert isinstance(kept, Understanding)
    assert (kept.scope, kept.firmness, kept.shared_by) == (Scope.BROAD, Firmness.JUST_FOR_NOW, 2)
    assert (kept.returned_turns, kept.returned_lines) == ((TURN.id,), (LINE.id,))
    assert kept.seen_differently == (MARKS[2].id,)
    assert kept.based_on == (an_interpretation(BEN, FROM_BEN, number=1).id,)
    assert [part.phrase.key for part in effects.posts[0].message.below] == [
        "mark-differs",
        "record_understanding-came-back",
        "record_understanding-came-back",
        "record_understanding-rests-on",
    ]
    assert effects.deed is not None


@pytest.mark.parametrize("turns", ["", "1", "8", "9", "N1"])
def test_without_an_answer_of_one_person_to_another_there_is_none(turns: str) -> None:
    """Neither a text that answers nobody, nor an answer to oneself, nor a line."""
    reply = recorded(record(), **(GOOD | {"turns": turns})).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"turns"}


def test_a_refusal_does_not_tell_who_wrote_without_a_name() -> None:
    """Were an answer without a name refused as one to oneself, whoever asks would know its author."""
    unnamed = replace(TO_ONESELF, level=Attribution.UNNAMED, shown_name="")
    held = replace(record(), contributions=(FROM_BEN, TURN, unnamed))

    (kept,) = recorded(held, **(GOOD | {"turns": "8"})).keep
    offered = offer_record(READ, asking(ADA, held), pressed(ADA, TICKET)).reply

    assert isinstance(kept, Understanding)
    assert isinstance(offered, OpenForm)
    assert offered.form.values["turns"] == "#7, #8"


def test_an_answer_that_is_gone_brings_nothing_back() -> None:
    """It is not there for the group any more."""
    held = record()
    gone = replace(TURN, state=ContributionState.WITHDRAWN)

    assert isinstance(recorded(replace(held, contributions=(FROM_BEN, gone)), **GOOD).reply, RejectForm)


def test_what_is_missing_is_said_beside_its_field() -> None:
    """Also an interpretation that was never shared."""
    reply = recorded(record(), scope="", firmness="", turns="7", rests_on="I9").reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"scope", "firmness", "rests_on"}


def test_the_form_proposes_the_answers_that_people_gave_each_other() -> None:
    """And fits."""
    reply = offer_record(READ, asking(ADA, record()), pressed(ADA, TICKET)).reply

    assert isinstance(reply, OpenForm)
    assert reply.form.values["turns"] == "#7"
    assert len(reply.form.fields) <= FIELDS_IN_A_FORM


@pytest.mark.parametrize("reading", [SharedReading.NOT_SHARED, SharedReading.INCONCLUSIVE])
def test_what_is_not_shared_is_not_recorded_as_understood(reading: SharedReading) -> None:
    """It goes back to talk."""
    with pytest.raises(NotAllowed):
        recorded(record(reading=reading), **GOOD)


def test_it_is_recorded_once_and_not_before_it_is_read() -> None:
    """A further understanding takes a further check."""
    once = replace(record(), understandings=(an_understanding(),))
    with pytest.raises(NotAllowed):
        recorded(once, **GOOD)
    with pytest.raises(CheckInClosed):
        offer_record(MARKING, asking(ADA, with_checks(MARKING)), pressed(ADA, TICKET))

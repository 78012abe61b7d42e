"""A decision comes back on its day: keep it, amend it, or retire it."""

from dataclasses import replace

import pytest

from bot.actions.review import bring_back, offer_review, review
from bot.dialogue.decisions import Decision, DecisionState, StepKind
from bot.dialogue.dissent import Notes
from bot.dialogue.framework import Mechanism
from bot.dialogue.readings import Reading
from bot.dialogue.record import Record
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.scales import Gradient
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, RejectForm, Say, Silence
from tests.people import (
    A_WEEK,
    ADA,
    BEN,
    CHIDI,
    MONDAY,
    a_contribution,
    a_record,
    asking,
    came_due,
    pressed,
    sent,
)
from tests.statements import CLOSED, DECISION, NOTE, OBJECTION, STATEMENT, a_response, in_check_in

DAY = MONDAY + A_WEEK
REASONED = replace(a_response(BEN, Gradient.RESERVATIONS), has_reason=True)
PRIVATE = replace(a_response(CHIDI, Gradient.MINOR_POINT), has_reason=True, is_private=True)


def record() -> Record:
    """Return a record with a decision, a concern, a private one, a note, an objection and an intention."""
    kept = a_record((a_contribution(BEN, 1),))
    return replace(
        kept,
        rounds=tuple(replace(round, mechanism=Mechanism.INTENTIONS) for round in kept.rounds),
        statements=(STATEMENT,),
        check_ins=(CLOSED,),
        responses=(REASONED, PRIVATE),
        notes=(NOTE,),
        objections=(OBJECTION,),
        decisions=(DECISION,),
    )


def came(decision: Decision = DECISION) -> Effects[Silence]:
    """The day of the review comes."""
    return bring_back(decision, asking(None, record()), came_due(Ticket(Action.REVIEW, DECISION.id), DAY))


def test_everything_that_stood_beside_it_comes_back_with_it() -> None:
    """Notes directly under the text; what was said in private stays private; then what people came for."""
    (post,) = came().posts

    assert [message.phrase.key for message in post.message.below] == [
        "write_minority_note-shown",
        "decide-outcome-agreed",
        "decide-recorded",
        "decide-review-on",
        "review-concerns",
        "close_check_in-reason",
        "object_to-shown",
        "review-intentions",
        "open_check_in-view",
    ]
    assert [choice.ticket.choice for choice in post.message.choices] == ["keep", "amend", "retire"]


@pytest.mark.parametrize(
    "decision",
    [replace(DECISION, state=DecisionState.RETIRED), replace(DECISION, review_at=DAY + A_WEEK)],
)
def test_what_holds_no_longer_or_was_moved_does_not_come_back(decision: Decision) -> None:
    """An earlier moment that was overtaken does nothing."""
    assert came(decision) == Effects(reply=Silence())


def reviewed(choice: str, decision: Decision = DECISION, **answers: str) -> Effects[AfterForm]:
    """Ada sends in what the group made of it."""
    here = asking(ADA, CLOSED, Notes((NOTE,)), in_check_in())
    ticket = Ticket(Action.REVIEW, DECISION.id, choice)
    given = {"why": "It works.", "review": "in 30 days"} | answers
    return review(decision, here, sent(ADA, ticket, DAY, **given))


@pytest.mark.parametrize(
    ("choice", "state", "plans"),
    [
        ("keep", DecisionState.REVIEWED, 1),
        ("amend", DecisionState.REOPENED, 0),
        ("retire", DecisionState.RETIRED, 0),
    ],
)
def test_what_the_group_makes_of_it_is_kept_with_its_history(
    choice: str, state: DecisionState, plans: int
) -> None:
    """The reason stands in the record and in the ledger."""
    effects = reviewed(choice)

    decision = effects.keep[0]
    assert isinstance(decision, Decision)
    assert (decision.state, [step.kind for step in decision.history]) == (state, [StepKind(choice)])
    assert (decision.history[0].by, decision.history[0].why) == (ADA.id, "It works.")
    assert len([fact for fact in effects.keep if isinstance(fact, Occurrence)]) == plans
    assert effects.cancel == (DECISION.review,)
    assert effects.deed == Deed(action=Action.REVIEW, target=STATEMENT.id, reason="It works.")


def test_what_holds_only_for_now_needs_its_next_day() -> None:
    """And every answer needs a reason."""
    for_now = replace(DECISION, outcome=Reading.AGREED_FOR_NOW)
    for reply, field in (
        (reviewed("keep", for_now, review="").reply, "review"),
        (reviewed("retire", why=" ").reply, "why"),
    ):
        assert isinstance(reply, RejectForm)
        assert set(reply.problems) == {field}


def test_a_facilitator_can_look_at_it_earlier() -> None:
    """The same as on the day, privately, and then the form of what they chose."""
    shown = offer_review(DECISION, asking(ADA, record()), pressed(ADA, Ticket(Action.REVIEW, "d"))).reply
    form = offer_review(DECISION, asking(ADA), pressed(ADA, Ticket(Action.REVIEW, "d", "amend"))).reply

    assert isinstance(shown, Say)
    assert isinstance(form, OpenForm)
    assert [field.id for field in form.form.fields] == ["why"]
    with pytest.raises(NotFound):
        offer_review(DECISION, asking(ADA), pressed(ADA, Ticket(Action.REVIEW, "d", "replace")))
    with pytest.raises(NotAllowed):
        reviewed("keep", replace(DECISION, state=DecisionState.REPLACED))
    gone = replace(record(), statements=())
    with pytest.raises(NotFound):
        offer_review(DECISION, asking(ADA, gone), pressed(ADA, Ticket(Action.REVIEW, "d")))

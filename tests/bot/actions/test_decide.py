"""Recording what a group makes of a reading: by whom, and never an agreement that was not read."""

from dataclasses import replace

import pytest

from bot.actions.decide import decide, offer_decide
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.decisions import Decision, Decisions, DecisionState
from bot.dialogue.dissent import Notes
from bot.dialogue.methods import Method
from bot.dialogue.readings import AGREEMENTS, Reading
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.scales import Gradient
from bot.dialogue.statements import Statements
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed
from bot.identifiers import CheckInId, StatementId
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, RejectForm
from tests.people import ADA, BEN, DANA, MONDAY, asking, pressed, sent
from tests.statements import CHECK_IN, CLOSED, DECISION, NOTE, STATEMENT, a_response, in_check_in

TICKET = Ticket(Action.DECIDE, CLOSED.id)
ANSWERS = {"outcome": "agreed", "decided_by": "The meeting.", "review": "in 90 days", "measure": ""}


def here(*decisions: Decision) -> Asking:
    """Ada asks, where these decisions were made."""
    holds = in_check_in(a_response(BEN, Gradient.ENDORSE), a_response(DANA, Gradient.DISLIKE_WILL_SUPPORT))
    return asking(ADA, holds, Notes((NOTE,)), Statements((STATEMENT,)), Decisions(decisions))


def decided(check_in: CheckIn = CLOSED, *decisions: Decision, **answers: str) -> Effects[AfterForm]:
    """Ada sends the form in."""
    return decide(check_in, here(*decisions), sent(ADA, TICKET, MONDAY, **(ANSWERS | answers)))


def test_who_decided_is_recorded_by_name_and_it_comes_back_on_a_day() -> None:
    """The statement stands there with its notes directly under it."""
    effects = decided()

    decision, review = effects.keep
    assert isinstance(decision, Decision)
    assert isinstance(review, Occurrence)
    assert (decision.outcome, decision.decided_by, decision.member) == (
        Reading.AGREED,
        "The meeting.",
        ADA.id,
    )
    assert (review.due, review.ticket) == (decision.review_at, Ticket(Action.REVIEW, decision.id))
    assert effects.deed == Deed(action=Action.DECIDE, target=STATEMENT.id, reason="The meeting.")
    result, post = effects.posts
    assert Action.DECIDE not in {choice.ticket.action for choice in result.message.choices}
    assert [message.phrase.key for message in post.message.below] == [
        "write_minority_note-shown",
        "decide-outcome-agreed",
        "decide-recorded",
        "decide-review-on",
        "decide-differently",
    ]


@pytest.mark.parametrize("reading", [r for r in Reading if r is not Reading.WITHDRAWN])
def test_no_agreement_is_recorded_that_was_not_read(reading: Reading) -> None:
    """People can always record that they differ, or that they do not agree."""
    check_in = replace(CLOSED, reading=reading)
    reply = offer_decide(check_in, here(), pressed(ADA, TICKET)).reply

    assert isinstance(reply, OpenForm)
    offered = {option.key for option in reply.form.fields[0].options}
    assert offered == {reading, Reading.AGREED_TO_DIFFER, Reading.NOT_AGREED}
    for other in AGREEMENTS - {reading}:
        refused = decided(check_in, outcome=other).reply
        assert isinstance(refused, RejectForm)
        assert set(refused.problems) == {"outcome"}


def test_what_holds_only_for_now_needs_a_day_on_which_it_comes_back() -> None:
    """Consent is good until its review; an agreement may have one; the rest has none."""
    consent = replace(CLOSED, method=Method.CONSENT, reading=Reading.AGREED_FOR_NOW)
    refused = decided(consent, outcome="agreed_for_now", review="").reply

    assert isinstance(refused, RejectForm)
    assert set(refused.problems) == {"review"}
    assert len(decided(consent, outcome="agreed_for_now").keep) == 2
    assert len(decided(review="").keep) == 1
    assert len(decided(outcome="not_agreed").keep) == 1


def test_a_fallback_is_recorded_beside_and_never_in_place() -> None:
    """People apply it; the form asks only where one was stated before."""
    blocked = replace(CLOSED, reading=Reading.BLOCKED, fallback="A vote.")
    reply = offer_decide(blocked, here(), pressed(ADA, TICKET)).reply

    assert isinstance(reply, OpenForm)
    assert [field.id for field in reply.form.fields] == [
        "outcome",
        "decided_by",
        "review",
        "measure",
        "result",
    ]
    (decision,) = decided(blocked, outcome="blocked", result="5 to 1.").keep
    assert isinstance(decision, Decision)
    assert (decision.outcome, decision.fallback) == (Reading.BLOCKED, "5 to 1.")


def test_a_later_decision_takes_the_place_of_an_earlier_one() -> None:
    """Which stays in the record with its history; its review falls away."""
    edition = replace(STATEMENT, id=StatementId("edition-2"), edition=2)
    editions = Statements((STATEMENT, edition))
    asked = asking(ADA, in_check_in(), Notes(()), editions, Decisions((DECISION,)))
    check_in = replace(CLOSED, id=CheckInId("another"), statement=edition.id)
    effects = decide(check_in, asked, sent(ADA, TICKET, MONDAY, **ANSWERS))

    (before,) = (fact for fact in effects.keep if isinstance(fact, Decision) and fact.id == DECISION.id)
    assert before.state is DecisionState.REPLACED
    assert effects.cancel == (DECISION.review,)


@pytest.mark.parametrize(
    ("check_in", "decisions"),
    [
        (CHECK_IN, ()),
        (replace(CLOSED, reading=None), ()),
        (replace(CLOSED, method=Method.SENSE_CHECK), ()),
        (CLOSED, (DECISION,)),
    ],
)
def test_only_what_was_read_is_recorded_and_only_once(
    check_in: CheckIn, decisions: tuple[Decision, ...]
) -> None:
    """A sense check never yields a decision."""
    with pytest.raises(NotAllowed):
        offer_decide(check_in, here(*decisions), pressed(ADA, TICKET))
    with pytest.raises(NotAllowed):
        decided(check_in, *decisions)

"""Opening a check-in: what stays apart first, then the rule, then everything is fixed."""

from dataclasses import replace

import pytest

from bot.actions.open_check_in import offer_check_in, open_check_in
from bot.dialogue.check_ins import CheckIn, OpenCheckIns
from bot.dialogue.contributions import ContributionState
from bot.dialogue.divergences import Divergence
from bot.dialogue.methods import MANNERS, Method, methods_for
from bot.dialogue.readings import Stakes
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.standing import Everybody
from bot.dialogue.statements import Statement, Statements
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.errors import NotAllowed, NotFound
from bot.identifiers import DivergenceId
from bot.speech.asking import Asking
from bot.speech.effects import Deed, OpenForm, RejectForm, Say
from bot.speech.messages import OPTIONS_IN_A_FIELD
from tests.people import (
    ADA,
    BEN,
    CHIDI,
    EVERYBODY,
    GARDEN,
    MONDAY,
    a_contribution,
    a_record,
    asking,
    pressed,
    sent,
    typed,
)
from tests.statements import CHECK_IN, STATEMENT

ONE = Ticket(Action.OPEN_CHECK_IN, GARDEN.id, "1")
GRADIENTS = Ticket(Action.OPEN_CHECK_IN, GARDEN.id, "1.gradients")
ANSWERS = {
    "reason": "Everybody was asked.",
    "rule": "The meeting decides.",
    "stakes": "high",
    "closes": "in 3 days",
}
FIRST = a_contribution(BEN, 1)
SECOND = a_contribution(CHIDI, 2, to=FIRST, turn=TurnKind.DIFFER)
ANSWERED = a_contribution(BEN, 3, to=SECOND, turn=TurnKind.ANSWER)


def here(*statements: Statement, is_open: bool = False, people: int = 4, have_talked: bool = False) -> Asking:
    """Ada asks, among these statements."""
    record = a_record((FIRST, SECOND, ANSWERED) if have_talked else ())
    if have_talked:
        apart = Divergence(
            id=DivergenceId("apart"),
            dialogue=GARDEN.id,
            positions=(FIRST.id, SECOND.id),
            marked_by=CHIDI.id,
            made_at=MONDAY,
        )
        record = replace(record, divergences=(apart,))
    open_now = OpenCheckIns((CHECK_IN,) if is_open else ())
    return asking(ADA, Statements(statements), open_now, Everybody(EVERYBODY[:people]), record)


def keys_below(reply: object) -> list[str]:
    """Return what is said below a message."""
    assert isinstance(reply, Say)
    return [message.phrase.key for message in reply.message.below]


def test_what_stays_apart_is_shown_first() -> None:
    """Whoever asks a group to agree has looked at what does not."""
    reply = offer_check_in(GARDEN, here(STATEMENT, have_talked=True), pressed(ADA, ONE)).reply

    assert keys_below(reply) == [
        "open_check_in-apart",
        "open_check_in-view",
        "open_check_in-view",
        "open_check_in-missing",
    ]


def test_it_is_said_when_nobody_talked() -> None:
    """Collected views are no dialogue; the bot warns and blocks nothing."""
    event = typed(ADA, Ticket(Action.OPEN_CHECK_IN), MONDAY, about="1")

    assert keys_below(offer_check_in(GARDEN, here(STATEMENT), event).reply) == [
        "open_check_in-nothing-apart",
        "open_check_in-not-talked",
        "open_check_in-missing",
    ]


@pytest.mark.parametrize("people", [2, 4])
def test_going_on_shows_the_ways_to_ask(people: int) -> None:
    """Each with the line that says when it is meant; two people have a way of their own, proposed first."""
    go_on = Ticket(Action.OPEN_CHECK_IN, GARDEN.id, "1.go")
    reply = offer_check_in(GARDEN, here(STATEMENT, people=people), pressed(ADA, go_on)).reply

    assert isinstance(reply, Say)
    ways = [choice.ticket.choice for part in reply.message.below for choice in part.choices]
    assert ways == [*(f"1.{method}" for method in methods_for(people)), "1"]
    assert len(ways) <= OPTIONS_IN_A_FIELD
    assert keys_below(reply)[-1] == "open_check_in-when-none"
    assert (ways[0] == "1.two_person") == (people == 2)


OWN = {"gradients": ["stakes"], "consent": ["concerns"], "consensus": ["binds"]}


@pytest.mark.parametrize("method", Method)
def test_a_way_opens_its_form(method: Method) -> None:
    """Five fields at most, as many as the smallest platform has; the open time is proposed."""
    people = 2 if method is Method.TWO_PERSON else 4
    event = pressed(ADA, Ticket(Action.OPEN_CHECK_IN, GARDEN.id, f"1.{method}"))
    reply = offer_check_in(GARDEN, here(STATEMENT, people=people), event).reply

    assert isinstance(reply, OpenForm)
    rule = ["rule", "fallback"] if MANNERS[method].leads_to_decision else []
    assert [field.id for field in reply.form.fields] == ["reason", *rule, *OWN.get(method, []), "closes"]
    assert reply.form.values["closes"] == f"in {MANNERS[method].days} days at 18:00"


def test_what_is_not_meant_for_so_many_is_refused() -> None:
    """Between two people there is no majority, and among more the form of two says nothing."""
    for refused, step, people in (
        (NotAllowed, "gradients", 2),
        (NotAllowed, "two_person", 3),
        (NotFound, "dice", 3),
    ):
        with pytest.raises(refused):
            offer_check_in(
                GARDEN,
                here(STATEMENT, people=people),
                pressed(ADA, Ticket(Action.OPEN_CHECK_IN, GARDEN.id, f"1.{step}")),
            )


def opened(method: str, **answers: str) -> CheckIn:
    """Return the check-in that opens."""
    form = Ticket(Action.OPEN_CHECK_IN, GARDEN.id, f"1.{method}")
    effects = open_check_in(GARDEN, here(STATEMENT), sent(ADA, form, MONDAY, **(ANSWERS | answers)))
    check_in = effects.keep[0]
    assert isinstance(check_in, CheckIn)
    return check_in


def test_what_a_way_needs_to_be_said_is_kept_with_it() -> None:
    """Who is bound, whether concerns are noted and what follows otherwise is said before it opens."""
    assert opened("consent", concerns="yes").scale == "consent-with-concerns"
    assert opened("consent").scale == "consent"
    assert opened("consensus", binds="yes").stand_aside_binds
    assert not opened("consensus", binds="no").stand_aside_binds
    assert opened("consensus", binds="no", fallback=" A vote. ").fallback == "A vote."
    assert (opened("sense_check").rule, opened("sense_check").scale) == ("", "sense-check")
    unsaid = sent(ADA, Ticket(Action.OPEN_CHECK_IN, GARDEN.id, "1.consensus"), MONDAY, **ANSWERS)
    reply = open_check_in(GARDEN, here(STATEMENT), unsaid).reply
    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"binds"}


def test_without_a_number_the_statements_are_listed() -> None:
    """Nobody has to know numbers by heart."""
    bare = Ticket(Action.OPEN_CHECK_IN, GARDEN.id)

    assert keys_below(offer_check_in(GARDEN, here(STATEMENT), pressed(ADA, bare)).reply) == ["propose-shared"]
    nothing = offer_check_in(GARDEN, here(), pressed(ADA, bare)).reply
    assert isinstance(nothing, Say)
    assert nothing.message.phrase.key == "open_check_in-no-statement"


def test_everything_is_fixed_when_it_opens() -> None:
    """Who is asked, by which rule, until when; and why now stands in the ledger."""
    effects = open_check_in(GARDEN, here(STATEMENT), sent(ADA, GRADIENTS, MONDAY, **ANSWERS))

    check_in, closing = effects.keep
    assert isinstance(check_in, CheckIn)
    assert isinstance(closing, Occurrence)
    assert check_in.eligible == tuple(member.id for member in EVERYBODY)
    assert (check_in.quorum, check_in.stakes, check_in.levels) == (3, Stakes.HIGH, GARDEN.levels)
    assert (check_in.statement, check_in.rule) == (STATEMENT.id, "The meeting decides.")
    assert closing.due == check_in.closes_at
    assert closing.ticket == Ticket(Action.CLOSE_CHECK_IN, check_in.id)
    assert effects.deed == Deed(
        action=Action.OPEN_CHECK_IN, target=STATEMENT.id, reason="Everybody was asked."
    )
    assert [str(post.id) for post in effects.posts] == [check_in.id]


def test_going_on_needs_a_reason_and_a_rule() -> None:
    """What is missing is said beside each field."""
    answers = {"reason": "", "rule": " ", "stakes": "", "closes": "yesterday"}
    reply = open_check_in(GARDEN, here(STATEMENT), sent(ADA, GRADIENTS, MONDAY, **answers)).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"reason", "rule", "closes"}


def test_it_opens_once_for_texts_that_are_there_and_groups_of_two() -> None:
    """Two check-ins on one text would ask people twice."""
    gone = replace(STATEMENT, state=ContributionState.ERASED)
    for refused, asked in (
        (NotAllowed, here(STATEMENT, is_open=True)),
        (NotAllowed, here(STATEMENT, people=1)),
        (NotFound, here(gone)),
        (NotFound, here()),
    ):
        with pytest.raises(refused):
            open_check_in(GARDEN, asked, sent(ADA, GRADIENTS, MONDAY, **ANSWERS))

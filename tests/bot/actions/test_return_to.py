"""Going back to an earlier part, with a reason."""

import pytest

from bot.actions.return_to import offer_return, return_to
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.pointers import PointerKind
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.ways_back import WayBack
from bot.errors import NotFound
from bot.speech.effects import OpenForm, RejectForm, Say
from tests.people import ADA, BEN, GARDEN, MONDAY, a_contribution, a_record, asking, pressed, sent
from tests.ways import REASON

LIFT = a_contribution(BEN)
HERE = asking(ADA, a_record((LIFT,)))
FREE = Ticket(Action.RETURN_TO, GARDEN.id)
FROM_ROUND = Ticket(Action.RETURN_TO, GARDEN.id, "round.round-1")
ANSWERS = {"mechanism": "intentions", "theme": "why", "reason": REASON}


def test_the_form_lists_what_one_can_come_from() -> None:
    """The question of the garden can be named, and the dialogue as a whole."""
    reply = offer_return(GARDEN, HERE, pressed(ADA, FREE)).reply

    assert isinstance(reply, OpenForm)
    source = next(field for field in reply.form.fields if field.id == "source")
    assert [option.key for option in source.options] == ["whole", "round.round-1"]


def test_a_button_has_said_what_one_comes_from() -> None:
    """Nobody has to find again what they have just looked at."""
    reply = offer_return(GARDEN, HERE, pressed(ADA, FROM_ROUND)).reply

    assert isinstance(reply, OpenForm)
    assert [field.id for field in reply.form.fields] == ["mechanism", "theme", "reason"]
    assert reply.form.ticket == FROM_ROUND


@pytest.mark.parametrize("choice", ["round.other", "statement.round-1", "7", f"contribution.{LIFT.id}x"])
def test_what_is_not_there_leads_nowhere(choice: str) -> None:
    """A forged button names nothing that its reader cannot see."""
    ticket = Ticket(Action.RETURN_TO, GARDEN.id, choice)

    with pytest.raises(NotFound):
        offer_return(GARDEN, HERE, pressed(ADA, ticket))
    with pytest.raises(NotFound):
        return_to(GARDEN, HERE, sent(ADA, ticket, MONDAY, **ANSWERS))


@pytest.mark.parametrize(
    ("choice", "kind", "number"),
    [
        ("round.round-1", PointerKind.ROUND, 1),
        (f"contribution.{LIFT.id}", PointerKind.CONTRIBUTION, 1),
        ("whole", None, 0),
    ],
)
def test_the_way_back_is_kept_with_its_reason(choice: str, kind: PointerKind | None, number: int) -> None:
    """And nothing is posted before there is a question."""
    effects = return_to(GARDEN, HERE, sent(ADA, FREE, MONDAY, source=choice, **ANSWERS))

    (way,) = effects.keep
    assert isinstance(way, WayBack)
    assert (way.source_kind, way.source_number) == (kind, number)
    assert (way.mechanism, way.theme, way.reason) == (Mechanism.INTENTIONS, Theme.WHY, REASON)
    assert (effects.posts, effects.deed, way.round) == ((), None, None)


def test_the_questions_of_that_part_are_offered() -> None:
    """Any of the library, or own words; each button leads on with this way back."""
    effects = return_to(GARDEN, HERE, sent(ADA, FROM_ROUND, MONDAY, **ANSWERS))

    assert isinstance(effects.reply, Say)
    message = effects.reply.message
    tickets = [choice.ticket for part in (message, *message.below) for choice in part.choices]
    assert {ticket.action for ticket in tickets} == {Action.ASK_AGAIN}
    assert [ticket.choice for ticket in tickets] == ["intentions.why", "INT-1", "INT-8"]
    assert all(len(str(ticket)) <= 100 for ticket in tickets)


@pytest.mark.parametrize("missing", ["mechanism", "theme", "reason"])
def test_a_way_back_needs_all_of_it(missing: str) -> None:
    """Members read the reason, so there is none without."""
    event = sent(ADA, FROM_ROUND, MONDAY, **(ANSWERS | {missing: " "}))

    reply = return_to(GARDEN, HERE, event).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"reason" if missing == "reason" else "mechanism"}
    assert reply.answers == event.answers

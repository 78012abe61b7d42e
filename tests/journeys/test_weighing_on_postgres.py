"""A group weighs a statement on PostgreSQL: everything kept of it comes back as it does from a file."""

import json

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from storage.ledger import verify_all
from tests.fakes.group import key_of
from tests.fakes.real_postgres import open_emptied
from tests.fakes.weighing import Weighing

SAID = {"part": "The lift.", "harm": "It takes the money.", "need": "Stairs.", "idea": "A ramp."}


@pytest.fixture
def weighing() -> Weighing:
    """Six people at a server of their own."""
    return Weighing(database=open_emptied())


def test_from_an_objection_to_a_decision_that_is_erased_from(weighing: Weighing) -> None:
    """Questions, objections, notes, decisions and what leaving and erasing do to them."""
    group = weighing.group
    weighing.propose()
    weighing.open(method="consent", fallback="We ask the council.")
    weighing.respond("Fay", "question", "Who pays?")
    group.sends("Gwen", Ticket(Action.OBJECT_TO, weighing.check_in), level="named", **SAID)
    for who in ("Ben", "Chidi", "Dana", "Fay"):
        weighing.respond(who, "consent")
    weighing.close()
    weighing.write_note("Chidi", "Stairs would do.")
    with group.store.looking() as connection:
        objection = str(connection.exec_driver_sql("SELECT id FROM objection").scalar_one())
    group.presses("Ada", Ticket(Action.ASK_OBJECTOR, objection))
    group.presses("Gwen", Ticket(Action.SETTLE_OBJECTION, objection, "met"))
    recorded = {"outcome": "agreed_for_now", "decided_by": "All of us.", "review": "in 90 days"}
    group.sends("Ada", Ticket(Action.DECIDE, weighing.check_in), **recorded)
    group.clock.pass_by(days=91)
    group.let_come_due()
    group.does("Gwen", Action.ERASE, weighing.dialogue, "yes")
    group.presses("Chidi", Ticket(Action.LEAVE, weighing.dialogue, "unname.yes"))

    assert "Does it still fit?" in weighing.posts()
    (check_in,) = json.loads(weighing.file(FileKind.JSON))["statements"][0]["check_ins"]
    assert (check_in["counts"]["responded"], check_in["reading"]) == (5, "agreed_for_now")
    assert (check_in["objections"][0]["standing"], check_in["objections"][0]["harm"]) == ("met", "")
    assert (check_in["decision"]["state"], check_in["decision"]["decided_by"]) == ("made", "All of us.")
    assert key_of(weighing.respond("Ben", "consent").reply) == "respond-closed"
    with group.store.looking() as connection:
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())
    group.close()

"""From consent to its review: recorded by people, back on its day, amended, and replaced by a later one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from storage.ledger import verify_all
from tests.fakes.group import key_of
from tests.fakes.weighing import TEXT, Weighing

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "record.schema.json").read_text(encoding="utf-8"))
CONCERN, NOTE, INTENTION = "It may be loud.", "I would rather have stairs.", "I want to meet my neighbours."
RECORDED = {
    "outcome": "agreed_for_now",
    "decided_by": "The residents.",
    "review": "in 90 days",
    "measure": "Visits.",
}


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people who said why they are here, and gave their consent; one has a concern, one a note."""
    made = Weighing()
    made.group.say("Ben", made.group.ask(made.dialogue, about="intentions.why"), INTENTION)
    made.propose()
    made.open(method="consent", concerns="yes")
    for who in ("Ben", "Chidi", "Dana"):
        made.respond(who, "consent")
    made.respond("Gwen", "consent_concern", CONCERN)
    made.close()
    made.write_note("Fay", NOTE)
    yield made
    made.group.close()


def decision(weighing: Weighing) -> Any:
    """Return the first decision as the file tells it."""
    record = json.loads(weighing.file(FileKind.JSON))
    Draft202012Validator(SCHEMA).validate(record)
    return record["statements"][0]["check_ins"][0]["decision"]


def record_it(weighing: Weighing, **answers: str) -> str:
    """Ada records what the group decided; return what she is told."""
    ticket = Ticket(Action.DECIDE, weighing.check_in)
    return key_of(weighing.group.sends("Ada", ticket, **(RECORDED | answers)).reply)


def test_people_decide_and_the_group_looks_at_it_again(weighing: Weighing) -> None:
    """Nothing that stood beside it is lost on the way."""
    assert decision(weighing) is None
    assert record_it(weighing) == "decide-kept"
    posts = weighing.posts()
    assert "The group goes along for now." in posts
    assert "The residents." in posts
    weighing.write_note("Fay", NOTE + " With rails.")
    told = weighing.group.channel
    weighing.group.deliver()
    made = next(lines for id, lines in told.items() if id == str(decision(weighing)["id"]))
    assert any("With rails." in line for line in made), "a note stands under the text in every post"

    weighing.group.clock.pass_by(days=91)
    weighing.group.let_come_due()
    weighing.group.deliver()
    back = next("\n".join(lines) for id, lines in weighing.group.channel.items() if id.startswith("review-"))
    for words in (TEXT, CONCERN, NOTE, INTENTION):
        assert words in back

    ticket = Ticket(Action.REVIEW, str(decision(weighing)["id"]), "amend")
    assert key_of(weighing.group.sends("Ben", ticket, why="x").reply) == "refusals-facilitators-only"
    assert key_of(weighing.group.sends("Ada", ticket, why="Stairs too.").reply) == "review-kept-amend"
    assert decision(weighing)["state"] == "reopened"
    assert key_of(weighing.group.sends("Ada", ticket, why="Again.").reply) == "review-not-any-more"
    for kind in (FileKind.MARKDOWN, FileKind.HTML):
        page = weighing.file(kind)
        assert (
            page.index("I would rather have stairs") < page.index("The residents") < page.index("Stairs too")
        )
    with weighing.group.store.looking() as connection:
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())


def test_a_later_decision_takes_the_place_of_the_earlier_one(weighing: Weighing) -> None:
    """The earlier one stays in the record, with what became of it."""
    record_it(weighing)
    weighing.propose("Ada", "A garden with stairs.", "1")
    weighing.open(method="consent")
    for who in ("Ben", "Chidi", "Dana", "Fay"):
        weighing.respond(who, "consent")
    weighing.close()
    record_it(weighing)

    assert decision(weighing)["state"] == "replaced"
    weighing.group.clock.pass_by(days=91)
    weighing.group.let_come_due()
    weighing.group.deliver()
    assert len([id for id in weighing.group.channel if id.startswith("review-")]) == 1


def test_the_group_itself_confirms_a_reading(weighing: Weighing) -> None:
    """No facilitator has to; whoever was asked counts once."""
    ticket = Ticket(Action.AGREE_READING, weighing.check_in)
    for who in ("Ben", "Ben", "Chidi", "Dana"):
        assert key_of(weighing.group.presses(who, ticket).reply) == "agree_reading-counted"
    assert key_of(weighing.group.presses("Fay", ticket).reply) == "agree_reading-confirmed"

    assert decision(weighing)["recorded_by"] == ""
    assert "The group itself" in weighing.posts()
    assert record_it(weighing) == "decide-already"


def test_no_agreement_is_recorded_that_was_not_read(weighing: Weighing) -> None:
    """The bot reads, people decide, and neither makes up the other."""
    assert record_it(weighing, outcome="agreed") == "outcome: decide-no-outcome"
    assert record_it(weighing, review="") == "review: decide-needs-review"
    assert record_it(weighing, outcome="agreed_to_differ", review="") == "decide-kept"
    assert decision(weighing)["outcome"] == "agreed_to_differ"

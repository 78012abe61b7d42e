"""A question before the response: asked at once, answered by anybody, and nothing is read until then."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.weighing import Weighing

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "record.schema.json").read_text(encoding="utf-8"))
QUESTION, ANSWER = "Who pays for the lift?", "The council does, for ten years."


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people who are asked for consent; Gwen needs something answered first."""
    made = Weighing()
    made.propose()
    made.open(method="consent")
    made.respond("Gwen", "question", QUESTION)
    for who in ("Ben", "Chidi", "Dana"):
        made.respond(who, "consent")
    yield made
    made.group.close()


def answer_ticket(weighing: Weighing) -> Ticket:
    """Return the button under the question."""
    with weighing.group.store.looking() as connection:
        remark = connection.exec_driver_sql("SELECT id FROM remark").scalar_one()
    return Ticket(Action.ANSWER_QUESTION, str(remark))


def test_a_check_in_waits_for_an_answer_and_goes_on(weighing: Weighing) -> None:
    """Whoever needs to know something first is not carried along by the clock."""
    assert QUESTION in weighing.posts()
    assert key_of(weighing.close().reply) == "close_check_in-question-waits"
    weighing.group.clock.pass_by(days=6)
    weighing.group.let_come_due()
    assert "The check-in stays open, because a question waits" in weighing.posts()

    weighing.group.sends("Fay", answer_ticket(weighing), body=ANSWER, level="named")
    assert f"Fay answers:\n{ANSWER}" in weighing.posts()
    assert "Respond anew" in "\n".join(lines_of(weighing.group.does("Gwen", Action.SHOW_MINE)))
    weighing.respond("Gwen", "consent")
    weighing.group.clock.pass_by(days=2)
    weighing.group.let_come_due()

    assert "Nobody objects." in "\n".join(weighing.result())
    for kind in (FileKind.MARKDOWN, FileKind.HTML):
        assert weighing.file(kind).index("Who pays") < weighing.file(kind).index("for ten years")
    record = json.loads(weighing.file(FileKind.JSON))
    Draft202012Validator(SCHEMA).validate(record)
    assert [each["words"] for each in record["statements"][0]["check_ins"][0]["remarks"]] == [
        QUESTION,
        ANSWER,
    ]
    assert QUESTION in weighing.file(FileKind.OWN, "Gwen", Action.MY_DATA)
    assert ANSWER not in weighing.file(FileKind.OWN, "Gwen", Action.MY_DATA)


def test_a_question_nobody_answers_holds_it_for_a_week_and_then_nothing_is_read(weighing: Weighing) -> None:
    """What was asked and never answered is no agreement."""
    for days in (6, 8):
        weighing.group.clock.pass_by(days=days)
        weighing.group.let_come_due()

    assert "a question was not answered" in "\n".join(weighing.result())


def test_a_check_in_can_be_withdrawn_and_stays_in_the_record(weighing: Weighing) -> None:
    """With a reason that everybody reads, and with nothing of what was responded."""
    ticket = Ticket(Action.WITHDRAW_CHECK_IN, weighing.check_in)
    weighing.group.sends("Ada", ticket, reason="Nobody knows yet.")
    weighing.group.clock.pass_by(days=9)
    weighing.group.let_come_due()

    assert "Nobody knows yet." in weighing.posts()
    assert "Nobody knows yet." in weighing.lists("Ben")
    record = json.loads(weighing.file(FileKind.JSON))
    Draft202012Validator(SCHEMA).validate(record)
    (check_in,) = record["statements"][0]["check_ins"]
    assert (check_in["state"], check_in["counts"], check_in["responses"]) == ("withdrawn", None, [])
    assert "Nobody knows yet." in weighing.file(FileKind.MARKDOWN)


def test_erasing_takes_a_question_away_and_holds_nothing_up(weighing: Weighing) -> None:
    """A marker stays where it stood."""
    weighing.group.does("Gwen", Action.ERASE, weighing.dialogue, "yes")
    weighing.close()

    told = weighing.posts() + weighing.file(FileKind.MARKDOWN) + weighing.file(FileKind.JSON)
    assert QUESTION not in told
    assert "Eligible 6 · responded 3 · passed 0 · no response 3" in "\n".join(weighing.result())


def test_too_few_responses_are_extended_once() -> None:
    """Only after the time is up, so that nobody learns earlier how many have responded."""
    weighing = Weighing()
    weighing.propose()
    weighing.open(closes="in 1 day")
    weighing.respond("Ben", "endorse")
    extend = Ticket(Action.EXTEND_CHECK_IN, weighing.check_in)
    assert key_of(weighing.group.presses("Ada", extend).reply) == "extend_check_in-not-now"
    weighing.group.clock.pass_by(days=1, hours=8)
    weighing.group.let_come_due()

    assert key_of(weighing.group.presses("Ben", extend).reply) == "refusals-facilitators-only"
    weighing.group.presses("Ada", extend)
    assert "The check-in is extended" in weighing.posts()
    assert key_of(weighing.group.presses("Ada", extend).reply) == "extend_check_in-not-now"
    for who in ("Chidi", "Dana", "Gwen"):
        weighing.respond(who, "endorse")
    weighing.group.clock.pass_by(days=6)
    weighing.group.let_come_due()

    assert "Support is broad." in weighing.result()
    assert json.loads(weighing.file(FileKind.JSON))["statements"][0]["check_ins"][0]["extended"]
    weighing.group.close()


def test_comments_are_open_to_whoever_came_late(weighing: Weighing) -> None:
    """They count for nothing, and are kept."""
    weighing.group.join("Hal", weighing.dialogue)
    comment = Ticket(Action.COMMENT, weighing.check_in)
    weighing.group.sends("Hal", comment, body="And the stairs?", level="named")

    assert "Hal comments:\nAnd the stairs?" in weighing.posts()
    assert "And the stairs?" in weighing.file(FileKind.MARKDOWN)
    assert "And the stairs?" in weighing.lists("Ben")

"""Saying whether what was taken on is done."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind, RejectForm
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.tickets_in import tickets_in
from tests.fakes.weighing import Weighing

TAKEN_ON = {"what": "Ask three firms", "doer": "Ben", "when": "in 14 days", "sources": ""}
SCHEMA = Path(__file__).parents[3] / "docs" / "record.schema.json"


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people, of whom Ben took something on."""
    made = Weighing()
    made.group.sends("Ben", Ticket(Action.COMMIT, made.dialogue), **TAKEN_ON)
    yield made
    made.group.close()


def button(weighing: Weighing, who: str) -> Ticket:
    """Return the button that somebody finds."""
    found = tickets_in(weighing.group.does(who, Action.SHOW_FOLLOW_UP))
    return next(ticket for ticket in found if ticket.action is Action.SETTLE)


def test_whoever_took_it_on_says_how_it_stands(weighing: Weighing) -> None:
    """Done, or not done and why."""
    form = button(weighing, "Ben")
    weighing.group.sends("Ben", form, progress="not_done", why_not="Two did not answer.")

    text = "\n".join(lines_of(weighing.group.does("Gwen", Action.SHOW_FOLLOW_UP)))
    assert "Not done" in text
    assert "Two did not answer." in text
    record = json.loads(weighing.file(FileKind.JSON))
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(record)
    assert record["mirror"]["commitments"][0]["why_not"] == "Two did not answer."
    assert "Two did not answer." in weighing.file(FileKind.MARKDOWN).replace("\\", "")
    weighing.group.sends("Ben", form, progress="done", why_not="Left over")
    text = "\n".join(lines_of(weighing.group.does("Gwen", Action.SHOW_FOLLOW_UP)))
    assert "Left over" not in text


def test_not_done_needs_its_reason(weighing: Weighing) -> None:
    """And nothing but the three is known."""
    form = button(weighing, "Ben")

    for answers, wrong in (({"progress": "not_done"}, "why_not"), ({"progress": "late"}, "progress")):
        reply = weighing.group.sends("Ben", form, **answers).reply
        assert isinstance(reply, RejectForm)
        assert set(reply.problems) == {wrong}


def test_a_day_that_passes_says_nothing(weighing: Weighing) -> None:
    """Nobody is late before somebody says so."""
    weighing.group.clock.pass_by(days=60)
    weighing.group.let_come_due()

    assert "until 18 May 2026: Open." in "\n".join(
        lines_of(weighing.group.does("Gwen", Action.SHOW_FOLLOW_UP))
    )


def test_others_cannot_say_it_and_facilitators_can(weighing: Weighing) -> None:
    """Somebody who is gone must not keep it open for ever."""
    form = button(weighing, "Ada")

    for answer in (weighing.group.presses("Gwen", form), weighing.group.sends("Gwen", form, progress="done")):
        assert key_of(answer.reply) == "settle-not-yours"
    assert key_of(weighing.group.sends("Ada", form, progress="done").reply) == "settle-thanks"


def test_what_its_author_erased_is_gone(weighing: Weighing) -> None:
    """There is nothing left to say."""
    form = button(weighing, "Ben")
    weighing.group.does("Ben", Action.ERASE, weighing.dialogue, "yes")

    assert key_of(weighing.group.presses("Ada", form).reply) == "refusals-not-found"
    assert "Ask three firms" not in "\n".join(lines_of(weighing.group.does("Gwen", Action.SHOW_FOLLOW_UP)))

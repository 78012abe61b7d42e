"""Each way of asking, from the question to the file: what people respond, and in which words it is read."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from tests.fakes.weighing import Weighing

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "record.schema.json").read_text(encoding="utf-8"))
AVERAGE = ("average", "mean", "median", "%")


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people who consider a statement."""
    made = Weighing()
    made.propose()
    yield made
    made.group.close()


WAYS: list[tuple[str, dict[str, str], str]] = [
    (
        "gradients",
        {"Ben": "endorse", "Dana": "reservations", "Gwen": "endorse", "Fay": "endorse"},
        "Support is broad.",
    ),
    (
        "consent",
        {"Ben": "consent", "Dana": "consent", "Gwen": "consent", "Fay": "consent"},
        "Nobody objects.",
    ),
    ("consent", {"Ben": "consent", "Dana": "objection"}, "Somebody objects"),
    (
        "consensus",
        {"Ben": "agree", "Dana": "reservations", "Gwen": "agree", "Fay": "agree"},
        "some see it differently",
    ),
    ("consensus", {"Ben": "block"}, "One person blocks this."),
    ("fist_to_five", {"Ben": "3", "Dana": "3", "Gwen": "3", "Fay": "3"}, "Nobody here is keen."),
    ("fist_to_five", {"Ben": "0"}, "One person says no"),
    ("sense_check", {"Ben": "looks_good", "Dana": "concern"}, "A sense check decides nothing."),
    (
        "rings_true",
        {"Ben": "rings_true,missing", "Dana": "partly"},
        "what was changed after them and what was not",
    ),
    ("firmness", {"Ben": "just_for_now", "Dana": "firm"}, "They decide nothing."),
]


@pytest.mark.parametrize(("method", "given", "read"), WAYS)
def test_a_group_is_asked(weighing: Weighing, method: str, given: dict[str, str], read: str) -> None:
    """What is read stands in the post and in every file, in the same words, and never as one figure."""
    weighing.open(method=method, binds="no", fallback="We ask the council.")
    for who, key in given.items():
        weighing.respond(who, key, "So that it is quiet.")
    weighing.close()

    result = "\n".join(weighing.result())
    record = json.loads(weighing.file(FileKind.JSON))
    assert read in result
    assert read in weighing.file(FileKind.MARKDOWN)
    assert read in weighing.file(FileKind.HTML)
    Draft202012Validator(SCHEMA).validate(record)
    (check_in,) = record["statements"][0]["check_ins"]
    assert check_in["method"] == method
    assert check_in["counts"]["responded"] == len(given)
    assert check_in["reading"] is None or "Does the group read it this way?" in result
    assert not any(word in result for word in AVERAGE)


def test_two_people_ask_each_other() -> None:
    """No minimum size keeps two people from the whole loop."""
    two = Weighing("Ben")
    two.propose()
    two.open(method="two_person")
    two.respond("Ada", "yes")
    two.respond("Ben", "yes_if", "If the lift is quiet.")
    two.close()

    result = two.result()
    assert "Eligible 2 · responded 2 · passed 0 · no response 0 · left since opening 0" in result
    assert any("What has to be met may become the next edition." in line for line in result)
    two.group.close()


def test_a_reason_given_in_private_stays_with_the_facilitators(weighing: Weighing) -> None:
    """The record says that there is one, and no file holds it."""
    weighing.open()
    weighing.respond("Gwen", "serious_disagreement", "I am afraid of him.", private="facilitators")
    weighing.close()

    told = weighing.posts() + "".join(weighing.file(kind) for kind in (FileKind.MARKDOWN, FileKind.JSON))
    assert "I am afraid of him." not in told
    assert "A reason was given in private." in told
    assert "I am afraid of him." in weighing.lists("Ada")
    assert "I am afraid of him." not in weighing.lists("Ben")
    assert "I am afraid of him." in weighing.file(FileKind.OWN, "Gwen", Action.MY_DATA)


def test_counts_come_from_paper(weighing: Weighing) -> None:
    """They stand under the statement, marked, and nothing is read into them."""
    form = Ticket(Action.ENTER_COUNTS, weighing.dialogue, "1")
    answers = {"when": "2026-05-02", "asked": "9", "rule": "The meeting.", "reason": "With cards."}
    weighing.group.sends("Ada", form, counts="Endorsement: 4\nStand aside: 2", **answers)

    told = weighing.posts()
    assert "Eligible 9 · responded 6 · passed 0 · no response 3 · left since opening 0" in told
    assert "Stand aside: 2" in told
    assert "These counts come from paper" in told
    record = json.loads(weighing.file(FileKind.JSON))
    Draft202012Validator(SCHEMA).validate(record)
    assert record["statements"][0]["check_ins"][0]["is_from_paper"]
    assert "These counts come from paper" in weighing.file(FileKind.MARKDOWN)

"""One objection from start to end: sealed, shown, integrated by a new edition, closed by its author."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from storage.ledger import verify_all
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.weighing import Weighing

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "record.schema.json").read_text(encoding="utf-8"))
HARM = "It takes the money for ten years."
SAID = {"part": "The lift.", "harm": HARM, "need": "Stairs that everybody can climb.", "idea": "A ramp."}


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people who are asked for consent; Gwen objects."""
    made = Weighing()
    made.propose()
    made.open(method="consent")
    object_to = Ticket(Action.OBJECT_TO, made.check_in)
    assert key_of(made.group.sends("Gwen", object_to, level="named", **SAID).reply) == "object_to-kept"
    for who in ("Ben", "Chidi", "Dana", "Fay"):
        made.respond(who, "consent")
    yield made
    made.group.close()


def objection(weighing: Weighing) -> str:
    """Return the id of the one objection."""
    with weighing.group.store.looking() as connection:
        return str(connection.exec_driver_sql("SELECT id FROM objection").scalar_one())


def settle(weighing: Weighing, who: str, answer: str) -> str:
    """Somebody says where it stands; return what they are told."""
    ticket = Ticket(Action.SETTLE_OBJECTION, objection(weighing), answer)
    return key_of(weighing.group.presses(who, ticket).reply)


def test_it_is_sealed_and_then_shown_to_everybody_in_its_own_words(weighing: Weighing) -> None:
    """Nobody sees it coming, and nobody can overlook it then."""
    for who in ("Ada", "Ben"):
        assert HARM not in weighing.lists(who) + weighing.posts()
    assert all(HARM not in weighing.file(kind) for kind in (FileKind.MARKDOWN, FileKind.JSON))

    weighing.close()

    result = "\n".join(weighing.result())
    assert all(words in result for words in SAID.values())
    assert "One person objects." in result
    assert "Somebody objects, so this edition is no agreement." in result
    for kind in (FileKind.MARKDOWN, FileKind.HTML):
        assert "It takes the money" in weighing.file(kind)
    record = json.loads(weighing.file(FileKind.JSON))
    Draft202012Validator(SCHEMA).validate(record)
    (told,) = record["statements"][0]["check_ins"][0]["objections"]
    assert {point: told[point] for point in SAID} == SAID
    assert HARM in weighing.file(FileKind.OWN, "Gwen", Action.MY_DATA)
    assert HARM not in weighing.file(FileKind.OWN, "Ben", Action.MY_DATA)
    with weighing.group.store.looking() as connection:
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())


@pytest.mark.parametrize("who", ["Ada", "Ben", "Fay"])
def test_nobody_but_its_author_closes_merges_or_hides_it(weighing: Weighing, who: str) -> None:
    """Whatever ticket somebody forges: the table of acts has no way to it."""
    weighing.close()
    id = objection(weighing)
    for action in Action:
        for choice in ("", "met", "withdrawn", "yes", "erase"):
            if action not in {Action.ERASE, Action.DELETE_EXAMPLE, Action.CLOSE_DIALOGUE}:
                weighing.group.presses(who, Ticket(action, id, choice))
        weighing.group.sends(who, Ticket(action, id), body="x", reason="x", harm="x", standing="met")

    (told,) = json.loads(weighing.file(FileKind.JSON))["statements"][0]["check_ins"][0]["objections"]
    assert (told["standing"], told["harm"]) == ("open", HARM)


def test_a_new_edition_asks_whoever_objects_and_they_alone_answer(weighing: Weighing) -> None:
    """To integrate an objection is to ask its author whether it is met."""
    weighing.close()
    ask = Ticket(Action.ASK_OBJECTOR, objection(weighing))
    assert key_of(weighing.group.presses("Ben", ask).reply) == "refusals-facilitators-only"
    weighing.group.presses("Ada", ask)
    assert key_of(weighing.group.presses("Ada", ask).reply) == "ask_objector-not-again"
    weighing.propose("Ben", "The roof becomes a garden with stairs and a ramp.", "1")
    mine = "\n".join(lines_of(weighing.group.does("Gwen", Action.SHOW_MINE)))
    assert "Does it meet your objection?" in mine
    assert "is it something you would rather have, or do you see harm?" in mine
    first = "\n".join(lines_of(weighing.group.does("Ada", Action.OPEN_CHECK_IN, "", "", about="1")))
    assert HARM in first

    assert settle(weighing, "Ben", "met") == "settle_objection-only-author"
    assert settle(weighing, "Gwen", "met") == "settle_objection-kept-met"

    assert "(met, says whoever objected)" in "\n".join(weighing.result())
    assert "Nobody objects." in "\n".join(weighing.result())
    assert HARM in weighing.file(FileKind.JSON)
    again = "\n".join(lines_of(weighing.group.does("Ada", Action.OPEN_CHECK_IN, "", "", about="1")))
    assert HARM not in again


def test_erasing_takes_the_words_and_lets_the_objection_stand(weighing: Weighing) -> None:
    """Somebody objected, and nobody can say for them that it is met."""
    weighing.close()
    weighing.group.does("Gwen", Action.ERASE, weighing.dialogue, "yes")

    told = weighing.posts() + weighing.file(FileKind.MARKDOWN) + weighing.file(FileKind.JSON)
    assert not any(words in told for words in SAID.values())
    (kept,) = json.loads(weighing.file(FileKind.JSON))["statements"][0]["check_ins"][0]["objections"]
    assert (kept["standing"], kept["state"]) == ("stands", "erased")
    Draft202012Validator(SCHEMA).validate(json.loads(weighing.file(FileKind.JSON)))
    with weighing.group.store.looking() as connection:
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())


@pytest.mark.parametrize("way", ["keep", "unname"])
def test_the_objection_of_somebody_who_leaves_stands(weighing: Weighing, way: str) -> None:
    """Their words stay as they chose, and nobody can say for them that it is met."""
    weighing.close()
    weighing.group.presses("Gwen", Ticket(Action.LEAVE, weighing.dialogue, f"{way}.yes"))

    (kept,) = json.loads(weighing.file(FileKind.JSON))["statements"][0]["check_ins"][0]["objections"]
    assert (kept["standing"], kept["harm"]) == ("stands", HARM)
    assert kept["author"] == ("Gwen" if way == "keep" else "")
    assert settle(weighing, "Ada", "met") == "settle_objection-only-author"

"""A group weighs a statement, from the proposal to the note that stands under it, without a browser."""

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
from tests.fakes.weighing import TEXT, Weighing

SCHEMA = Path(__file__).parents[2] / "docs" / "record.schema.json"
NOTE = "A lift takes the money for ten years. I would say yes to stairs that everybody can climb."
REASON = "My mother could come up."
COUNTS = "Eligible 6 · responded 4 · passed 1 · no response 1 · left since opening 0"


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people at a bot of their own."""
    made = Weighing()
    yield made
    made.group.close()


def test_a_group_agrees_and_keeps_what_was_seen_differently(weighing: Weighing) -> None:
    """Agreement with its dissent beside it is what the framework is about."""
    weighing.propose()
    assert TEXT in weighing.posts()
    first = "\n".join(lines_of(weighing.group.does("Ada", Action.OPEN_CHECK_IN, "", "", about="1")))
    assert "Is a view missing?" in first
    assert "We have not talked yet" in first
    weighing.open()
    assert "How far do you go along" in weighing.posts()
    assert TEXT in "\n".join(lines_of(weighing.group.does("Dana", Action.SHOW_MINE)))

    weighing.respond("Ben", "serious_disagreement", "Not yet.")
    weighing.respond("Ben", "endorse", REASON, level="unnamed")
    weighing.respond("Chidi", "endorse")
    weighing.respond("Dana", "minor_point")
    weighing.respond("Gwen", "dislike_will_support", "It costs too much.")
    weighing.pass_on("Fay")
    weighing.close()

    result = weighing.result()
    assert COUNTS in result
    assert "A member: Whole-hearted endorsement\n" + REASON in "\n".join(result)
    assert not any("Not yet." in line for line in result)
    assert "The counts read like this. Does the group read it this way?" in result
    assert any("some see it differently" in line for line in result)
    assert "minority note" in "\n".join(lines_of(weighing.group.does("Gwen", Action.SHOW_MINE)))

    weighing.write_note("Gwen", NOTE)
    weighing.group.presses("Fay", weighing.note_ticket("Fay", Action.SIGN_MINORITY_NOTE))
    _note_stands_under_the_text(weighing)


def _note_stands_under_the_text(weighing: Weighing) -> None:
    result = weighing.result()
    assert TEXT in result[0]
    notes = [place for place, line in enumerate(result) if NOTE in line or "Signed by Fay" in line]
    assert notes[-1] < result.index(COUNTS)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(weighing.file(FileKind.JSON)))
    for kind in (FileKind.MARKDOWN, FileKind.HTML, FileKind.JSON):
        page = weighing.file(kind)
        assert page.index(TEXT) < page.index("A lift takes the money") < page.index("endorse")
    assert all(mismatch is None for _, mismatch in _verified(weighing))


def test_a_new_edition_is_asked_about_anew(weighing: Weighing) -> None:
    """Nobody may be counted for words they did not have before them."""
    weighing.propose()
    weighing.open()
    weighing.respond("Chidi", "endorse", REASON)
    assert key_of(weighing.propose("Dana", "Another text.", "1").reply) == "propose-check-in-open"

    weighing.propose("Ada", "The roof becomes a garden with stairs.", "1")

    assert "ended without a result" in weighing.posts()
    assert key_of(weighing.respond("Chidi", "endorse").reply) == "respond-closed"
    weighing.open()
    weighing.respond("Dana", "endorse")
    weighing.close()
    assert "Eligible 6 · responded 1 · passed 0 · no response 5 · left since opening 0" in weighing.result()
    record = json.loads(weighing.file(FileKind.JSON))
    first, second = record["statements"]
    assert (first["edition"], first["check_ins"][0]["counts"]) == (1, None)
    assert (second["edition"], second["check_ins"][0]["counts"]["responded"]) == (2, 1)
    assert second["check_ins"][0]["reading"] == "inconclusive"
    assert REASON not in weighing.file(FileKind.JSON)


def test_a_check_in_closes_by_itself(weighing: Weighing) -> None:
    """A facilitator who forgets must not keep the group waiting."""
    weighing.propose()
    weighing.open(closes="in 1 day")
    weighing.respond("Dana", "veto", "It is not safe.")
    weighing.group.clock.pass_by(days=2)

    assert key_of(weighing.respond("Ben", "endorse").reply) == "respond-closed"
    weighing.group.let_come_due()
    assert "The time is up, and fewer than 4 people have responded" in weighing.posts()
    assert not [post for post in weighing.group.channel if post.startswith("closed-")]
    weighing.group.clock.pass_by(days=2)
    weighing.group.let_come_due()

    assert "One person blocks this." in weighing.result()
    assert "There are too few responses to read" in "\n".join(weighing.result())


def test_only_its_author_changes_or_takes_back_a_note(weighing: Weighing) -> None:
    """A note that others could touch would say what they want it to say."""
    weighing.propose()
    weighing.open()
    weighing.respond("Gwen", "serious_disagreement", "No.")
    assert key_of(weighing.group.presses("Gwen", _note(weighing)).reply) == "write_minority_note-not-closed"
    weighing.close()
    weighing.write_note("Gwen", NOTE)
    sign = weighing.note_ticket("Fay", Action.SIGN_MINORITY_NOTE)
    take_back = Ticket(Action.WITHDRAW_MINORITY_NOTE, sign.subject, "yes")

    for who in ("Ada", "Fay"):
        assert key_of(weighing.group.presses(who, take_back).reply) == "refusals-only-author"
    assert key_of(weighing.group.presses("Gwen", sign).reply) == "sign_minority_note-own"
    weighing.group.presses("Fay", sign)
    weighing.write_note("Gwen", "Shorter.")
    assert "Signed by Fay." not in weighing.result()
    weighing.group.presses("Gwen", take_back)

    assert "Shorter." not in weighing.posts()
    assert any("Here stood a minority note" in line for line in weighing.result())
    assert "Shorter." not in weighing.file(FileKind.MARKDOWN)
    assert all(mismatch is None for _, mismatch in _verified(weighing))


def test_erasing_leaves_counts_and_markers(weighing: Weighing) -> None:
    """What somebody said can go; that somebody was counted stays true."""
    weighing.propose()
    weighing.open()
    weighing.respond("Gwen", "dislike_will_support", "It costs too much.")
    weighing.respond("Fay", "endorse", REASON)
    weighing.close()
    weighing.write_note("Gwen", NOTE)

    weighing.group.does("Gwen", Action.ERASE, weighing.dialogue, "yes")

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(weighing.file(FileKind.JSON)))
    everything = weighing.posts() + weighing.file(FileKind.MARKDOWN) + weighing.file(FileKind.JSON)
    assert "It costs too much." not in everything
    assert "A lift takes the money" not in everything
    assert any("- Don't like but will support: 1" in line for line in weighing.result())
    assert "responded 2" in "\n".join(weighing.result())
    assert all(mismatch is None for _, mismatch in _verified(weighing))


def test_what_is_erased_before_the_close_is_not_counted(weighing: Weighing) -> None:
    """A sealed response nobody has seen can go whole, and its author is one who did not respond."""
    weighing.propose("Ada")
    weighing.open()
    weighing.respond("Gwen", "veto", "Never.")

    weighing.group.does("Gwen", Action.ERASE, weighing.dialogue, "yes")
    weighing.close()

    assert "Eligible 6 · responded 0 · passed 0 · no response 6 · left since opening 0" in weighing.result()


def _note(weighing: Weighing) -> Ticket:
    return Ticket(Action.WRITE_MINORITY_NOTE, weighing.check_in)


def _verified(weighing: Weighing) -> list[tuple[int, object]]:
    with weighing.group.store.looking() as connection:
        return list(verify_all(connection).values())

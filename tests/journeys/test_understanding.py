"""A group finds out whether it understands the same, goes back to talk, and records what it understands."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from storage.ledger import verify_all
from tests.fakes.group import key_of, only_ticket
from tests.fakes.line_pen import lines_of
from tests.fakes.tickets_in import tickets_in
from tests.fakes.understanding import Understanding

SCHEMA = Path(__file__).parents[2] / "docs" / "record.schema.json"
LINE = "We want everybody to come up."


@pytest.fixture
def group() -> Iterator[Understanding]:
    """Six people who have begun to talk."""
    made = Understanding()
    made.say("Ben", "A lift.")
    made.say("Chidi", "Stairs.")
    yield made
    made.group.close()


def whole(group: Understanding) -> dict[str, list[dict[str, object]]]:
    """Return the record as JSON, after a look that it keeps to its schema and the ledger is whole."""
    record = json.loads(group.file(FileKind.JSON))
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(record)
    with group.group.store.looking() as connection:
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())
    return dict(record)


def test_understanding_comes_back_to_the_group_before_it_is_recorded(group: Understanding) -> None:
    """Restate blind, see it together, draft, mark, go back to talk, record."""
    group.open()
    assert "Say it in my own words" in "\n".join(lines_of(group.group.does("Ben", Action.SHOW_MINE)))
    for who, level in (("Ben", "named"), ("Chidi", "named"), ("Dana", "unnamed"), ("Gwen", "named")):
        group.restate(who, f"{who} hears it so.", level)
    group.pass_on("Fay")
    group.group.clock.pass_by(days=4)
    group.group.let_come_due()
    assert "Asked 6 · said it 4 · passed 1 · no response 1 · left since opening 0" in group.posts()

    group.draft_shared(LINE, "R1, R2, R3, R4")
    for who, key in (("Ben", "same"), ("Dana", "same"), ("Gwen", "same"), ("Fay", "same")):
        group.mark(who, key)
    group.mark("Chidi", "different", "I hear that stairs are enough.")
    group.group.clock.pass_by(days=4)
    group.group.let_come_due()
    assert "same 4 · partly 0 · different 1 · not sure 0 · no response 1" in group.posts()
    assert "Different · Chidi sees it like this:\nI hear that stairs are enough." in group.posts()
    assert "says in part what people understand" in group.posts()

    assert key_of(group.record("9").reply) == "turns: record_understanding-no-turns"
    back = _go_back(group)
    group.sends_turn("Dana", back)
    recorded = group.record("4")
    assert key_of(recorded.reply) == "record_understanding-thanks"
    assert "It came back to the group through #4." in group.posts()
    assert "It came back to the group through N1." in group.posts()
    assert "stairs are enough" in group.understood()

    _it_is_in_the_record(group)
    took_up = "\n".join(lines_of(group.group.does("Fay", Action.SHOW_MAP, group.dialogue, "links")))
    for fed_by in ("Talk", "Notes"):
        assert f"From {fed_by} to Checking we understand: one link" in took_up


def _it_is_in_the_record(group: Understanding) -> None:
    (check,) = whole(group)["understanding"]
    understanding = check["understanding"]
    assert isinstance(understanding, dict)
    assert (check["reading"], understanding["scope"], understanding["shared_by"]) == (
        "partly_shared",
        "specific",
        4,
    )
    assert understanding["returned_via"]["turns"]
    for kind in (FileKind.MARKDOWN, FileKind.HTML):
        page = group.file(kind)
        assert page.index("come up") < page.index("stairs are enough")


def _go_back(group: Understanding) -> str:
    """Let Ada go back to dialogue from the check; return the round that remembers where it came from."""
    listed = group.group.does("Ada", Action.SHOW_UNDERSTANDINGS)
    ticket = next(t for t in tickets_in(listed) if t.action is Action.RETURN_TO)
    answers = {"mechanism": "dialogue", "theme": "what", "reason": "Chidi hears it otherwise."}
    asked = group.group.sends("Ada", ticket, **answers)
    form = next(t for t in tickets_in(asked) if t.action is Action.ASK_AGAIN)
    question = {"question": "What would need to change?", "closes": "in 7 days", "reveal": "open"}
    preview = group.group.sends("Ada", form, **question, levels="named,unnamed")
    post = only_ticket(preview)
    group.group.presses("Ada", post)
    assert "Chidi hears it otherwise." in group.posts()
    assert "check 1 of what is understood" in group.posts()
    return post.subject


def test_the_line_stays_as_it_is_while_people_mark_it(group: Understanding) -> None:
    """Nobody may be counted for words they did not have before them."""
    group.open()
    group.restate("Ben", "Ben hears it so.")
    group.restate("Chidi", "Chidi hears it so.")
    assert key_of(group.draft_shared(LINE, "R1, R2").reply) == "understand-other-stage"
    group.close()
    assert key_of(group.restate("Dana", "Late.").reply) == "understand-restating-closed"
    group.draft_shared(LINE, "R1, R2")

    refused = group.group.sends(
        "Ada", Ticket(Action.DRAFT_LINE, group.dialogue, "1"), body="Other.", kind="view", sources="R1"
    )

    assert key_of(refused.reply) == "draft_line-being-marked"
    group.mark("Ben", "same")
    group.close()
    assert "Too few marked the line to read anything from it." in group.posts()
    assert key_of(group.record("1").reply) == "record_understanding-not-shared"
    whole(group)


def test_words_that_are_taken_back_take_the_line_along(group: Understanding) -> None:
    """In every post that shows it."""
    group.open()
    group.restate("Ben", "Ben hears it so.")
    group.restate("Chidi", "Chidi hears it so.")
    group.close()
    group.draft_shared(LINE, "R1, R2")
    assert group.posts().count(LINE) == 2
    group.mark("Chidi", "same")
    group.close()
    listed = tickets_in(group.group.does("Chidi", Action.SHOW_UNDERSTANDINGS))
    mine = next(ticket for ticket in listed if ticket.action is Action.WITHDRAW_RESTATEMENT)
    for who in ("Ada", "Ben"):
        answer = group.group.presses(who, Ticket(Action.WITHDRAW_RESTATEMENT, mine.subject, "yes"))
        assert key_of(answer.reply) == "refusals-only-author"
    group.group.presses("Chidi", Ticket(Action.WITHDRAW_RESTATEMENT, mine.subject, "yes"))

    assert LINE not in group.posts()
    assert "Chidi hears it so." not in group.posts()
    assert "was withdrawn by its author" in group.posts()
    whole(group)


@pytest.mark.parametrize("choice", ["keep", "unname", "erase"])
def test_who_leaves_in_the_middle_leaves_counts_that_add_up(group: Understanding, choice: str) -> None:
    """What was said under a chosen name or none stays, and leads to nobody any more."""
    group.open()
    group.restate("Ben", "Ben hears it so.")
    group.restate("Chidi", "Chidi hears it so.")
    group.restate("Dana", "Dana hears it so.", "unnamed")

    group.group.presses("Dana", Ticket(Action.LEAVE, group.dialogue, f"{choice}.yes"))
    group.close()

    said = "said it 2 · passed 0 · no response 3 · left since opening 1"
    kept = "said it 3 · passed 0 · no response 3 · left since opening 0"
    assert f"Asked 6 · {said if choice == 'erase' else kept}" in group.posts()
    assert ("Dana hears it so." in group.posts()) is (choice != "erase")
    assert "Dana:" not in group.posts()
    whole(group)


def test_what_was_counted_stays_counted_when_somebody_erases(group: Understanding) -> None:
    """A count that falls as somebody goes would tell that they had passed."""
    group.open()
    group.restate("Ben", "Ben hears it so.")
    group.restate("Chidi", "Chidi hears it so.")
    group.pass_on("Fay")
    group.close()
    counted = "said it 2 · passed 1 · no response 3"
    assert counted in group.file(FileKind.MARKDOWN)

    for who in ("Fay", "Chidi"):
        group.group.does(who, Action.ERASE, group.dialogue, "yes")

    assert counted in group.file(FileKind.MARKDOWN)
    assert "Chidi hears it so." not in group.posts()
    whole(group)


def test_lines_that_rest_on_words_of_somebody_who_left_stay(group: Understanding) -> None:
    """A stand-in keeps what the words may be used for."""
    group.open()
    group.restate("Ben", "Ben hears it so.")
    group.group.sends(
        "Dana",
        Ticket(Action.RESTATE, group.check),
        body="Dana hears.",
        level="chosen_name",
        chosen_name="Otter",
    )
    group.close()
    group.draft_shared(LINE, "R1, R2")
    group.group.presses("Dana", Ticket(Action.LEAVE, group.dialogue, "keep.yes"))

    assert LINE in group.posts()
    assert LINE in group.notes()

"""A group writes down what was said, and everybody is asked whether that is what they meant."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import select

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from storage.ledger import verify_all
from storage.schema import T
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.note_taking import NoteTaking
from tests.fakes.tickets_in import tickets_in

SCHEMA = Path(__file__).parents[2] / "docs" / "record.schema.json"
LIFT, STAIRS = "A lift, so that everybody comes up.", "Stairs are enough, and they last."
LINE = "Some want a lift, some say that stairs are enough."
FILES = (FileKind.MARKDOWN, FileKind.HTML, FileKind.JSON)


@pytest.fixture
def taking() -> Iterator[NoteTaking]:
    """Two views that are kept."""
    made = NoteTaking()
    made.say("Ben", LIFT)
    made.say("Chidi", STAIRS)
    yield made
    made.group.close()


def all_is_proven(taking: NoteTaking) -> bool:
    """Tell whether the chain of the ledger still matches everything."""
    with taking.group.store.looking() as connection:
        return all(mismatch is None for _, mismatch in verify_all(connection).values())


def test_a_line_is_confirmed_only_by_those_it_cites(taking: NoteTaking) -> None:
    """Draft, checked by one of two, confirmed; in the place, in the lists and in every file."""
    taking.draft(LINE, "1, 2")
    assert "Draft. Checked by its authors: 0 of 2." in taking.posts()
    taking.answer("Ben", "yes.1")
    assert "Draft. Checked by its authors: 1 of 2." in taking.posts()
    assert "Written from #1 by Ben – yes, meant like this" in taking.notes("Fay")

    taking.group.clock.pass_by(days=400)
    taking.group.let_come_due()
    assert "Checked by its authors: 1 of 2." in taking.notes()
    assert "Is this what I meant?" in "\n".join(lines_of(taking.group.does("Chidi", Action.SHOW_MINE)))

    taking.answer("Chidi", "yes.2")
    assert "Confirmed. Checked by its authors: 2 of 2." in taking.posts()
    assert "Confirmed: 1. Still open: 0." in taking.notes("Dana")
    for kind in FILES:
        page = taking.file(kind)
        assert page.index("so that everybody comes up") < page.index("some say that stairs")
    record = json.loads(taking.file(FileKind.JSON))
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(record)
    assert (record["notes"][0]["state"], record["notes"][0]["checked"]) == ("confirmed", 2)
    assert "N1 of the notes cites it" in "\n".join(lines_of(taking.group.does("Fay", Action.SHOW_ENTRY, "1")))


def test_a_member_fixes_the_notes_about_them(taking: NoteTaking) -> None:
    """Nearly: a wording of their own, then a new edition about which everybody is asked again."""
    wording = "Stairs first, and a lift when there is money."
    taking.draft(LINE, "1, 2")
    taking.answer("Ben", "yes.1")
    taking.answer("Chidi", "nearly.2", body=wording)

    assert wording in taking.posts()
    assert "Draft, to be fixed" in taking.notes("Ben")
    assert "would say it otherwise" in "\n".join(lines_of(taking.group.does("Ada", Action.SHOW_MINE)))

    taking.draft(wording, "1, 2", "1")
    assert "edition 2" in taking.posts()
    assert "Checked by its authors: 0 of 2." in taking.notes()
    for who in ("Ben", "Chidi"):
        asked = tickets_in(taking.group.does(who, Action.SHOW_MINE))
        assert sum(ticket.action is Action.CONFIRM_LINE for ticket in asked) == 1
    taking.answer("Chidi", "yes.2")
    taking.answer("Ben", "yes.1")
    assert "Confirmed: 1. Still open: 0." in taking.notes()
    assert "edition 1" in "\n".join(lines_of(taking.group.does("Fay", Action.SHOW_NOTES, "", "", about="1")))
    assert all_is_proven(taking)


@pytest.mark.parametrize("way", ["withdraw", "erase", "leave_out"])
def test_words_that_are_taken_back_take_their_line_along(taking: NoteTaking, way: str) -> None:
    """A line that rests on more is looked at again, one that rests on nothing else is withdrawn."""
    only = "Stairs last."
    taking.draft(LINE, "1, 2")
    taking.answer("Ben", "yes.1")
    if way == "leave_out":
        taking.answer("Chidi", "leave_out.2")
        taking.draft(only, "2")
        taking.answer("Chidi", "leave_out.2")
    else:
        taking.draft(only, "2")
        entry = next(
            ticket
            for ticket in tickets_in(taking.group.does("Chidi", Action.SHOW_MINE))
            if ticket.action is Action.WITHDRAW
        )
        taking.group.presses(
            "Chidi", Ticket(Action.WITHDRAW, entry.subject, "" if way == "withdraw" else way)
        )

    seen = [taking.posts(), taking.lists("Fay"), taking.lists("Ada"), *map(taking.file, FILES)]
    assert not any(LINE in told or only in told for told in seen)
    assert "Draft, to be looked at again" in taking.notes()
    assert "Withdrawn." in taking.notes()
    if way == "withdraw":
        taking.group.presses("Chidi", Ticket(Action.WITHDRAW, entry.subject, "back"))
        assert LINE in taking.posts()
        assert "Checked by its authors: 1 of 2." in taking.notes()
    assert all_is_proven(taking)


@pytest.mark.parametrize("way", ["withdraw", "erase"])
def test_what_an_author_would_rather_say_goes_with_their_words(taking: NoteTaking, way: str) -> None:
    """Whoever takes words back takes back what they said of them; erased, no row leads to them either."""
    wording = "Stairs first, and a lift when there is money."
    taking.draft(LINE, "1, 2")
    taking.answer("Chidi", "nearly.2", body=wording)
    assert wording in taking.posts()
    listed = tickets_in(taking.group.does("Chidi", Action.SHOW_MINE))
    entry = next(ticket for ticket in listed if ticket.action is Action.WITHDRAW)

    taking.group.presses("Chidi", Ticket(Action.WITHDRAW, entry.subject, "" if way == "withdraw" else way))

    seen = [taking.posts(), taking.lists("Fay"), taking.lists("Ada"), *map(taking.file, FILES)]
    assert not any(wording in told for told in seen)
    with taking.group.store.looking() as connection:
        answered_by = connection.execute(select(T.line_check.c.member)).scalars().all()
    assert (answered_by == [""]) is (way == "erase")
    if way == "withdraw":
        taking.group.presses("Chidi", Ticket(Action.WITHDRAW, entry.subject, "back"))
        assert wording in taking.posts()
    assert all_is_proven(taking)


def test_words_not_meant_for_notes_are_not_cited() -> None:
    """It is said plainly, and nothing tells whose tick is missing."""
    taking = NoteTaking(Dana="report")
    taking.say("Dana", "I am not sure.", level="unnamed")
    taking.say("Ben", LIFT, level="unnamed")
    taking.say("Chidi", STAIRS, level="unnamed")
    taking.group.clock.pass_by(days=2)
    taking.group.let_come_due()
    answers = [taking.draft("Somebody is not sure.", str(number)) for number in (1, 2, 3)]

    refused = [answer for answer in answers if key_of(answer.reply) == "sources: draft_line-not-ticked"]
    assert len(refused) == 1
    assert "Dana" not in "\n".join(lines_of(refused[0]))
    taking.group.close()


def test_every_member_can_draft_once_a_facilitator_says_so(taking: NoteTaking) -> None:
    """Drafting notes goes round."""
    assert key_of(taking.draft(LINE, "1", who="Gwen").reply) == "draft_line-facilitators-only"

    taking.group.presses("Ada", Ticket(Action.LET_DRAFT, taking.dialogue, "everybody"))
    taking.draft(LINE, "1, 2", who="Gwen")

    assert "drafted by Gwen" in taking.posts()
    assert "every member can draft" in taking.posts()
    assert "Gwen" not in "\n".join(lines_of(taking.group.does("Ada", Action.WITHDRAW_LINE)))
    taking.group.does("Gwen", Action.ERASE, taking.dialogue, "yes")
    assert LINE not in taking.posts()
    assert LINE not in taking.file(FileKind.JSON)
    assert "Gwen" not in taking.notes()


def test_a_line_that_was_taken_back_leaves_a_marker(taking: NoteTaking) -> None:
    """In the place and in the record, without a byte of its text."""
    taking.draft(LINE, "1, 2")
    ticket = next(
        ticket
        for ticket in tickets_in(taking.group.does("Ada", Action.SHOW_NOTES))
        if ticket.action is Action.WITHDRAW_LINE
    )
    for who in ("Ben", "Fay"):
        answer = taking.group.presses(who, Ticket(Action.WITHDRAW_LINE, ticket.subject, "yes"))
        assert key_of(answer.reply) == "refusals-only-author"
    taking.group.presses("Ada", Ticket(Action.WITHDRAW_LINE, ticket.subject, "yes"))

    assert LINE not in taking.posts()
    assert "This was withdrawn by its author" in taking.posts()
    assert "Is this what I meant?" not in "\n".join(lines_of(taking.group.does("Ben", Action.SHOW_MINE)))
    assert all(LINE not in taking.file(kind) for kind in FILES)
    assert all_is_proven(taking)


def test_ones_own_copy_holds_what_one_drafted_and_answered(taking: NoteTaking) -> None:
    """And nothing that somebody else did."""
    taking.draft(LINE, "1, 2")
    taking.answer("Ben", "nearly.1", body="A lift, in time.")

    ada, ben, fay = (json.loads(taking.file(FileKind.OWN, who)) for who in ("Ada", "Ben", "Fay"))

    assert [line["revisions"][0]["words"] for line in ada["lines"]] == [LINE]
    assert [check["revisions"][0]["words"] for check in ben["line_checks"]] == ["A lift, in time."]
    assert (ada["line_checks"], ben["lines"], fay["lines"], fay["line_checks"]) == ([], [], [], [])


def test_a_tick_that_is_taken_away_takes_the_line_along(taking: NoteTaking) -> None:
    """In the lists and in the post that stands already; and back again with the tick."""
    taking.draft(LINE, "1, 2")
    assert LINE in taking.posts()

    taking.group.join("Chidi", taking.dialogue, uses="report")
    assert LINE not in taking.posts()
    assert LINE not in taking.notes()
    taking.group.join("Chidi", taking.dialogue, uses="notes,report")
    assert LINE in taking.posts()

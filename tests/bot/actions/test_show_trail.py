"""How a group got where it is, told to its members."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer, FileKind
from tests.fakes.group import only_ticket, ticket_for
from tests.fakes.line_pen import lines_of
from tests.fakes.tickets_in import tickets_in
from tests.fakes.weighing import Weighing
from tests.ways import REASON

QUESTION = {"question": "Why are we here now?", "closes": "in 3 days", "reveal": "open", "levels": "named"}


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people at a bot of their own."""
    made = Weighing()
    yield made
    made.group.close()


def go_back(weighing: Weighing, choice: str = "") -> Answer:
    """Ada goes back to why people are here, and posts the question."""
    group, form = weighing.group, Ticket(Action.RETURN_TO, weighing.dialogue, choice)
    whole = {} if choice else {"source": "whole"}
    listed = group.sends("Ada", form, mechanism="intentions", theme="why", reason=REASON, **whole)
    preview = group.sends("Ada", only_ticket(listed), **QUESTION)
    return group.presses("Ada", only_ticket(preview))


def said(weighing: Weighing, who: str, action: Action, subject: str = "") -> str:
    """Return everything that somebody is shown."""
    return "\n".join(lines_of(weighing.group.does(who, action, subject)))


def test_a_return_is_read_from_both_ends(weighing: Weighing) -> None:
    """From what the group came, and to what it went, each with the reason; and both stay."""
    first = weighing.group.ask(weighing.dialogue)
    button = ticket_for(
        weighing.group.does("Ada", Action.SHOW_ROUND, first), Action.RETURN_TO, f"round.{first}"
    )
    go_back(weighing, button.choice)

    assert "We come back to this from question 1." in weighing.posts()
    assert REASON in weighing.posts()
    source = said(weighing, "Ben", Action.SHOW_ROUND, first)
    assert "From here the group went back, with question 2." in source
    assert REASON in source
    back = said(weighing, "Ben", Action.SHOW_ROUND, "2")
    assert "We come back to this from question 1." in back


def test_the_trail_holds_every_step_in_order(weighing: Weighing) -> None:
    """Questions, statements, what was read at a close, and the way back."""
    weighing.group.ask(weighing.dialogue)
    weighing.propose()
    weighing.open()
    weighing.respond("Ben", "endorse")
    weighing.close()
    statement = next(
        t.choice
        for t in tickets_in(weighing.group.does("Ada", Action.SHOW_STATEMENTS))
        if t.action is Action.RETURN_TO
    )
    go_back(weighing, statement)

    trail = said(weighing, "Ben", Action.SHOW_TRAIL)

    steps = [
        "question 1. Talk",
        "statement 1, edition 1",
        "check-in on statement 1",
        "question 2. Why we are",
    ]
    assert [trail.index(step) for step in steps] == sorted(trail.index(step) for step in steps)
    assert "The group went back once." in trail
    assert "From here the group went back, with question 2." in said(weighing, "Ben", Action.SHOW_STATEMENTS)


def test_the_ledger_and_the_files_keep_the_reason(weighing: Weighing) -> None:
    """Whoever reads the record later learns why the group turned round."""
    go_back(weighing)

    assert "went back to an earlier part" in said(weighing, "Ben", Action.SHOW_LEDGER)
    assert REASON in said(weighing, "Ben", Action.SHOW_LEDGER)
    for kind in (FileKind.MARKDOWN, FileKind.HTML, FileKind.JSON):
        page = weighing.file(kind)
        assert REASON in page
        assert "Where the group went back" in page or kind is FileKind.JSON


def test_a_way_back_that_was_not_taken_is_nobodys_business(weighing: Weighing) -> None:
    """Like a preview: until the question is posted, only its facilitator knows of it."""
    group, form = weighing.group, Ticket(Action.RETURN_TO, weighing.dialogue)
    answers = {"mechanism": "intentions", "theme": "why", "reason": REASON, "source": "whole"}
    listed = group.sends("Ada", form, **answers)
    group.sends("Ada", only_ticket(listed), **QUESTION)

    assert REASON not in said(weighing, "Ben", Action.SHOW_TRAIL)
    assert REASON not in weighing.file(FileKind.JSON)
    assert REASON not in weighing.posts()


def test_a_trail_shows_the_loops(weighing: Weighing) -> None:
    """An aim that is talked about and written anew is the wheel the theory is about."""
    trail = said(weighing, "Ben", Action.SHOW_TRAIL)

    assert "No contribution has led back to its own kind" in trail

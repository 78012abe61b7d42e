"""Taking something on."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import OpenForm, RejectForm
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.weighing import Weighing

TAKEN_ON = {"what": "Ask three firms", "doer": "Ben and Dana", "when": "in 14 days", "sources": ""}


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people at a bot of their own."""
    made = Weighing()
    yield made
    made.group.close()


def test_anybody_takes_something_on(weighing: Weighing) -> None:
    """Who, what and by when; everybody reads it."""
    form = Ticket(Action.COMMIT, weighing.dialogue)
    opened = weighing.group.presses("Ben", form).reply
    assert isinstance(opened, OpenForm)
    assert opened.form.values == {"doer": "Ben"}

    assert key_of(weighing.group.sends("Ben", form, **TAKEN_ON).reply) == "commit-thanks"

    text = "\n".join(lines_of(weighing.group.does("Gwen", Action.SHOW_FOLLOW_UP)))
    assert "Commitment 1, by Ben and Dana, until 18 May 2026: Open." in text
    assert "Ask three firms" in text


@pytest.mark.parametrize(
    ("field", "typed"), [("what", ""), ("doer", " "), ("when", "soon"), ("sources", "7")]
)
def test_what_is_wrong_comes_back(weighing: Weighing, field: str, typed: str) -> None:
    """With what was typed."""
    reply = weighing.group.sends(
        "Ben", Ticket(Action.COMMIT, weighing.dialogue), **(TAKEN_ON | {field: typed})
    ).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {field}
    assert reply.answers[field] == typed

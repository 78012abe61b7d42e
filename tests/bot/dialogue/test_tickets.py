"""What a button, form or moment carries, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.tickets import TICKET_LENGTH, Action, Ticket
from bot.errors import NotFound
from bot.identifiers import ID_LENGTH, Seed, new_id
from bot.words import Phrase

IDS = st.binary(min_size=32, max_size=32).map(lambda seed: new_id(Seed(seed)))
CHOICES = st.sampled_from(["", "back", "post", "documentation.reflect", "understanding.reflect", "page1234"])
TICKETS = st.builds(Ticket, st.sampled_from(Action), st.just("") | IDS, CHOICES, st.just("") | IDS)


@given(TICKETS)
def test_a_ticket_comes_back_as_it_went_out(ticket: Ticket) -> None:
    """A button pressed weeks later must ask for what it said."""
    assert Ticket.read(str(ticket)) == ticket


@given(TICKETS)
def test_every_ticket_fits_every_platform(ticket: Ticket) -> None:
    """The longest action with two ids and the longest choice stays within the smallest limit."""
    assert len(str(ticket)) <= TICKET_LENGTH


def test_the_longest_action_leaves_room_for_a_choice() -> None:
    """A new action with a longer name must not break buttons of the longest kind."""
    longest = max(len(action) for action in Action)

    assert longest + 2 * ID_LENGTH + len("understanding.reflect") + 3 <= TICKET_LENGTH


def test_empty_parts_at_the_end_are_not_written() -> None:
    """What is typed and logged stays short; an empty part in the middle keeps its place."""
    assert str(Ticket(Action.HELP)) == "help"
    assert str(Ticket(Action.JOIN, "d", "yes")) == "join:d:yes"
    assert str(Ticket(Action.JOIN, mark="m")) == "join:::m"


@pytest.mark.parametrize(
    "text", ["", "dance:1", "contribute:a:b:c:d", "contribute:" + "x" * 100, "CONTRIBUTE:1", ":::", "\0"]
)
def test_what_was_never_ours_is_refused(text: str) -> None:
    """Tickets come back from outside, and anybody can edit one."""
    with pytest.raises(NotFound) as refusal:
        Ticket.read(text)

    assert refusal.value.phrase == Phrase("refusals-button")


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    """A forged ticket may be refused, or ask for something that is checked again; it never breaks us."""
    try:
        ticket = Ticket.read(text)
    except NotFound:
        return

    assert str(ticket) == text.rstrip(":")

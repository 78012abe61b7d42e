"""A typed line becomes an event, or something for the terminal itself."""

from datetime import UTC, datetime

import pytest

from adapters.terminal.listen import TERMINAL, Directive, Speaker, read_directive, read_form, read_line
from bot.dialogue.places import Account, Place
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import EventId, Seed
from bot.speech.events import ChoicePicked, CommandGiven, TextWritten

BEN = Speaker(
    account=Account(community=TERMINAL, id="ben", name="Ben"),
    channel="garden",
    id=EventId("e"),
    at=datetime(2026, 5, 4, 12, tzinfo=UTC),
    seed=Seed(bytes(32)),
)
CHOICES = {3: Ticket(Action.JOIN, "d")}


def test_a_number_is_the_choice_that_bears_it() -> None:
    """Every choice that was printed can be made as long as the terminal is open."""
    choice = read_line(" 3 ", BEN, CHOICES)

    assert isinstance(choice, ChoicePicked)
    assert (choice.ticket, choice.place) == (CHOICES[3], Place(TERMINAL, "garden"))
    with pytest.raises(NotFound):
        read_line("4", BEN, CHOICES)


@pytest.mark.parametrize("line", ["/dialogue record apart", "/record apart"])
def test_a_slash_begins_a_command(line: str) -> None:
    """With its root word or without."""
    command = read_line(line, BEN, CHOICES)

    assert isinstance(command, CommandGiven)
    assert command.ticket == Ticket(Action.SHOW_RECORD, "", "apart")


@pytest.mark.parametrize(
    ("line", "text", "is_direct"),
    [
        ("A lift.", "A lift.", True),
        ("@Counterpoint: A lift.", "A lift.", False),
        (":-)", ":-)", True),
        ("٣", "٣", True),
    ],
)
def test_all_else_is_a_message(line: str, text: str, *, is_direct: bool) -> None:
    """There is nobody to talk to here but the bot."""
    written = read_line(line, BEN, CHOICES)

    assert isinstance(written, TextWritten)
    assert (written.text, written.is_direct) == (text, is_direct)


def test_a_colon_speaks_to_the_terminal() -> None:
    """Only with one of its words; other lines may begin with a colon too."""
    assert read_line(":AS  ben b.", BEN, CHOICES) == Directive("as", "ben b.")
    assert read_directive(":quit") == Directive("quit", "")
    assert read_directive(":-)") is None
    assert read_directive("") is None


def test_a_form_carries_its_answers() -> None:
    """As they were typed."""
    form = read_form(CHOICES[3], {"uses": "notes"}, BEN)

    assert (form.ticket, form.answers, form.account) == (CHOICES[3], {"uses": "notes"}, BEN.account)

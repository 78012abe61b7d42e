"""What a window says becomes an event, or is refused; nothing in between."""

from datetime import UTC, datetime

import pytest

from adapters.web.listen import (
    Heard,
    NotUnderstood,
    Said,
    Speaker,
    Talk,
    after_root,
    read_json,
    read_said,
    text_in,
)
from adapters.web.people import PEOPLE, ROOM, place_of
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import EventId, Seed
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted, TextWritten

BEN = PEOPLE[1]
AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
ID = "an-id-of-enough-signs"


def heard(said: Said, view: str = "garden") -> Heard:
    """Return what is heard when Ben's window says this."""
    return read_said({"id": ID, **said}, Speaker(BEN, view, AT, Seed(bytes(32))))


def test_a_button_is_a_choice() -> None:
    """Everything an event needs comes from the window, the clock and chance; nothing else is looked up."""
    assert heard({"kind": "choice", "ticket": "contribute:round-1:pass"}) == ChoicePicked(
        id=EventId(ID),
        at=AT,
        seed=Seed(bytes(32)),
        community=ROOM,
        account=BEN.account,
        place=place_of("garden"),
        ticket=Ticket(Action.CONTRIBUTE, "round-1", "pass"),
    )


def test_a_form_is_a_form() -> None:
    """Answers are handed on as they were typed."""
    form = heard({"kind": "form", "ticket": "contribute:round-1", "answers": {"body": " a\r\nb \ud83d"}})

    assert isinstance(form, FormSubmitted)
    assert form.answers == {"body": " a\r\nb \ud83d"}
    assert form.place.channel == "garden"


@pytest.mark.parametrize(
    "text",
    [
        "/dialogue say as:unnamed Hello  there",
        "/say as:unnamed Hello  there",
        "  /Dialogue\nsay as:unnamed Hello  there",
    ],
)
def test_a_slash_begins_a_command(text: str) -> None:
    """The root word may be left out: in this room there is only one bot."""
    command = heard({"kind": "words", "text": text})

    assert isinstance(command, CommandGiven)
    assert command.ticket == Ticket(Action.CONTRIBUTE)
    assert command.options == {"level": "unnamed", "body": "Hello  there"}


@pytest.mark.parametrize("text", ["@counterpoint A lift", "@Counterpoint: A lift", " @counterpoint, A lift"])
def test_a_mention_is_for_the_bot(text: str) -> None:
    """Only what is addressed to the bot is given to it."""
    written = heard({"kind": "words", "text": text})

    assert isinstance(written, TextWritten)
    assert (written.text, written.is_direct) == ("A lift", False)


def test_a_direct_message_is_for_the_bot_as_it_is() -> None:
    """There is nobody else there to write to."""
    written = heard({"kind": "words", "text": "@counterpoint A lift\n"}, "@ben")

    assert isinstance(written, TextWritten)
    assert (written.text, written.is_direct) == ("@counterpoint A lift\n", True)


def test_everything_else_in_a_channel_is_between_people() -> None:
    """K3: the bot is not even told."""
    assert heard({"kind": "words", "text": "I asked @counterpoint already"}) == Talk(
        ID, "I asked @counterpoint already"
    )


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "dance"},
        {"kind": "words"},
        {"kind": "words", "text": 7},
        {"kind": "words", "text": "hello", "id": "short"},
        {"kind": "words", "text": "hello", "id": "with a space and enough signs"},
        {"kind": "words", "text": "hello", "id": None},
        {"kind": "choice", "ticket": ["contribute"]},
        {"kind": "form", "ticket": "join:x", "answers": "yes"},
        {"kind": "form", "ticket": "join:x", "answers": {"uses": ["notes"]}},
        {"kind": "form", "ticket": "join:x", "answers": {str(n): "" for n in range(30)}},
        {},
    ],
    ids=str,
)
def test_what_no_page_of_ours_says_is_not_understood(said: Said) -> None:
    """B26: missing, extra and misshapen fields end the talk; they never reach the bot."""
    with pytest.raises(NotUnderstood):
        heard(said)


@pytest.mark.parametrize(
    "said", [{"kind": "choice", "ticket": "no_such:x"}, {"kind": "words", "text": "/dialogue dance"}]
)
def test_what_the_bot_does_not_know_is_refused_in_words(said: Said) -> None:
    """A button of another version, or a slip of the finger, gets an answer."""
    with pytest.raises(NotFound):
        heard(said)


@pytest.mark.parametrize("frame", ["", "{", "[]", "7", '"x"', "null", "[" * 100_000, '{"a":' * 100_000])
def test_a_frame_that_is_no_object_is_not_understood(frame: str) -> None:
    """B25: also one that is nested without end."""
    with pytest.raises(NotUnderstood):
        read_json(frame)


def test_a_frame_is_an_object() -> None:
    """What comes through is what was said."""
    assert text_in(read_json('{"text":"\\ud83d\\u0000"}'), "text") == "\ud83d\0"


@pytest.mark.parametrize(
    ("text", "after"),
    [("/", ""), ("/dialogue", ""), ("/dialogue  entry 3 ", "entry 3 "), ("/entry 3", "entry 3")],
)
def test_the_root_is_taken_away(text: str, after: str) -> None:
    """The words of a command begin after it."""
    assert after_root(text) == after

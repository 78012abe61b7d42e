"""Plain lines that no text can break out of."""

import unicodedata
from datetime import UTC, datetime
from itertools import count
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from adapters.terminal.render import draw_message, draw_phrase, harmless
from bot.dialogue.texts import visible
from bot.dialogue.tickets import Action, Ticket
from bot.speech.messages import Choice, Message
from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Phrase, Quote

PAGE = """
test-said = { $who } wrote **now**:
    > { $text }
    - one
    - { $who }
test-time = At { $at }
test-join = Join
"""
QUOTE = Quote("an-id")
BOOK = Phrasebook({"en": {"test": PAGE}})


def words(said: str = "") -> Words:
    """Return words in which the one quote is what somebody said."""
    return Words(BOOK, "en", {QUOTE: said}, ZoneInfo("Europe/London"))


def drawn(said: str, who: str = "Ben") -> str:
    """Write the phrase with a quote."""
    return draw_phrase(Phrase("test-said", {"who": who, "text": QUOTE}), words(said))


def test_a_phrase_is_lines() -> None:
    """A quote has a bar before each line, a list a dash; what stands out stands between stars."""
    assert drawn("a\nb") == "Ben wrote *now*:\n  | a\n  | b\n- one\n- Ben"


def test_a_moment_says_on_whose_clock() -> None:
    """A terminal has no time of its own to show."""
    at = datetime(2026, 5, 4, 12, tzinfo=UTC)

    assert (
        draw_phrase(Phrase("test-time", {"at": at}), words())
        == "At Monday, 4 May 2026, 13:00 (Europe/London)"
    )


def test_choices_have_numbers() -> None:
    """What is below comes before them, so that they stand last, where one types."""
    numbers = count(7)
    join = Choice(Phrase("test-join"), Ticket(Action.JOIN))
    message = Message(
        Phrase("test-join"), (join, join), (Message(Phrase("test-time", {"at": "noon"}), (join,)),)
    )

    assert (
        draw_message(message, words(), lambda _: next(numbers))
        == "Join\nAt noon\n[7] Join\n[8] Join  [9] Join"
    )


@given(st.text(st.characters(codec=None), max_size=200), st.text(max_size=40))
def test_no_text_steers_the_terminal_or_leaves_its_frame(said: str, who: str) -> None:
    """B9: escape sequences change nothing, and every line of a quote has its bar."""
    lines = drawn(said, who).split("\n")

    assert not [
        sign for line in lines for sign in line if unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Cs"}
    ]
    quoted = [line[4:] for line in lines if line.startswith("  | ")]
    assert "\n".join(quoted).strip("\n") == harmless(visible(said)).strip("\n") or who.startswith("  | ")


def test_a_tab_is_a_space() -> None:
    """It would jump; four spaces do not."""
    assert harmless("a\tb\x1b[31mc\x9b2J\r") == "a    b\u2423[31mc\u24232J\u2423"

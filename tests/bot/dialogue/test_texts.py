"""What comes in as text, and how it is shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.texts import read_text, visible
from bot.errors import Unreadable
from bot.words import Phrase

ANY_TEXT = st.text(st.characters())


def test_words_are_kept_as_they_are() -> None:
    """A member must find again what they wrote, with accents, emoji, markup and line breaks."""
    words = "Café 👩‍👩‍👧\n\n  **not bold** {name} <b>&amp;</b>\n=1+1"

    assert read_text(words) == words


def test_line_ends_and_composed_letters_become_one_kind() -> None:
    """Two devices that write the same words must be found to say the same."""
    assert read_text("cafe\u0301\r\nau lait\rplease") == "café\nau lait\nplease"


def test_blank_edges_are_cut() -> None:
    """A space left at the end is not part of what somebody said."""
    assert read_text("\n  hello  \n\n") == "hello"


@pytest.mark.parametrize(
    "raw", ["", " \t\r\n", "\u200b\u200d\ufeff", "\u0301\u20dd", "\u3164\u2800", "\u2066\u2069 \u00a0"]
)
def test_a_text_without_anything_to_see_is_refused(raw: str) -> None:
    """An empty contribution would stand in the record as if somebody had said nothing."""
    with pytest.raises(Unreadable) as refusal:
        read_text(raw)

    assert refusal.value.phrase == Phrase("refusals-text-empty")


@pytest.mark.parametrize("raw", ["\U0001f44d", "\u0661", "\ue000", "\U000323af", "-", "a\u0301"])
def test_one_character_that_can_be_seen_is_enough(raw: str) -> None:
    """A thumb or a digit is an answer; so is a letter this version of Python does not know yet."""
    assert read_text(raw) == unicodedata.normalize("NFC", raw)


@pytest.mark.parametrize("raw", ["0123456789abcdef\ud83dxyz", "0123456789abcdef\0xyz"])
def test_a_broken_character_is_refused_with_its_position(raw: str) -> None:
    """Half a character cannot be stored or sent; whoever wrote it can find it only by its place."""
    with pytest.raises(Unreadable) as refusal:
        read_text(raw)

    assert refusal.value.phrase == Phrase("refusals-text-broken", {"position": 17})


def test_a_long_text_is_counted_before_anything_is_cut() -> None:
    """The number a member is told must be the one their own editor shows."""
    with pytest.raises(Unreadable) as refusal:
        read_text("  " + "e\u0301" * 2000)

    assert refusal.value.phrase == Phrase("refusals-text-long", {"length": 4002, "most": 4000})


def test_the_longest_text_fits() -> None:
    """The limit itself is allowed."""
    assert len(read_text("x" * 4000)) == 4000


@given(ANY_TEXT)
def test_a_text_that_was_kept_is_kept_the_same_again(raw: str) -> None:
    """A second reading (a form sent back, a restored copy) must change nothing."""
    try:
        once = read_text(raw)
    except Unreadable:
        return

    assert read_text(once) == once


def test_words_cannot_turn_the_words_around_them() -> None:
    """Direction controls can make a name or a number read backwards."""
    assert visible("a\u202eb\u2066c\u2069") == "a␣b␣c␣"


def test_marks_of_direction_that_stand_alone_stay() -> None:
    """Arabic and Hebrew need them, and they turn nothing else."""
    assert visible("\u200f\u05d0\u200e") == "\u200f\u05d0\u200e"


def test_hidden_tags_are_shown() -> None:
    """Invisible letters can carry words that no reader sees."""
    assert visible("hi\U000e0068\U000e0069") == "hi␣␣"


@pytest.mark.parametrize(
    "flag", ["\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "🏳️‍🌈", "🇸🇪", "👩🏽‍🔬"]
)
def test_flags_and_joined_emoji_stay(flag: str) -> None:
    """The flag of Scotland is written with tags; to take them out would put another flag there."""
    assert visible(f"a{flag}b") == f"a{flag}b"


def test_a_flag_cannot_carry_a_hidden_message() -> None:
    """A flag without its end, or a longer one than there can be, is no flag."""
    unfinished = "\U0001f3f4\U000e0067\U000e0062\U000e0073"
    long = "\U0001f3f4" + "\U000e0067" * 30 + "\U000e007f"

    assert visible(unfinished) == "\U0001f3f4␣␣␣"
    assert visible(long) == "\U0001f3f4" + "␣" * 31


@given(ANY_TEXT)
def test_what_is_shown_can_be_sent(raw: str) -> None:
    """A refused text is shown back; half a character in it must not stop that."""
    assert visible(raw).encode().decode() == visible(raw)
    assert "\0" not in visible(raw)


@given(ANY_TEXT)
def test_showing_twice_changes_nothing(raw: str) -> None:
    """Words pass more than one door on their way out."""
    assert visible(visible(raw)) == visible(raw)

"""Labels, languages and documents: words without a platform's pen."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Phrase

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 5, 3, 16, 0, tzinfo=UTC)


def plain(ftl: str, phrase: Phrase, language: str = "en") -> str:
    """Write a phrase as a label."""
    return Words(Phrasebook({language: {"t": ftl}}), language, {}, STOCKHOLM).plain(phrase)


def test_a_label_is_one_line_without_marks() -> None:
    """Titles, buttons and labels take plain text only."""
    ftl = "t-a =\n    Open **until** { $at }:\n\n    - { $x }\n    - b\n\n    > c"

    assert (
        plain(ftl, Phrase("t-a", {"at": NOON, "x": "1\n\n2"}))
        == "Open until Sunday, 3 May 2026, 18:00: 1 2; b “c”"
    )


def test_moments_and_numbers_are_written_as_the_language_does() -> None:
    """A Swedish reader reads Swedish dates."""
    phrase = Phrase("t-a", {"at": NOON, "n": 5213})

    assert plain("t-a = { $at }, { $n }", phrase, "sv") == "söndag 3 maj 2026, 18:00, 5 213"


def test_what_is_not_translated_is_said_in_english() -> None:
    """Half a translation is better than none, and no member should meet a key."""
    phrasebook = Phrasebook({"en": {"t": "t-a = A\nt-b = B"}, "sv": {"t": "t-a = Å"}})

    def said(language: str, key: str) -> str:
        return Words(phrasebook, language, {}, STOCKHOLM).plain(Phrase(key))

    assert [said(language, "t-a") for language in ("sv", "sv-FI", "fr")] == ["Å", "Å", "A"]
    assert said("sv", "t-b") == "B"
    assert phrasebook.languages == ("en", "sv")
    assert phrasebook.keys("sv") == {"t-a"}
    assert phrasebook.keys("fr") == frozenset()


def test_a_missing_phrase_and_a_missing_value_show_their_names() -> None:
    """Something has to be said; the names let an editor find what is missing."""
    assert plain("t-a = Hi { $name }", Phrase("t-b")) == "[t-b]"
    assert plain("t-a = Hi { $name }", Phrase("t-a")) == "Hi [name]"
    assert plain("t-a =\n    .label = x", Phrase("t-a")) == "[t-a]"


def test_documents_get_the_values_as_they_are() -> None:
    """A document has its own way to keep words in their place; nothing may be lost before."""
    words = Words(Phrasebook({"en": {"t": "t-a = **By** { $name }"}}), "en", {}, STOCKHOLM)

    assert words.say("t-a", name="Ada\n  **B**") == "By Ada\n  **B**"

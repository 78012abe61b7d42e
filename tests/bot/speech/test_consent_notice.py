"""The consent notice as its editors write it, and as it is said."""

from datetime import UTC

import pytest

from bot.errors import BrokenPrompts
from bot.speech.consent_notice import read_consent
from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Phrase

PAGE = """Version: 3

Read **this**,
please.

- one {a}
  and more
- [two]

> three

## More

**Who.** We."""


def test_the_notice_has_a_version_a_short_and_a_long_part() -> None:
    """A yes is given to a version; the long part is there for whoever wants it."""
    notice = read_consent(PAGE)

    assert notice.version == 3
    assert notice.short.startswith("Read **this**")
    assert notice.more == "**Who.** We."


def test_the_notice_is_said_with_the_marks_of_all_our_words() -> None:
    """Bold words and lists must look the same here as everywhere; braces and signs mean nothing."""
    words = Words(Phrasebook({"en": {"consent": read_consent(PAGE).page}}), "en", {}, UTC)

    assert words.plain(Phrase("consent-short")) == "Read this, please. one {a} and more; [two] “three”"
    assert words.plain(Phrase("consent-more")) == "Who. We."


@pytest.mark.parametrize(
    "page",
    [
        "",
        "Read this.",
        "Version: three\n\na\n\n## More\n\nb",
        "Version: 1\n\na",
        "Version: 1\n\n## More\n\nb",
    ],
)
def test_a_notice_that_is_not_whole_is_not_shown_to_anybody(page: str) -> None:
    """A yes to half a notice would be worth nothing."""
    with pytest.raises(BrokenPrompts) as broken:
        read_consent(page)

    assert broken.value.problems[0].startswith("consent.md, line 1: ")

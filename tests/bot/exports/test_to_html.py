"""HTML that opens without the bot: one page that loads nothing, runs nothing, and that everybody can read."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import bot.exports
from bot.exports.to_html import write_html
from tests.bot.exports.records import (
    Talk,
    apart,
    english,
    gone,
    make_dialogue,
    make_round,
    said,
    sees,
    unnamed,
)
from tests.promises.reading_back import Page, read_html

TALK = Talk(
    said=(said(1, "First", "Up\nand up"), unnamed(2, "Down", by="Ben"), gone(3)),
    rounds=(make_round(), make_round(2, question="And then?")),
    stances=(sees(1, "Ben"),),
    divergences=(apart(1, 2),),
)


def written(talk: Talk, *, with_earlier: bool = False) -> str:
    """Return the whole page."""
    return "".join(write_html(talk.document(with_earlier=with_earlier), english()))


def read(talk: Talk) -> Page:
    """Return what a browser finds in the page."""
    return read_html(written(talk))


def test_the_page_holds_the_whole_record() -> None:
    """Everything the document says is on the page, in its order."""
    page = read_html(written(TALK, with_earlier=True)).read

    assert page.headings == [
        "A lift for the library",
        "About this dialogue",
        "Questions and answers",
        "Question 1",
        "1 · Ada (facilitator)",
        "2 · A member",
        "3",
        "Question 2",
        "What stays apart",
        "1. Two views, both kept",
        "1 · Ada (facilitator)",
        "2 · A member",
        "What was recorded, and what took up what",
    ]
    first = ["Up\nand up", "First"]
    assert page.frames == ["What should change?", *first, "Down", "And then?", *first, "Down"]
    assert "canary" not in written(TALK)


def test_only_our_own_stylesheet_applies_and_nothing_loads() -> None:
    """Should a text ever get out of its frame, it still could do nothing (A9)."""
    page = read(TALK)
    (style,) = page.styles
    mark = b64encode(sha256(style.encode()).digest()).decode()

    assert (
        page.policy == f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"url\(|@import|https?:", style)


def test_text_that_looks_like_html_is_text() -> None:
    """In every place where people typed: title, purpose, question, name, words."""
    tags = "</blockquote></style><script>alert(1)</script><img src=x>&amp;{{7*7}}"
    page = read(
        Talk(
            said=(said(1, tags),),
            dialogue=make_dialogue(title=tags, purpose=tags),
            rounds=(make_round(question=tags),),
        )
    ).read

    assert page.frames == [tags, tags]
    assert page.headings[0] == page.cells[0] == tags


def test_the_page_can_be_walked_without_seeing_it() -> None:
    """Landmarks, headings in order, tables with captions and scopes, a language, a way past the top."""
    text = written(TALK)

    assert '<html lang="en">' in text
    assert all(
        f"<{landmark}" in text for landmark in ("header>", "nav aria-label", 'main id="record"', "footer>")
    )
    assert text.count("<table") == text.count("<caption>")
    assert len(re.findall(r"<th(?: |>)", text)) == len(re.findall(r'<th scope="(?:row|col)"', text))
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="#|aria-labelledby=")([^"]+)"', text)) <= set(ids)


def test_levels_of_headings_are_never_skipped() -> None:
    """Screen readers jump from heading to heading."""
    levels = [int(level) for level in re.findall(r"<h([1-6])", written(TALK))]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_members_words_find_their_own_direction() -> None:
    """Hebrew and Arabic are read from the right, whatever the page's language."""
    text = written(Talk(said=(said(1, "שלום"),)))

    assert '<blockquote class="words" dir="auto">שלום</blockquote>' in text


def test_the_stylesheet_is_for_light_dark_print_and_phones() -> None:
    """One file, read anywhere."""
    style = (Path(bot.exports.__file__).parent / "templates" / "record.css").read_text(encoding="utf-8")

    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style
    assert "grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr))" in style


def test_an_empty_dialogue_makes_a_valid_page() -> None:
    """There is a page to show before anybody wrote anything (B23)."""
    page = read(Talk(rounds=())).read

    assert page.frames == []
    assert "No views were marked as differing." in written(Talk(rounds=()))


def test_a_long_record_comes_in_pieces() -> None:
    """A record of many contributions must not stand in memory a second time."""
    talk = Talk(said=tuple(said(number, "words " * 50) for number in range(1, 1001)))
    pieces = list(write_html(talk.document(), english()))

    assert max(map(len, pieces)) < len("".join(pieces)) / 10

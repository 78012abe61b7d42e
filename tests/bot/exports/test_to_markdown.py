"""Markdown shows every text as text: whatever somebody types, a reader of Markdown finds those characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.exports.to_markdown import escaped, in_frame, on_one_line, write_markdown
from tests.bot.exports.records import Talk, answers, apart, changed, english, gone, said, sees, unnamed
from tests.promises.reading_back import read_markdown

PRINTED = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")
    | st.sampled_from(list("\n\n  \t#*_`~|<>[]()!-+=.:0123456789\\&;\"'$@^{}"))
)


def written(talk: Talk, *, with_earlier: bool = False) -> str:
    """Return the whole file."""
    return "".join(write_markdown(talk.document(with_earlier=with_earlier), english()))


@given(PRINTED)
def test_words_in_a_frame_are_read_as_they_are(text: str) -> None:
    """The frame holds: neither words after it nor marks inside it are anything but text."""
    read = read_markdown(f"before\n\n{in_frame(text)}after\n")

    assert "".join(read.frames) == text


@given(PRINTED)
def test_words_on_one_line_are_read_as_they_are(text: str) -> None:
    """Titles and names stand in headings, where a line end would end the heading."""
    assert read_markdown(f"# {on_one_line(text)}\n").headings == [text]


@pytest.mark.parametrize(
    "text",
    [
        "# No heading", "Words\n===", "Words\n---", "* * *", "1. one", "12) two", "- item", "+ item",
        "    code", "\tcode", "```\ncode\n```", "~~~", "> quoted", "[a](https://evil.example)",
        "![a](b)", "[a]: https://b",
        "<https://evil.example>", "https://evil.example", "www.evil.example", "a@evil.example", "<b>bold</b>",
        "<!-- no -->", "&amp; &copy; &#60;", "**b** _i_ `c`", "a|b\n-|-\n1|2",
        "~~gone~~", "two  \nspaces", "back\\\nslash",
        "ends with \\", "\n\nempty\n\n\nlines\n", " edges ", "\u00a0edges\u3000", "3.5", "e.g.",
        "$x$", ":smile:", "@everyone",
    ],
)  # fmt: skip
def test_marks_are_characters(text: str) -> None:
    """Each of these means something to a reader of Markdown when it is not escaped."""
    assert read_markdown(in_frame(text)).frames == [text]


def test_bare_addresses_do_not_become_links() -> None:
    """Readers of wider dialects make links of addresses; a mark between their parts keeps them text."""
    assert escaped("https://evil.example/x") == "https\\://evil\\.example/x"
    assert escaped("www.evil.example a@b.example") == "www\\.evil\\.example a\\@b\\.example"


def test_plain_words_stay_readable_in_the_file() -> None:
    """People open the file without a reader too; what needs no mark gets none."""
    assert in_frame("Yes, we should (I think). It's 3.5 km - no more!\nOr less?") == (
        "> Yes, we should (I think). It's 3.5 km - no more!\\\n> Or less?\n\n"
    )


def test_the_file_holds_the_whole_record() -> None:
    """Everything the document says is in the file, in its order."""
    talk = Talk(
        said=(
            said(1, "First", "Up\nand up"),
            unnamed(2, "Down", by="Ben"),
            gone(3),
            changed(said(4, "Why?", by="Ben"), **answers(1)),
        ),
        stances=(sees(1, "Ben"),),
        divergences=(apart(1, 2),),
    )
    read = read_markdown(written(talk, with_earlier=True))

    assert read.headings == [
        "A lift for the library",
        "About this dialogue",
        "Questions and answers",
        "Question 1",
        "1 · Ada (facilitator)",
        "2 · A member",
        "3",
        "4 · Ben",
        "What stays apart",
        "1. Two views, both kept",
        "1 · Ada (facilitator)",
        "2 · A member",
        "What was recorded, and what took up what",
    ]
    first = ["Up\nand up", "First"]
    assert read.frames == ["What should change?", *first, "Down", "Why?", *first, "Down"]
    assert "What it is for: To find out\nwho needs it." in read.cells
    assert read.cells[-1] == f"Proof: {'ab' * 32}"


def test_markers_and_counts_stand_in_the_file() -> None:
    """What is gone leaves its dated marker; what others see is counted in words."""
    text = written(Talk(said=(said(1, "A"), gone(2)), stances=(sees(1, "Ben"),)))
    plain = MarkdownIt("commonmark").render(text)

    assert "<em>A contribution was withdrawn by its author on 7 May 2026.</em>" in plain
    assert "<p>See it the same: 1. See it differently: 0. Not sure: 0.</p>" in plain
    assert "canary" not in text


def test_an_empty_dialogue_makes_a_valid_file() -> None:
    """There is a page to show before anybody wrote anything (B23)."""
    read = read_markdown(written(Talk(rounds=())))

    assert read.frames == []
    assert read.headings[-1] == "What was recorded, and what took up what"

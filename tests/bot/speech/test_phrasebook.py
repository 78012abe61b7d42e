"""How our words and a member's words become words on a platform."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.texts import visible
from bot.errors import BrokenPrompts
from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Part, Phrase, Quote
from tests.fakes.tag_pen import Reader, TagPen

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 5, 3, 16, 0, tzinfo=UTC)
HOSTILE = [
    "{x}",
    "{ $name }",
    "**bold**",
    "> quote",
    "- item",
    "\ue000",
    "\ue000\ue001\uf8ff",
    "<b>&amp;</b>",
    "a\n> b\n\n- c\n**d**",
    "%s ${x} {{7*7}}",
]


def write(ftl: str, phrase: Phrase, quotes: dict[Quote, str] | None = None) -> str:
    """Write a phrase of one page with the pen above."""
    words = Words(Phrasebook({"en": {"t": ftl}}), "en", quotes or {}, STOCKHOLM)
    return words.write(phrase, TagPen())


def test_a_phrase_becomes_a_paragraph() -> None:
    """The simplest case: our words, one value."""
    assert write("t-hi = Hello { $name }.", Phrase("t-hi", {"name": "Ada"})) == "<p>Hello Ada.</p>"


def test_the_three_marks_are_understood() -> None:
    """Editors need bold, lists and quotes, and nothing else."""
    lines = ("Read **this** first:", "and this", "", "- one", "- **two**", "", "> three", "> four")
    ftl = "t-all =\n    " + "\n    ".join(lines)

    assert write(ftl, Phrase("t-all")) == (
        "<p>Read <b>this</b> first:\nand this</p><ul><li>one</li><li><b>two</b></li></ul>"
        "<blockquote>three\nfour</blockquote>"
    )


def test_bold_may_hold_a_value() -> None:
    """The title of a dialogue is somebody's own words and stands out."""
    phrase = Phrase("t-title", {"title": "**A** <b>"})

    assert write("t-title = About **{ $title }**.", phrase) == "<p>About <b>**A** &lt;b&gt;</b>.</p>"


def test_stars_with_space_or_a_line_between_them_are_no_mark() -> None:
    """A lonely pair of stars must not make the rest of the sentence bold."""
    assert write("t-a = 2 ** 3 ** 4", Phrase("t-a")) == "<p>2 ** 3 ** 4</p>"


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(
    "ftl", ["t-a = It says { $x }!", "t-a =\n    > { $x }", "t-a =\n    - { $x }\n    - b"]
)
def test_a_value_is_never_read_as_a_mark(ftl: str, words: str) -> None:
    """Whoever could smuggle a mark into the bot's words could speak with the bot's voice."""
    reader = Reader()
    reader.feed(write(ftl, Phrase("t-a", {"x": words})))

    assert words in "".join(text for _, text in reader.found)
    assert {tags for tags, _ in reader.found} <= {"p", "blockquote", "ul li"}


@given(st.text(), st.text())
def test_any_words_stay_inside_their_frame(body: str, name: str) -> None:
    """A quoted text of five lines, or of anything else, must not look like words of the bot."""
    quote, author = Quote("c1"), Quote("c1", Part.AUTHOR)
    ftl = "t-shown =\n    Here **{ $name }** wrote:\n\n    > { $body }\n\n    Answer?"
    reader = Reader()
    reader.feed(write(ftl, Phrase("t-shown", {"name": author, "body": quote}), {quote: body, author: name}))

    framed = "".join(text for tags, text in reader.found if tags == "blockquote")
    assert framed == visible(body)
    assert "".join(text for tags, text in reader.found if tags == "p b") == visible(name)


def test_words_that_turn_or_hide_are_shown_as_a_sign() -> None:
    """What a reader cannot see must not change what they read."""
    assert write("t-a = { $x }", Phrase("t-a", {"x": "a\u202eb"})) == "<p>a␣b</p>"


def test_a_count_chooses_its_form_and_is_written_in_groups() -> None:
    """One person *has* answered, two *have*; long numbers are read in groups."""
    ftl = (
        "t-n = { $count ->\n    [one] One has.\n   *[other] { $count } have.\n}\nt-plain = { $count } in all"
    )

    assert write(ftl, Phrase("t-n", {"count": 1})) == "<p>One has.</p>"
    assert write(ftl, Phrase("t-n", {"count": 5213})) == "<p>5,213 have.</p>"
    assert write(ftl, Phrase("t-n", {"count": 2})) == "<p>2 have.</p>"
    assert write(ftl, Phrase("t-plain", {"count": 5213})) == "<p>5,213 in all</p>"


def test_a_word_can_choose_a_form() -> None:
    """How a member is shown comes as a key, and each key has its own sentence."""
    ftl = "t-level = { $level ->\n    [named] With your name, { $who }.\n   *[unnamed] Without a name.\n}"

    assert (
        write(ftl, Phrase("t-level", {"level": "named", "who": "*Ada*"})) == "<p>With your name, *Ada*.</p>"
    )
    assert write(ftl, Phrase("t-level", {"level": "unnamed", "who": "Ada"})) == "<p>Without a name.</p>"


def test_a_number_can_be_written_as_fluent_wants() -> None:
    """The number of a contribution is a name, not a count: no groups."""
    assert (
        write("t-a = Kept as #{ NUMBER($n, useGrouping: 0) }.", Phrase("t-a", {"n": 1234}))
        == "<p>Kept as #1234.</p>"
    )


def test_the_same_phrase_with_other_values_is_another_sentence() -> None:
    """What is remembered to be quick must never be a member's words."""
    words = Words(Phrasebook({"en": {"t": "t-a = { $x } and { $y }"}}), "en", {}, STOCKHOLM)

    assert words.plain(Phrase("t-a", {"x": "1", "y": "2"})) == "1 and 2"
    assert words.plain(Phrase("t-a", {"y": "x", "x": "y"})) == "y and x"


def test_a_phrase_inside_a_phrase_stays_in_its_line() -> None:
    """The name of a theme stands in the middle of a sentence."""
    ftl = "t-a = About **{ $what }**, please.\nt-b = why { $x }"

    inner = Phrase("t-b", {"x": "<we>"})

    assert write(ftl, Phrase("t-a", {"what": inner})) == "<p>About <b>why &lt;we&gt;</b>, please.</p>"


def test_a_phrase_of_several_blocks_breaks_its_paragraph() -> None:
    """A quote inside a sentence keeps its frame, and the sentence goes on below."""
    ftl = "t-a = Before { $what } after.\nt-b =\n    Two:\n\n    > { $x }"

    written = write(ftl, Phrase("t-a", {"what": Phrase("t-b", {"x": "mine"})}))

    assert written == "<p>Before </p><p>Two:</p><blockquote>mine</blockquote><p> after.</p>"


def test_a_phrase_of_several_blocks_stays_inside_a_frame() -> None:
    """Inside a quote or a list everything stays inside."""
    ftl = "t-a =\n    > { $what }\nt-b =\n    - { $x }\n    - b"

    written = write(ftl, Phrase("t-a", {"what": Phrase("t-b", {"x": "mine"})}))

    assert written == "<blockquote><ul><li>mine</li><li>b</li></ul></blockquote>"


def test_a_phrase_can_take_in_another_on_its_page() -> None:
    """Fluent lets an editor say a thing once; the values of both are filled in."""
    ftl = "t-a = { t-b } Bye.\nt-b = Hello { $name }."

    assert write(ftl, Phrase("t-a", {"name": "{x}"})) == "<p>Hello {x}. Bye.</p>"


def test_a_moment_is_written_by_the_platform() -> None:
    """Only the platform knows the reader's own clock."""
    assert (
        write("t-a = Until { $at }.", Phrase("t-a", {"at": NOON}))
        == f"<p>Until <time>{NOON.isoformat()}</time>.</p>"
    )


def test_an_empty_value_leaves_no_empty_paragraph() -> None:
    """Help that is not there should not leave a gap."""
    assert write("t-a =\n    Hello\n\n    { $help }", Phrase("t-a", {"help": ""})) == "<p>Hello</p>"


def test_every_broken_page_is_named_with_its_line() -> None:
    """An editor who broke a page must find the place without help."""
    pages = {
        "en": {"t": "t-a = A\nt-b =\n    Hello\n    **you**\n", "u": "u-a = { $x\n"},
        "library!": {"t": "t-n = { $n ->\n    [one] x\n}\n"},
    }

    with pytest.raises(BrokenPrompts) as broken:
        Phrasebook(pages)

    assert [problem.split(": ")[0] for problem in broken.value.problems] == [
        "en/t.ftl, line 4", "en/u.ftl, line 2", "library!/", "library!/t.ftl, line 3",
    ]  # fmt: skip


def test_a_quote_that_was_not_looked_up_is_a_mistake_of_ours() -> None:
    """To show nothing instead would put somebody's name under an empty text."""
    with pytest.raises(KeyError):
        write("t-a = { $x }", Phrase("t-a", {"x": Quote("c1")}))

"""What the bot says, as a tree of texts: nothing in it is markup, and every word is there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.web.render import (
    Tree,
    WebPen,
    draw_answer,
    draw_form,
    draw_message,
    draw_phrase,
    draw_post,
    draw_talk,
    shortened,
    write_frame,
)
from bot.dialogue.texts import visible
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import DialogueId, MemberId
from bot.speech.effects import Answer, FileKind, OpenForm, Ready, RejectForm, Reply, Say, SendFile, Silence
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Phrase, Quote, Value
from tests.promises.hostile_texts import must_show

PAGE = """
test-plain = Hello
test-value = You said { $text }.
test-bold = This is **very { $text }** indeed
test-time = It closes on { $at }.
test-list = Two things:
    - one { $text }
    - two
test-quote = { $who } wrote:
    > { $text }
    That is all.
test-inner = Before
    { $inner }
    after
test-long = { $text }
"""
BOOK = Phrasebook({"en": {"test": PAGE}})
QUOTE = Quote("some-id")
AT = datetime(2026, 5, 3, 18, tzinfo=ZoneInfo("Europe/Stockholm"))
HELLO = Phrase("test-plain")


def words(said: str = "") -> Words:
    """Return words in which the one quote is what somebody said."""
    return Words(BOOK, "en", {QUOTE: said}, UTC)


def drawn(key: str, said: str = "", **values: Value) -> list[Any]:
    """Return the nodes of a phrase."""
    return draw_phrase(Phrase(key, values), words(said))


def texts(tree: object) -> Iterator[str]:
    """Return every text in a tree, in order."""
    match tree:
        case str():
            yield tree
        case list():
            for node in tree:
                yield from texts(node)
        case {"at": _, "said": str(said)}:
            yield said
        case dict():
            for node in tree.values():
                yield from texts(node)


def kinds(tree: object) -> Iterator[str]:
    """Return the kind of every node in a tree."""
    match tree:
        case list():
            for node in tree:
                yield from kinds(node)
        case dict():
            yield from tree
            for node in tree.values():
                yield from kinds(node)


def test_a_phrase_is_paragraphs_of_texts() -> None:
    """Texts beside each other become one, so that they are read aloud in one go."""
    assert drawn("test-value", text="a < b") == [{"p": ["You said a < b."]}]


def test_what_stands_out_is_marked_and_nothing_in_it_is() -> None:
    """Marks are found in our own sentences only."""
    assert drawn("test-bold", text="**good** <b>") == [
        {"p": ["This is ", {"strong": ["very **good** <b>"]}, " indeed"]}
    ]


def test_a_moment_is_sent_as_a_moment() -> None:
    """The browser knows the zone of its reader; the words are for whoever has no script."""
    moment = {"at": "2026-05-03T16:00:00+00:00", "said": "Sunday, 3 May 2026, 16:00"}

    assert drawn("test-time", at=AT) == [{"p": ["It closes on ", moment, "."]}]


def test_a_list_and_a_quote_hold_what_is_theirs() -> None:
    """Five lines of somebody's words stay inside their frame."""
    assert drawn("test-list", text="- x") == [{"p": ["Two things:"]}, {"list": [["one - x"], ["two"]]}]
    assert drawn("test-quote", "a\n> b\n\n- c", who="Ben", text=QUOTE) == [
        {"p": ["Ben wrote:"]},
        {"quote": ["a\n> b\n\n- c"]},
        {"p": ["That is all."]},
    ]


def test_a_phrase_in_a_phrase_keeps_its_blocks() -> None:
    """A list that is put into a sentence is still a list, without empty lines around it."""
    inner = Phrase("test-list", {"text": "x"})

    assert drawn("test-inner", inner=inner) == [
        {"p": ["Before"]},
        {"p": ["Two things:"]},
        {"list": [["one x"], ["two"]]},
        {"p": ["after"]},
    ]


@given(st.text(st.characters(codec=None), max_size=300), st.text(max_size=60))
def test_whatever_is_written_comes_back_as_the_same_text(said: str, name: str) -> None:
    """B5-B13: the oracle is the text itself; the page makes text nodes and nothing else."""
    tree = drawn("test-quote", said, who=name, text=QUOTE)

    assert set(kinds(tree)) <= {"p", "quote", "strong", "list", "at", "said"}
    quoted = [node["quote"] for node in tree if "quote" in node]
    assert "".join(texts(quoted)) == must_show(visible(said)).strip("\n")
    assert write_frame({"tree": tree}).isascii()


@pytest.mark.parametrize("sign", ["\x1e", "\x1f", "\0", "\ud800", '"', "\\", "]", "\u2028"])
def test_no_sign_breaks_out_of_its_text(sign: str) -> None:
    """The sign that ends a node cannot be written by anybody."""
    assert "".join(texts(drawn("test-long", f"a{sign}b", text=QUOTE))) == f"a{must_show(visible(sign))}b"


def test_a_message_has_its_choices_and_what_is_below() -> None:
    """A button says words and carries its ticket."""
    join = Choice(HELLO, Ticket(Action.JOIN, "d"))
    message = Message(HELLO, (join,), (Message(HELLO),))

    assert draw_message(message, words()) == {
        "words": [{"p": ["Hello"]}],
        "choices": [{"label": "Hello", "ticket": "join:d"}],
        "below": [{"words": [{"p": ["Hello"]}], "choices": [], "below": []}],
    }


def a_form() -> Form:
    """Return a form with a text and a choice."""
    options = (Option("a", HELLO), Option("b", Phrase("test-value", {"text": "b"})))
    return Form(
        title=Phrase("test-long", {"text": "A title of more than twenty-four signs"}),
        ticket=Ticket(Action.CONTRIBUTE, "r"),
        intro=(HELLO, Phrase("test-list", {"text": "x"})),
        fields=(
            Field(
                id="body", label=Phrase("test-long", {"text": "L" * 60}), hint=HELLO, kind=FieldKind.PARAGRAPH
            ),
            Field(id="level", label=HELLO, kind=FieldKind.ONE_OF, options=options, is_required=False),
        ),
        values={"body": "before"},
        send=HELLO,
    )


def test_a_form_is_drawn_within_the_limits_of_all_platforms() -> None:
    """What fits here fits elsewhere; what is longer says that there is more."""
    form = draw_form(a_form(), words())

    assert form == {
        "title": "A title of more than tw…",
        "ticket": "contribute:r",
        "intro": [{"p": ["Hello"]}, {"p": ["Two things:"]}, {"list": [["one x"], ["two"]]}],
        "fields": [
            {
                "id": "body",
                "label": "L" * 44 + "…",
                "kind": "paragraph",
                "hint": "Hello",
                "options": [],
                "is_required": True,
                "most": 4000,
            },
            {
                "id": "level",
                "label": "Hello",
                "kind": "one_of",
                "hint": "",
                "options": [{"key": "a", "label": "Hello"}, {"key": "b", "label": "You said b."}],
                "is_required": False,
                "most": 4000,
            },
        ],
        "values": {"body": "before"},
        "problems": {},
        "send": "Hello",
        "is_back": False,
    }


def answer(reply: Reply) -> Tree:
    """Draw the answer with this reply."""
    return draw_answer(Answer(reply, words(), (Message(HELLO),)), "a-key")


def test_every_reply_is_drawn() -> None:
    """The page can tell them apart by one word."""
    order = SendFile(
        message=Message(HELLO), dialogue=DialogueId("d"), reader=MemberId("m"), kind=FileKind.HTML, made_at=AT
    )
    hello = draw_message(Message(HELLO), words())

    assert answer(Silence()) == {"kind": "answer", "reply": "silence", "waiting": [hello]}
    assert answer(Say(Message(HELLO)))["message"] == hello
    assert answer(order) == {
        "kind": "answer",
        "reply": "file",
        "message": hello,
        "file": "a-key",
        "waiting": [hello],
    }
    assert answer(OpenForm(a_form()))["form"] == draw_form(a_form(), words())


def test_a_form_that_is_given_back_has_what_was_typed_and_what_is_wrong() -> None:
    """Nothing that was typed is lost, also what cannot be kept."""
    back = answer(RejectForm(a_form(), {"body": HELLO}, {"body": "typed \ud83d"}))["form"]

    assert back["values"] == {"body": "typed \ud83d"}
    assert back["problems"] == {"body": "Hello"}
    assert back["is_back"]


def test_a_post_and_an_ordinary_message_have_names() -> None:
    """So that a change finds what it changes."""
    assert draw_post("p", Ready(Message(HELLO), words()))["post"] == "p"
    assert draw_talk("t", "B\u202een", "a\0b", AT) == {
        "talk": "t",
        "name": "B\u2423en",
        "text": "a\u2423b",
        "at": "2026-05-03T16:00:00+00:00",
    }


def test_what_fits_is_not_shortened() -> None:
    """Exactly the limit is within it."""
    assert shortened("x" * 24, 24) == "x" * 24
    assert shortened("x" * 23 + " y", 24) == "x" * 23 + "…"


def test_an_empty_text_leaves_nothing_behind() -> None:
    """A value that is empty is no reason for an empty paragraph."""
    assert drawn("test-long", text="") == []
    assert WebPen(words()).paragraph("") == ""

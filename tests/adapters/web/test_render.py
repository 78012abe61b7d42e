"""What the bot says, as a tree of texts: nothing in it is markup, and every word is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.web.render import (
    WebPen,
    draw_message,
    draw_post,
    draw_talk,
    shortened,
    write_frame,
)
from bot.dialogue.texts import visible
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Ready
from bot.speech.messages import Choice, Message, Table
from bot.words import Phrase
from tests.adapters.web.trees import AT, HELLO, QUOTE, drawn, kinds, texts, words
from tests.promises.hostile_texts import must_show


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


def test_a_table_stands_for_what_says_the_same() -> None:
    """It is drawn with heads for its rows and columns, and nothing is said twice."""
    table = Table(caption=HELLO, columns=(HELLO,), rows=((HELLO, (HELLO,)),))

    assert draw_message(Message(HELLO, (), (Message(HELLO),), table), words()) == {
        "words": [{"p": ["Hello"]}],
        "choices": [],
        "below": [],
        "table": {
            "caption": "Hello",
            "columns": ["Hello"],
            "rows": [{"head": "Hello", "cells": [[{"p": ["Hello"]}]]}],
        },
    }


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

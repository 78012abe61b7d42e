"""A member's words in a rich text: each is a text there, whole, and nothing in it is a mark."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack.pen import Tree, as_text, draw_phrase
from adapters.slack.render import draw_all
from bot.dialogue.texts import visible
from bot.speech.messages import Message
from bot.words import Phrase
from tests.adapters.web.trees import AT, QUOTE, words
from tests.fakes.slack.limits import check_message
from tests.promises.hostile_texts import must_show


def drawn(key: str, said: str = "", **values: Any) -> list[Tree]:
    """Draw a phrase of the tests."""
    return draw_phrase(Phrase(key, values), words(said))


def leaves(tree: Any) -> list[Tree]:
    """Return every text and moment in what was drawn."""
    if isinstance(tree, list):
        return [leaf for each in tree for leaf in leaves(each)]
    return leaves(tree["elements"]) if "elements" in tree else [tree]


def test_a_quote_is_a_frame_with_one_text_in_it() -> None:
    """Five lines of somebody's words stay inside their frame."""
    tree = drawn("test-quote", "a\n> b\n\n- c", who="Ben", text=QUOTE)

    assert [element["type"] for element in tree] == [
        "rich_text_section", "rich_text_quote", "rich_text_section",
    ]  # fmt: skip
    assert tree[1]["elements"] == [{"type": "text", "text": "a\n> b\n\n- c"}]


def test_a_moment_is_native() -> None:
    """Each reader sees it in their own zone; who cannot is told it in words."""
    moment = leaves(drawn("test-time", at=AT))[1]

    assert datetime.fromtimestamp(moment["timestamp"], UTC) == AT.astimezone(UTC) + timedelta(0)
    assert moment["fallback"] == "Sunday, 3 May 2026, 16:00"
    assert f"<!date^{moment['timestamp']}^" in as_text(drawn("test-time", at=AT))


@settings(max_examples=40)
@given(st.text(st.characters(codec=None), max_size=300), st.text(max_size=60))
def test_whatever_is_written_comes_back_as_the_same_text(said: str, name: str) -> None:
    """B5-B9: the oracle is the text itself; a rich text looks for nothing in it."""
    tree = drawn("test-quote", said, who=name, text=QUOTE)

    assert {leaf["type"] for leaf in leaves(tree)} <= {"text"}
    quoted = [element for element in tree if element["type"] == "rich_text_quote"]
    assert "".join(leaf["text"] for leaf in leaves(quoted)) == must_show(visible(said)).strip("\n")


@pytest.mark.parametrize("sign", ["<!channel>", "<@U1>", "<https://a.b|c>", "&lt;!here&gt;", "*b* _i_ :x:"])
def test_the_text_for_notifications_calls_nobody(sign: str) -> None:
    """There Slack does look for links and mentions, so the three signs they begin with are escaped."""
    text = as_text(drawn("test-long", sign, text=QUOTE))

    assert not any(mark in text for mark in ("<", "&lt;!here>"))
    assert text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == sign


@given(st.text(st.sampled_from("a <&\n\U0001f600"), min_size=1, max_size=4000))
def test_a_long_text_is_parted_and_nothing_is_left_out(said: str) -> None:
    """What fits into no single block stands in several, each in its frame, within Slack's limits."""
    parts = draw_all([Message(Phrase("test-long", {"text": QUOTE}))] * 3, words(said))

    for part in parts:
        check_message({"text": part.text, "blocks": list(part.blocks)})
    shown = "".join(
        leaf["text"] for part in parts for block in part.blocks for leaf in leaves(block["elements"])
    )
    assert shown.replace("\n", "") == (said.strip("\n") * 3).replace("\n", "")

"""Hostile texts on Slack: each is a text in a rich text; nobody is called, and nothing is left out."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from adapters.slack.forms import draw_form, read_answers
from adapters.slack.pen import Tree, readable
from adapters.slack.render import draw_all
from bot.dialogue.tickets import Action, Ticket
from bot.speech.messages import Field, FieldKind, Form, Message
from bot.words import Phrase
from tests.adapters.web.trees import QUOTE, words
from tests.fakes.slack.limits import check_message, check_view
from tests.promises.hostile_texts import must_show

CALLS = re.compile(r"<(?:!(?!date\^)|@|#|https?:|mailto:)")
"""What Slack would make a call, a mention or a link of, in the text for notifications."""
HARMLESS = {"text", "date"}
BODY = "body"


def check_slack(texts: Sequence[str]) -> None:
    """Hold texts against what Slack would be sent: said, quoted, as a name, and in a form."""
    for text in texts:
        check_said(text)
        check_in_a_form(text)


def check_said(text: str) -> None:
    """Say a text as a member's words under a name that is the same text."""
    phrase = Phrase("test-quote", {"who": text[:80], "text": QUOTE})
    parts = draw_all([Message(phrase)], words(text))
    for part in parts:
        check_message({"text": part.text, "blocks": list(part.blocks)})
        assert not CALLS.search(part.text), f"somebody would be called: {text[:80]!r}"
    leaves = [leaf for part in parts for block in part.blocks for leaf in _leaves(block)]
    assert {leaf["type"] for leaf in leaves} <= HARMLESS
    quotes = (quote for part in parts for block in part.blocks for quote in _quotes(block))
    quoted = "".join(leaf["text"] for quote in quotes for leaf in _leaves(quote))
    assert quoted == must_show(text).strip("\n"), f"changed on Slack: {text[:80]!r}"


def check_in_a_form(text: str) -> None:
    """Open a form with a text in it, and send it back as it stands."""
    field = Field(id=BODY, label=Phrase("test-plain"), kind=FieldKind.PARAGRAPH)
    form = Form(
        title=Phrase("test-plain"),
        ticket=Ticket(Action.CONTRIBUTE, "r"),
        fields=(field,),
        values={BODY: text},
    )
    view = draw_form(form, words(), "C1")
    check_view(view)
    values = {
        block["block_id"]: {
            block["element"]["action_id"]: {
                "type": "plain_text_input", "value": block["element"]["initial_value"],
            }
        }
        for block in view["blocks"]
    }  # fmt: skip
    answers = read_answers({**view, "state": {"values": values}})
    assert answers == {BODY: readable(text)}, f"changed in a form of Slack: {text[:80]!r}"


def _leaves(tree: Tree) -> Iterator[Any]:
    if "elements" not in tree:
        yield tree
    for inner in tree.get("elements", ()):
        yield from _leaves(inner)


def _quotes(block: Tree) -> Iterator[Any]:
    return (element for element in block["elements"] if element["type"] == "rich_text_quote")

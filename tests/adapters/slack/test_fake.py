"""The fake is as strict as Slack says it is: each limit is met exactly, and one more is refused."""

import copy
from typing import Any

import pytest

from adapters.slack.forms import draw_form
from adapters.slack.render import draw_view
from bot.dialogue.tickets import Action, Ticket
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Phrase
from tests.adapters.web.trees import words
from tests.fakes.slack.limits import check_aside, check_message, check_view
from tests.fakes.slack.world import Refused, Tree

PLAIN = Phrase("test-plain")


def text(characters: int) -> Tree:
    """Return a rich text of so many characters."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": "x" * characters}]}
    return {"type": "rich_text", "elements": [section]}


def message(*blocks: Tree) -> Tree:
    """Return a message of these blocks."""
    return {"text": "something", "blocks": list(blocks)}


def button(number: int, label: str = "x", value: str = "v", id: str = "") -> Tree:
    """Return a button."""
    shown = {"type": "plain_text", "text": label, "emoji": False}
    return {"type": "button", "action_id": id or f"choice-{number}", "text": shown, "value": value}


def row(*buttons: Tree) -> Tree:
    """Return a row of buttons."""
    return {"type": "actions", "elements": list(buttons)}


def a_form() -> Tree:
    """Return a form of ours with a field of each kind."""
    options = tuple(Option(f"key-{number}", PLAIN) for number in range(10))
    fields = (
        Field(id="line", label=PLAIN, hint=PLAIN),
        Field(id="words", label=PLAIN, kind=FieldKind.PARAGRAPH),
        Field(id="one", label=PLAIN, kind=FieldKind.ONE_OF, options=options),
        Field(id="any", label=PLAIN, kind=FieldKind.ANY_OF, options=options, is_required=False),
    )
    values = {"words": "a" * 3001, "one": "key-3", "any": "key-1,key-2"}
    form = Form(title=PLAIN, ticket=Ticket(Action.JOIN, "d"), fields=fields, intro=(PLAIN,), values=values)
    return draw_form(form, words(), "C1")


@pytest.mark.parametrize(
    "fits",
    [
        message(*(text(1) for _ in range(50))),
        message(text(10_000)),
        message(row(*(button(number) for number in range(25)))),
        message(row(button(1, "x" * 75, "v" * 2000, "i" * 255))),
    ],
)
def test_what_slack_takes_is_taken(fits: Tree) -> None:
    """A fake that refused more than Slack would make the bot timid."""
    check_message(fits)


@pytest.mark.parametrize(
    "broken",
    [
        {"text": "", "blocks": []},
        {"text": "", "blocks": [text(1)]},
        {"text": "x" * 40_001},
        message(*(text(1) for _ in range(51))),
        message(text(13_201)),
        message(text(0)),
        message({"type": "rich_text", "elements": []}),
        message({"type": "never_heard_of"}),
        message({**text(1), "surprise": 1}),
        message({**text(1), "block_id": "same"}, {**text(1), "block_id": "same"}),
        message({**text(1), "block_id": "i" * 256}),
        message(row(*(button(number) for number in range(26)))),
        message(row(button(1, "x" * 76))),
        message(row(button(1, value="v" * 2001))),
        message(row(button(1, id="i" * 256))),
        message(row(button(1), button(1))),
        message(a_form()["blocks"][1]),
    ],
)
def test_what_slack_refuses_is_refused(broken: Tree) -> None:
    """Each of these would fail only before the real Slack, at night."""
    with pytest.raises(Refused):
        check_message(broken)


def test_a_form_of_ours_is_taken_whole() -> None:
    """Every kind of field, filled, with a text that needs two of them."""
    form = a_form()

    check_view(form)
    names = [block["element"]["action_id"] for block in form["blocks"] if block["type"] == "input"]
    assert names == ["line", "words", "words/2", "one", "any"]


def change(tree: Tree, path: str, value: object) -> Tree:
    """Return a view with one thing changed."""
    changed: Any = copy.deepcopy(tree)
    inner, *steps = changed, *path.split(".")
    for step in steps[:-1]:
        inner = inner[int(step)] if step.isdecimal() else inner[step]
    inner[steps[-1]] = value
    return dict(changed)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("surprise", 1),
        ("title", {"type": "plain_text", "text": "x" * 25, "emoji": False}),
        ("submit", {"type": "plain_text", "text": "x" * 25, "emoji": False}),
        ("private_metadata", "x" * 3001),
        ("callback_id", "x" * 256),
        ("blocks.1.block_id", "x" * 256),
        ("blocks.1.label", {"type": "plain_text", "text": "x" * 2001, "emoji": False}),
        ("blocks.1.hint", {"type": "plain_text", "text": "x" * 2001, "emoji": False}),
        ("blocks.1.element.max_length", 3001),
        ("blocks.2.element.initial_value", "x" * 3001),
        ("blocks.4.element.options", []),
        ("blocks.4.element.initial_option", {"text": {"type": "plain_text", "text": "x"}, "value": "other"}),
        ("blocks.5.element.initial_options", []),
    ],
)
def test_a_form_that_slack_refuses_is_refused(path: str, value: object) -> None:
    """One thing too long, unknown or empty."""
    with pytest.raises(Refused):
        check_view(change(a_form(), path, value))


def test_an_answer_aside_holds_nothing_else() -> None:
    """What everybody would see must not slip through where one person is answered."""
    aside = {**message(text(1)), "response_type": "ephemeral", "replace_original": False}

    check_aside(aside)
    for wrong in ({"response_type": "in_channel"}, {"delete_original": True}):
        with pytest.raises(Refused):
            check_aside(aside | wrong)


def test_a_view_takes_what_fits_and_the_rest_comes_in_parts() -> None:
    """Nothing is left out: a long record that is asked for in a view goes on in the direct message."""
    messages = [Message(PLAIN, (Choice(PLAIN, Ticket(Action.JOIN, str(number))),)) for number in range(80)]

    view, rest = draw_view(messages, words(), "C1")

    check_view(view)
    assert len(view["blocks"]) == 98
    assert sum(len(part.blocks) for part in rest) == 2 * 80 - 98

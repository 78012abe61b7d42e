"""What the bot says, as Slack's blocks: a message in parts, a view, the App Home. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from adapters.slack.parts import Part, parts_of, rich_blocks
from adapters.slack.pen import Tree, draw_phrase, readable
from bot.ports import Delivery
from bot.speech.messages import CHOICE_LENGTH, TITLE_LENGTH, Choice, Message
from bot.speech.phrasebook import Words

BUTTONS_MOST = 25
"""How many buttons stand in one row of Slack."""
VIEW_MOST = 98
"""Slack takes 100 blocks in a view; two are kept for what is put around them."""
NAME = "Counterpoint"
MESSAGE, FORM, HOME = "message", "form", "home"
"""What a view of ours is: something said, or something to fill in."""


def draw_post(message: Message, words: Words, delivery: Delivery) -> list[Part]:
    """Draw a post; each part carries its own delivery id, where it can be read back."""
    parts = draw_all([message], words)
    return [Part(_marked(part.blocks, delivery.part(number)), part.text) for number, part in enumerate(parts)]


def draw_all(messages: Iterable[Message], words: Words) -> list[Part]:
    """Draw several things said, one below the other."""
    return parts_of(_groups(messages, words))


def draw_view(messages: Sequence[Message], words: Words, place: str) -> tuple[Tree, list[Part]]:
    """Draw what is said as a view, and in parts what a view has no room for."""
    groups = list(_groups(messages, words))
    shown: list[Tree] = []
    while groups and len(shown) + len(groups[0]) <= VIEW_MOST:
        shown += groups.pop(0)
    view = {
        "type": "modal",
        "callback_id": MESSAGE,
        "title": plain(NAME, TITLE_LENGTH),
        "private_metadata": place,
        "blocks": shown,
    }
    return view, parts_of(groups)


def draw_home(messages: Sequence[Message], words: Words) -> Tree:
    """Draw the App Home: as many whole messages as a view has room for; the button at its top shows all."""
    view, _ = draw_view(messages, words, "")
    return {"type": "home", "callback_id": HOME, "blocks": view["blocks"]}


def plain(text: str, most: int) -> Tree:
    """Return a text without marks, or its beginning with a sign that there is more."""
    return {"type": "plain_text", "text": shortened(text, most), "emoji": False}


def shortened(text: str, most: int) -> str:
    """Return the text, or its beginning with a sign that there is more."""
    shown = readable(text) or " "
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"


def _groups(messages: Iterable[Message], words: Words) -> Iterator[list[Tree]]:
    for message in messages:
        group = [*rich_blocks(draw_phrase(message.phrase, words)), *_rows(message.choices, words)]
        if group:
            yield group
        yield from _groups(message.below, words)


def _rows(choices: Sequence[Choice], words: Words) -> Iterator[Tree]:
    for first in range(0, len(choices), BUTTONS_MOST):
        row = choices[first : first + BUTTONS_MOST]
        yield {"type": "actions", "elements": [_button(choice, words, at) for at, choice in enumerate(row)]}


def _button(choice: Choice, words: Words, at: int) -> Tree:
    return {
        "type": "button",
        "action_id": f"choice-{at}",
        "text": plain(words.plain(choice.label), CHOICE_LENGTH),
        "value": str(choice.ticket),
    }


def _marked(blocks: tuple[Tree, ...], name: str) -> tuple[Tree, ...]:
    """Name the first block after its delivery, so that it can be found again in a channel."""
    return ({**blocks[0], "block_id": name}, *blocks[1:])

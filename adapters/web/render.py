"""
What the bot says, as a small tree of JSON for the page. Pure.

The page makes a text node of every text in it and knows six kinds of nodes; nothing that anybody
writes can become markup, because no markup is sent.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias, assert_never

from bot.dialogue.texts import SHOWN, visible
from bot.speech.effects import Answer, OpenForm, Ready, RejectForm, Reply, Say, SendFile, Silence
from bot.speech.messages import CHOICE_LENGTH, LABEL_LENGTH, TITLE_LENGTH, Choice, Field, Form, Message, Table
from bot.speech.phrasebook import Words
from bot.words import Phrase

Tree: TypeAlias = dict[str, Any]

_CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f]")
_END = "\x1e"
"""Ends every node that the pen wrote; JSON writes this sign as an escape, so no text can hold it."""


class WebPen:
    """Writes nodes of JSON, one after the other, so that they can be put together as texts are."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def text(self, text: str) -> str:
        """Write a text, which stays one; a control that no page can show becomes a sign."""
        return _node(readable(text)) if text else ""

    def bold(self, inner: str) -> str:
        """Let it stand out."""
        return _node({"strong": _nodes(inner)})

    def moment(self, at: datetime) -> str:
        """Write a moment; the page says it in the zone of the browser."""
        return _node({"at": at.astimezone(UTC).isoformat(), "said": self._words.moment(at)})

    def paragraph(self, inner: str) -> str:
        """Write a paragraph, without empty lines at its edges."""
        nodes = _trimmed(_nodes(inner))
        return _node({"p": nodes}) if nodes else ""

    def items(self, inners: Sequence[str]) -> str:
        """Write a list."""
        return _node({"list": [_nodes(inner) for inner in inners]})

    def quote(self, inner: str) -> str:
        """Frame somebody's words."""
        return _node({"quote": _trimmed(_nodes(inner))})

    def join(self, blocks: Sequence[str]) -> str:
        """Put blocks together: they follow each other."""
        return "".join(blocks)


def readable(text: str) -> str:
    """Return the text with a sign in place of controls; line breaks and tabs stay."""
    return _CONTROLS.sub(SHOWN, text)


def draw_phrase(phrase: Phrase, words: Words) -> list[Any]:
    """Draw one of our phrases, with everybody's words in it."""
    return _nodes(words.write(phrase, WebPen(words)))


def draw_message(message: Message, words: Words) -> Tree:
    """Draw something said, its buttons, and what is below it; a table stands for what says the same."""
    said = {
        "words": draw_phrase(message.phrase, words),
        "choices": [_draw_choice(choice, words) for choice in message.choices],
        "below": [],
    }
    if message.table is not None:
        return said | {"table": _draw_table(message.table, words)}
    return said | {"below": [draw_message(part, words) for part in message.below]}


def _draw_table(table: Table, words: Words) -> Tree:
    return {
        "caption": words.plain(table.caption),
        "columns": [words.plain(column) for column in table.columns],
        "rows": [
            {"head": words.plain(head), "cells": [draw_phrase(cell, words) for cell in cells]}
            for head, cells in table.rows
        ],
    }


def draw_form(
    form: Form,
    words: Words,
    problems: Mapping[str, Phrase] | None = None,
    answers: Mapping[str, str] | None = None,
) -> Tree:
    """Draw a form; one that is given back has its *problems* beside the fields, and *answers* as typed."""
    return {
        "title": shortened(words.plain(form.title), TITLE_LENGTH),
        "ticket": str(form.ticket),
        "intro": [node for phrase in form.intro for node in draw_phrase(phrase, words)],
        "fields": [_draw_field(field, words) for field in form.fields],
        "values": dict(form.values if answers is None else answers),
        "problems": {id: words.plain(phrase) for id, phrase in (problems or {}).items()},
        "send": shortened(words.plain(form.send), CHOICE_LENGTH),
        "is_back": answers is not None,
    }


def draw_answer(answer: Answer, file: str = "") -> Tree:
    """Draw what goes back to one person; *file* is the name under which the page can ask for a file."""
    return {
        "kind": "answer",
        **_draw_reply(answer.reply, answer.words, file),
        "waiting": [draw_message(message, answer.words) for message in answer.waiting],
    }


def draw_post(post: str, ready: Ready) -> Tree:
    """Draw a post as it stands in its place."""
    return {"post": post, "message": draw_message(ready.message, ready.words)}


def draw_talk(id: str, name: str, text: str, at: datetime) -> Tree:
    """Draw an ordinary message between people, which the bot is not told of."""
    return {
        "talk": id,
        "name": readable(visible(name)),
        "text": readable(visible(text)),
        "at": at.astimezone(UTC).isoformat(),
    }


def write_frame(tree: Tree) -> str:
    """Write one frame for a socket, in plain ASCII: a broken character stays an escape."""
    return json.dumps(tree, separators=(",", ":"))


def shortened(text: str, most: int) -> str:
    """Return the text, or its beginning with a sign that there is more."""
    shown = readable(text)
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"


def _draw_reply(reply: Reply, words: Words, file: str) -> Tree:
    match reply:
        case Say(message):
            return {"reply": "say", "message": draw_message(message, words)}
        case SendFile(message=message):
            return {"reply": "file", "message": draw_message(message, words), "file": file}
        case OpenForm(form):
            return {"reply": "form", "form": draw_form(form, words)}
        case RejectForm(form, problems, answers):
            return {"reply": "form", "form": draw_form(form, words, problems, answers)}
        case Silence():
            return {"reply": "silence"}
        case _:
            assert_never(reply)


def _draw_choice(choice: Choice, words: Words) -> Tree:
    return {"label": shortened(words.plain(choice.label), CHOICE_LENGTH), "ticket": str(choice.ticket)}


def _draw_field(field: Field, words: Words) -> Tree:
    return {
        "id": field.id,
        "label": shortened(words.plain(field.label), LABEL_LENGTH),
        "kind": str(field.kind),
        "hint": words.plain(field.hint) if field.hint else "",
        "options": [{"key": option.key, "label": words.plain(option.label)} for option in field.options],
        "is_required": field.is_required,
        "most": field.most,
    }


def _node(node: str | Tree) -> str:
    return json.dumps(node, separators=(",", ":")) + _END


def _nodes(written: str) -> list[Any]:
    """Read nodes back; texts beside each other become one."""
    nodes: list[Any] = []
    for piece in written.split(_END)[:-1]:
        node = json.loads(piece)
        if isinstance(node, str) and nodes and isinstance(nodes[-1], str):
            nodes[-1] += node
        else:
            nodes.append(node)
    return nodes


def _trimmed(nodes: list[Any]) -> list[Any]:
    """Take away line breaks at the edges, and what is empty then."""
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip("\n")
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip("\n")
    return [node for node in nodes if node != ""]

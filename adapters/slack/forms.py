"""Forms as Slack's views, and what came back in one. Pure."""

from collections.abc import Mapping
from typing import Any

from adapters.slack.parts import cut, rich_blocks
from adapters.slack.pen import Tree, draw_phrase, readable, units
from adapters.slack.render import FORM, plain, shortened
from bot.speech.messages import CHOICE_LENGTH, TITLE_LENGTH, Field, FieldKind, Form, Option
from bot.speech.phrasebook import Words
from bot.words import Phrase

TEXT_MOST = 3000
"""Slack's limit for one field of a form."""
SEND_LENGTH = 24
LABEL_MOST = 2000
_AND_THEN = "/"
"""Ends the name of a field whose words go on in another one below it."""


def draw_form(
    form: Form, words: Words, place: str, problems: Mapping[str, Phrase] | None = None,
    answers: Mapping[str, str] | None = None,
) -> Tree:  # fmt: skip
    """Draw a form; one that is given back holds the *answers* as typed, each with its problem above it."""
    values = form.values if answers is None else answers
    blocks = [block for phrase in form.intro for block in rich_blocks(draw_phrase(phrase, words))]
    for field in form.fields:
        if problem := (problems or {}).get(field.id):
            blocks += rich_blocks(draw_phrase(problem, words))
        blocks += _inputs(field, form, words, values.get(field.id, ""))
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": plain(words.plain(form.title), TITLE_LENGTH),
        "submit": plain(words.plain(form.send), SEND_LENGTH),
        "private_metadata": f"{form.ticket} {place}",
        "blocks": blocks,
    }


def draw_errors(
    form: Form, problems: Mapping[str, Phrase], words: Words, view: Mapping[str, Any]
) -> dict[str, str] | None:
    """Return what is wrong beside each field; nothing where the view that is open lacks one of the fields."""
    shown = {block["block_id"] for block in view.get("blocks", ()) if block.get("type") == "input"}
    errors = {
        block_id(form, id): shortened(words.plain(problem), LABEL_MOST) for id, problem in problems.items()
    }
    return errors if errors and errors.keys() <= shown else None


def block_id(form: Form, field: str) -> str:
    """Name a block after its form and field, so that Slack never fills it from another form."""
    return f"{field} {form.ticket}"


def read_answers(view: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands in the fields of a view that came back; a text in two fields is one again."""
    answers: dict[str, str] = {}
    for block in view["blocks"]:
        if block.get("type") != "input":
            continue
        name = str(block["element"]["action_id"])
        found = view["state"]["values"].get(block["block_id"], {}).get(name, {})
        field = name.partition(_AND_THEN)[0]
        answers[field] = answers.get(field, "") + _typed(found)
    return answers


def _typed(found: Mapping[str, Any]) -> str:
    match found.get("type"):
        case "radio_buttons":
            return str((found.get("selected_option") or {}).get("value", ""))
        case "checkboxes":
            return ",".join(str(option["value"]) for option in found.get("selected_options") or ())
        case _:
            return str(found.get("value") or "")


def _inputs(field: Field, form: Form, words: Words, value: str) -> list[Tree]:
    """Draw a field; a text that is longer than one field of Slack stands in as many as it needs."""
    is_text = field.kind in {FieldKind.LINE, FieldKind.PARAGRAPH}
    texts = list(cut(readable(value), TEXT_MOST) if is_text else ()) or [value]
    names = [field.id, *(f"{field.id}{_AND_THEN}{number}" for number in range(2, len(texts) + 1))]
    return [_input(field, form, words, name, text) for name, text in zip(names, texts, strict=True)]


def _input(field: Field, form: Form, words: Words, name: str, value: str) -> Tree:
    drawn: Tree = {
        "type": "input",
        "block_id": block_id(form, name),
        "label": plain(words.plain(field.label), LABEL_MOST),
        "optional": not field.is_required or name != field.id,
        "element": {"action_id": name, **_element(field, words, value)},
    }
    if hints := _hints(field):
        drawn["hint"] = plain(" ".join(words.plain(hint) for hint in hints), LABEL_MOST)
    return drawn


def _hints(field: Field) -> tuple[Phrase, ...]:
    """Return what stands below a field; where other ways in take more, that is said here (decision 13)."""
    is_shorter = field.kind is FieldKind.PARAGRAPH and field.most > TEXT_MOST
    most = (Phrase("slack-most", {"most": TEXT_MOST}),) if is_shorter else ()
    return (*((field.hint,) if field.hint else ()), *most)


def _element(field: Field, words: Words, value: str) -> Tree:
    if field.kind in {FieldKind.LINE, FieldKind.PARAGRAPH}:
        drawn: Tree = {
            "type": "plain_text_input",
            "multiline": field.kind is FieldKind.PARAGRAPH or "\n" in value,
            "max_length": max(min(field.most, TEXT_MOST), units(value)),
        }
        return drawn | ({"initial_value": value} if value else {})
    options = [_option(option, words) for option in field.options]
    if field.kind is FieldKind.ONE_OF:
        chosen = [option for option in options if option["value"] == value]
        return {"type": "radio_buttons", "options": options} | (
            {"initial_option": chosen[0]} if chosen else {}
        )
    ticked = [option for option in options if option["value"] in value.split(",")]
    return {"type": "checkboxes", "options": options} | ({"initial_options": ticked} if ticked else {})


def _option(option: Option, words: Words) -> Tree:
    """Draw an option; what does not fit on its line stands below it."""
    first, *rest = cut(words.plain(option.label), CHOICE_LENGTH - 5)
    drawn = {"text": plain(first, CHOICE_LENGTH), "value": option.key}
    return drawn | ({"description": plain("".join(rest), CHOICE_LENGTH)} if rest else {})

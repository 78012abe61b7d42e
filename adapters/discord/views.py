"""Parts and forms as views and modals of the library, finished before they are sent: it keeps nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from zlib import crc32

import discord
from discord import ui

from adapters.discord.render import Button, Part, draw_phrase, shortened, units
from bot.speech.messages import LABEL_LENGTH, TITLE_LENGTH, WORDS_LENGTH, Field, FieldKind, Form
from bot.speech.phrasebook import Words

# https://discord.com/developers/docs/components/reference
IN_A_MODAL = 5
"""The most components at the top of a modal, the text above the fields included."""
HINT_LENGTH = 100
OPTION_LENGTH = 100
FEWEST_RADIOS = 2


def view_of(part: Part, name: str = "", file: str = "", *, is_framed: bool = False) -> ui.LayoutView:
    """Return a part as a view; *name* is the delivery it can be found by, *file* what is attached."""
    view: ui.LayoutView = ui.LayoutView(timeout=None)
    items = list(_items(part, name))
    if is_framed:
        view.add_item(ui.Container(*items))
    else:
        for item in items:
            view.add_item(item)
    if file:
        view.add_item(ui.File(f"attachment://{file}"))
    view.stop()  # the library would keep what is not finished in memory for ever
    return view


def number_of(name: str) -> int:
    """Return the id of the first component, by which a message of ours is found in its channel."""
    return crc32(name.encode()) % (2**31 - 2**16) + 2**16


def modal_of(form: Form, words: Words, answers: Mapping[str, str] | None = None, mark: str = "") -> ui.Modal:
    """Return a form as a modal, filled in with *answers* or with what it holds by itself."""
    title = shortened(words.plain(form.title), TITLE_LENGTH)
    modal = ui.Modal(title=title, custom_id=str(replace(form.ticket, mark=mark)))
    intro = intro_of(form, words)
    beside = _place_for(intro, form)
    if intro and beside is None:
        modal.add_item(ui.TextDisplay(intro))
    values = form.values if answers is None else answers
    for field in form.fields:
        hint = intro if field.id == beside else words.plain(field.hint) if field.hint else ""
        modal.add_item(
            ui.Label(
                text=shortened(words.plain(field.label), LABEL_LENGTH),
                description=shortened(hint, HINT_LENGTH) or None,
                component=_component(field, words, values.get(field.id, "")),
            )
        )
    modal.stop()
    return modal


def intro_of(form: Form, words: Words) -> str:
    """Return what stands above the fields."""
    return "\n".join(filter(None, (draw_phrase(phrase, words) for phrase in form.intro)))


def fits_into_modal(form: Form, words: Words) -> bool:
    """Whether all that a form says has room in a modal; otherwise it is said before."""
    intro = intro_of(form, words)
    room = len(form.fields) + (1 if intro and _place_for(intro, form) is None else 0)
    return room <= IN_A_MODAL and units(intro) <= WORDS_LENGTH


def _place_for(intro: str, form: Form) -> str | None:
    """Return the field under whose label a short intro stands where there is no room above."""
    if not intro or len(form.fields) < IN_A_MODAL or units(intro) > HINT_LENGTH:
        return None
    return next((field.id for field in form.fields if field.hint is None), None)


def _items(part: Part, name: str) -> Iterator[ui.Item[ui.LayoutView]]:
    number = number_of(name) if name else None
    for block in part.blocks:
        if isinstance(block, str):
            yield ui.TextDisplay(block, id=number)
            number = None
        else:
            yield ui.ActionRow(*map(_button, block), id=number)
            number = None


def _button(button: Button) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=button.label, custom_id=str(button.ticket), style=discord.ButtonStyle.secondary)


def _component(field: Field, words: Words, value: str) -> ui.Item[ui.LayoutView]:
    chosen = value.split(",")
    labels = {option.key: shortened(words.plain(option.label), OPTION_LENGTH) for option in field.options}
    if field.kind is FieldKind.ANY_OF:
        ticks = [
            discord.CheckboxGroupOption(label=label, value=key, default=key in chosen)
            for key, label in labels.items()
        ]
        least = 1 if field.is_required else 0
        return ui.CheckboxGroup(
            custom_id=field.id,
            options=ticks,
            required=field.is_required,
            min_values=least,
            max_values=len(ticks),
        )
    if field.kind is FieldKind.ONE_OF and len(labels) >= FEWEST_RADIOS:
        radios = [
            discord.RadioGroupOption(label=label, value=key, default=key in chosen)
            for key, label in labels.items()
        ]
        return ui.RadioGroup(custom_id=field.id, options=radios, required=field.is_required)
    if field.kind is FieldKind.ONE_OF:
        only = [
            discord.SelectOption(label=label, value=key, default=key in chosen)
            for key, label in labels.items()
        ]
        return ui.Select(custom_id=field.id, options=only, required=field.is_required)
    return ui.TextInput(
        custom_id=field.id,
        style=discord.TextStyle.paragraph if field.kind is FieldKind.PARAGRAPH else discord.TextStyle.short,
        required=field.is_required,
        max_length=min(field.most, WORDS_LENGTH),
        default=value[: min(field.most, WORDS_LENGTH)] or None,
    )

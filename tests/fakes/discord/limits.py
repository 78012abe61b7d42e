"""The documented limits of Discord as data, and what in a body goes beyond one of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
Problem: TypeAlias = tuple[str, str]
"""Where in the body, and what is wrong there."""

ROW, BUTTON, SELECT, INPUT, TEXT, FILE, SEPARATOR, CONTAINER = 1, 2, 3, 4, 10, 13, 14, 17
LABEL, RADIOS, TICKS, TICK = 18, 21, 22, 23
SELECTS = {3, 5, 6, 7, 8}
IN_MESSAGE = {ROW, 9, TEXT, 12, FILE, SEPARATOR, CONTAINER}
IN_CONTAINER = IN_MESSAGE - {CONTAINER}
IN_MODAL = {LABEL, TEXT}
IN_LABEL = {INPUT, RADIOS, TICKS, TICK, 19, *SELECTS}
COMPONENTS_V2 = 1 << 15


@dataclass(frozen=True, slots=True)
class Limit:
    """How short and how long something may be, or how few and how many there may be."""

    name: str
    least: int
    most: int


# https://discord.com/developers/docs: Create Message, Components, Interactions, Application Commands.
LIMITS = {
    limit.name: limit
    for limit in (
        Limit("message.content", 0, 2000),
        Limit("message.components", 0, 40),
        Limit("message.text", 0, 4000),
        Limit("message.nonce", 1, 25),
        Limit("message.files", 0, 10),
        Limit("custom_id", 1, 100),
        Limit("text.content", 1, 4000),
        Limit("row.buttons", 1, 5),
        Limit("button.label", 1, 80),
        Limit("select.options", 1, 25),
        Limit("modal.title", 1, 45),
        Limit("modal.components", 1, 5),
        Limit("label.label", 1, 45),
        Limit("label.description", 0, 100),
        Limit("input.max_length", 1, 4000),
        Limit("input.value", 0, 4000),
        Limit("input.placeholder", 0, 100),
        Limit("radios.options", 2, 10),
        Limit("ticks.options", 1, 10),
        Limit("option.label", 1, 100),
        Limit("option.value", 1, 100),
        Limit("option.description", 0, 100),
        Limit("thread.name", 1, 100),
        Limit("command.name", 1, 32),
        Limit("command.description", 1, 100),
        Limit("command.options", 0, 25),
        Limit("command.choices", 0, 25),
        Limit("command.choice", 1, 100),
        Limit("command.whole", 0, 8000),
        Limit("autocomplete.choices", 0, 25),
    )
}


def units(text: str) -> int:
    """Count as Discord may: the larger of code points and UTF-16 units."""
    return max(len(text), len(text.encode("utf-16-le", "surrogatepass")) // 2)


def walk(components: list[Json]) -> Iterator[Json]:
    """Return every component, also those inside others."""
    for item in components:
        yield item
        yield from walk(item.get("components") or [])
        for name in ("component", "accessory"):
            if item.get(name):
                yield from walk([item[name]])


class Found:
    """Gathers what is wrong in one body."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def count(self, where: str, name: str, number: int) -> None:
        """Hold a number against its limit."""
        limit = LIMITS[name]
        if not limit.least <= number <= limit.most:
            self.problems.append((where, f"{name} must be {limit.least} to {limit.most}, not {number}"))

    def length(self, where: str, name: str, text: Any) -> None:
        """Hold a text against its limit."""
        if not isinstance(text, str):
            self.problems.append((where, f"{name} must be a text"))
        else:
            self.count(where, name, units(text))

    def no(self, where: str, what: str, *, unless: bool) -> None:
        """Note something that is wrong by itself."""
        if not unless:
            self.problems.append((where, what))


def in_message(body: Json, *, is_edit: bool = False, was_v2: bool = False) -> list[Problem]:
    """Return what is wrong in a message that is sent or edited."""
    found = Found()
    is_v2 = was_v2 or bool((body.get("flags") or 0) & COMPONENTS_V2)
    components = body.get("components") or []
    found.length("content", "message.content", body.get("content") or "")
    found.count("attachments", "message.files", len(body.get("attachments") or []))
    if "nonce" in body:
        found.length("nonce", "message.nonce", str(body["nonce"]))
    has_words = body.get("content") or body.get("embeds")
    found.no("", "no content beside components of version 2", unless=not (is_v2 and has_words))
    found.no(
        "", "an empty message", unless=bool(is_edit or has_words or components or body.get("attachments"))
    )
    if is_v2:
        _components(components, IN_MESSAGE, "components", found)
    elif components:
        _components(components, {ROW}, "components", found)
    items = list(walk(components))
    found.count("components", "message.components", len(items))
    text = sum(units(str(item.get("content", ""))) for item in items if item.get("type") == TEXT)
    found.count("components", "message.text", text)
    _no_two_alike(items, found)
    return found.problems


def in_modal(data: Json) -> list[Problem]:
    """Return what is wrong in a modal."""
    found = Found()
    found.length("title", "modal.title", data.get("title"))
    found.length("custom_id", "custom_id", data.get("custom_id"))
    components = data.get("components") or []
    found.count("components", "modal.components", len(components))
    _components(components, IN_MODAL, "components", found)
    _no_two_alike(list(walk(components)), found)
    return found.problems


def in_choices(data: Json) -> list[Problem]:
    """Return what is wrong in what is offered while somebody types."""
    found = Found()
    found.count("choices", "autocomplete.choices", len(data.get("choices") or []))
    for choice in data.get("choices") or []:
        found.length("name", "command.choice", choice.get("name"))
        found.length("value", "command.choice", choice.get("value"))
    return found.problems


def _components(items: list[Json], allowed: set[int], where: str, found: Found) -> None:
    for place, item in enumerate(items):
        here, kind = f"{where}.{place}", item.get("type")
        if kind not in allowed:
            found.problems.append((here, f"no component of type {kind} may stand here"))
        elif check := _CHECKS.get(kind):
            check(item, here, found)


def _row(item: Json, where: str, found: Found) -> None:
    inner = item.get("components") or []
    found.count(where, "row.buttons", len(inner))
    is_select = any(each.get("type") in SELECTS for each in inner)
    found.no(where, "a select stands alone in its row", unless=not is_select or len(inner) == 1)
    _components(inner, {BUTTON, *SELECTS}, f"{where}.components", found)


def _button(item: Json, where: str, found: Found) -> None:
    if "label" in item or not item.get("emoji"):
        found.length(f"{where}.label", "button.label", item.get("label"))
    found.length(f"{where}.custom_id", "custom_id", item.get("custom_id"))
    found.no(where, "unknown style", unless=item.get("style") in {1, 2, 3, 4})


def _options(name: str) -> Callable[[Json, str, Found], None]:
    def check(item: Json, where: str, found: Found) -> None:
        found.length(f"{where}.custom_id", "custom_id", item.get("custom_id"))
        options = item.get("options") or []
        found.count(f"{where}.options", name, len(options))
        values = [option.get("value") for option in options]
        found.no(where, "two options with one value", unless=len(set(values)) == len(values))
        for option in options:
            found.length(where, "option.label", option.get("label"))
            found.length(where, "option.value", option.get("value"))
            found.length(where, "option.description", option.get("description") or "")
        if name == "radios.options":
            chosen = sum(bool(option.get("default")) for option in options)
            found.no(where, "more than one is chosen", unless=chosen <= 1)

    return check


def _input(item: Json, where: str, found: Found) -> None:
    found.length(f"{where}.custom_id", "custom_id", item.get("custom_id"))
    found.count(where, "input.max_length", item.get("max_length") or LIMITS["input.max_length"].most)
    found.length(where, "input.value", item.get("value") or "")
    found.length(where, "input.placeholder", item.get("placeholder") or "")
    most = item.get("max_length") or LIMITS["input.max_length"].most
    found.no(where, "the value is longer than max_length", unless=units(item.get("value") or "") <= most)


def _label(item: Json, where: str, found: Found) -> None:
    found.length(f"{where}.label", "label.label", item.get("label"))
    found.length(f"{where}.description", "label.description", item.get("description") or "")
    _components([item.get("component") or {}], IN_LABEL, f"{where}.component", found)


def _container(item: Json, where: str, found: Found) -> None:
    found.no(where, "an empty frame", unless=bool(item.get("components")))
    _components(item.get("components") or [], IN_CONTAINER, f"{where}.components", found)


def _text(item: Json, where: str, found: Found) -> None:
    found.length(f"{where}.content", "text.content", item.get("content"))
    found.no(where, "nothing to be read", unless=bool(str(item.get("content", "")).strip()))


_CHECKS: dict[Any, Callable[[Json, str, Found], None]] = {
    ROW: _row, BUTTON: _button, SELECT: _options("select.options"), INPUT: _input, TEXT: _text,
    CONTAINER: _container, LABEL: _label, RADIOS: _options("radios.options"),
    TICKS: _options("ticks.options"),
}  # fmt: skip


def _no_two_alike(items: list[Json], found: Found) -> None:
    for name in ("custom_id", "id"):
        known = [item[name] for item in items if item.get(name)]
        found.no("components", f"two components with one {name}", unless=len(set(known)) == len(known))

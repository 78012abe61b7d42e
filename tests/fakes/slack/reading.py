"""What a person reads in blocks, and the buttons they find there."""

from collections.abc import Iterable, Iterator

from tests.fakes.slack.world import Tree


def read_blocks(blocks: Iterable[Tree]) -> str:
    """Return what there is to read, as it stands on the screen."""
    return "\n".join(text for block in blocks if (text := _block(block)))


def buttons_in(blocks: Iterable[Tree]) -> Iterator[Tree]:
    """Return the buttons, from top to bottom."""
    for block in blocks:
        if block["type"] == "actions":
            yield from block["elements"]


def inputs_in(blocks: Iterable[Tree]) -> Iterator[Tree]:
    """Return the fields of a form."""
    return (block for block in blocks if block["type"] == "input")


def _block(block: Tree) -> str:
    match block["type"]:
        case "rich_text":
            return "\n".join(map(_element, block["elements"]))
        case "actions":
            return "  ".join(f"[{button['text']['text']}]" for button in block["elements"])
        case "input":
            element = block["element"]
            options = [option["text"]["text"] for option in element.get("options", ())]
            hint = block.get("hint", {}).get("text", "")
            return "\n".join(
                filter(None, (block["label"]["text"], hint, *options, element.get("initial_value", "")))
            )
        case _:
            return ""


def _element(element: Tree) -> str:
    if element["type"] == "rich_text_list":
        return "\n".join(f"• {_leaves(item['elements'])}" for item in element["elements"])
    return _leaves(element["elements"])


def _leaves(leaves: Iterable[Tree]) -> str:
    return "".join(leaf["text"] if leaf["type"] == "text" else leaf["fallback"] for leaf in leaves)

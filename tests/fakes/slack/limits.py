"""What Slack takes: slack_sdk's own validators, and the documented limits that they let pass."""

from collections.abc import Iterable, Iterator
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from tests.fakes.slack.world import Refused, Tree

BLOCKS_IN_A_MESSAGE, BLOCKS_IN_A_VIEW = 50, 100
MESSAGE_MOST, TEXT_MOST = 13_200, 40_000
VIEW_KEYS = {"type", "callback_id", "title", "submit", "close", "private_metadata", "blocks", "external_id"}
KEYS: dict[str, set[str]] = {
    "rich_text": {"type", "block_id", "elements"},
    "rich_text_section": {"type", "elements"},
    "rich_text_quote": {"type", "elements"},
    "rich_text_list": {"type", "style", "elements"},
    "text": {"type", "text", "style"},
    "date": {"type", "timestamp", "format", "fallback"},
    "actions": {"type", "block_id", "elements"},
    "button": {"type", "action_id", "text", "value"},
    "plain_text": {"type", "text", "emoji"},
    "input": {"type", "block_id", "label", "hint", "optional", "element"},
    "plain_text_input": {"type", "action_id", "multiline", "max_length", "initial_value"},
    "radio_buttons": {"type", "action_id", "options", "initial_option"},
    "checkboxes": {"type", "action_id", "options", "initial_options"},
}
"""Everything that Counterpoint sends; a kind or a field that is not here is refused."""
MOST: dict[tuple[str, str], int] = {
    ("button", "text"): 75,
    ("button", "value"): 2000,
    ("input", "label"): 2000,
    ("input", "hint"): 2000,
    ("radio_buttons", "options"): 10,
    ("checkboxes", "options"): 10,
    ("actions", "elements"): 25,
}
ASIDE_KEYS = {"text", "blocks", "response_type", "replace_original"}
OPTION_MOST = 75
INPUT_MOST = 3000
IDS_MOST = 255


def check_message(args: Tree) -> None:
    """
    Hold a message against the limits.

    Raises:
        Refused: As Slack does, with what is wrong.
    """
    blocks, text = args.get("blocks") or [], args.get("text") or ""
    if not text and not blocks:
        raise Refused("no_text")
    if blocks and not text:
        raise Refused("invalid_arguments", why="blocks without a text for notifications")
    if len(text) > TEXT_MOST:
        raise Refused("msg_too_long")
    _check_blocks(blocks, BLOCKS_IN_A_MESSAGE)
    if any(block["type"] == "input" for block in blocks):
        raise Refused("invalid_blocks", why="an input in a message")
    if sum(len(each) for each in texts_in(blocks)) > MESSAGE_MOST:
        raise Refused("msg_blocks_too_long")


def check_aside(body: Tree) -> None:
    """
    Hold an answer for one person against the limits.

    Raises:
        Refused: As Slack does, with what is wrong.
    """
    if body.keys() - ASIDE_KEYS or body.get("response_type") != "ephemeral":
        raise Refused("invalid_arguments", why=f"an answer aside holds {sorted(body)}")
    check_message(body)


def check_view(view: Tree) -> None:
    """
    Hold a view against the limits.

    Raises:
        Refused: As Slack does, with what is wrong.
    """
    if view.keys() - VIEW_KEYS:
        raise Refused("invalid_arguments", why=f"unknown in a view: {view.keys() - VIEW_KEYS}")
    has_input = any(block.get("type") == "input" for block in view["blocks"])
    if view["type"] == "modal" and (has_input != ("submit" in view) or "title" not in view):
        raise Refused("invalid_arguments", why="title, or inputs and submit, do not go together")
    _check_blocks(view["blocks"], BLOCKS_IN_A_VIEW)
    try:
        View(**view).to_dict()
    except SlackObjectFormationError as error:
        raise Refused("invalid_arguments", why=str(error)) from error


def texts_in(tree: Any) -> Iterator[str]:
    """Return every text that somebody could read in blocks, labels among them."""
    if isinstance(tree, dict):
        if isinstance(tree.get("text"), str):
            yield tree["text"]
        yield from (tree[key] for key in ("fallback", "initial_value") if isinstance(tree.get(key), str))
        yield from (text for value in tree.values() for text in texts_in(value))
    elif isinstance(tree, list):
        yield from (text for value in tree for text in texts_in(value))


def _check_blocks(blocks: list[Tree], most: int) -> None:
    if len(blocks) > most:
        raise Refused("invalid_blocks", why=f"{len(blocks)} blocks")
    _require_unique([block["block_id"] for block in blocks if "block_id" in block], "block_id")
    for block in blocks:
        _check_keys(block)
        try:
            parsed = Block.parse(block)
            drawn = parsed.to_dict() if parsed else None
        except SlackObjectFormationError as error:
            raise Refused("invalid_blocks", why=str(error)) from error
        if drawn is None:
            raise Refused("invalid_blocks", why=f"no such block: {block.get('type')}")
        if block["type"] == "actions":
            _require_unique([button["action_id"] for button in block["elements"]], "action_id")


def _check_keys(tree: Any) -> None:
    if isinstance(tree, list):
        for each in tree:
            _check_keys(each)
    if not isinstance(tree, dict) or "type" not in tree:
        return
    kind = tree["type"]
    if kind not in KEYS or tree.keys() - KEYS[kind]:
        raise Refused("invalid_blocks", why=f"unknown in {kind}: {tree.keys() - KEYS.get(kind, set())}")
    _check_lengths(tree, kind)
    for value in tree.values():
        _check_keys(value)


def _check_lengths(tree: Tree, kind: str) -> None:
    for (of, name), most in MOST.items():
        found = tree.get(name) if of == kind else None
        size = len(found["text"]) if isinstance(found, dict) else len(found or "")
        if size > most:
            raise Refused("invalid_blocks", why=f"{kind}.{name} of {size}")
    if any(len(str(tree.get(name, ""))) > IDS_MOST for name in ("block_id", "action_id")):
        raise Refused("invalid_blocks", why=f"an id of {kind} is too long")
    if kind in {"text", "plain_text"} and not tree["text"]:
        raise Refused("invalid_blocks", why=f"an empty text in {kind}")
    if (
        kind in {"rich_text", "rich_text_section", "rich_text_quote", "rich_text_list"}
        and not tree["elements"]
    ):
        raise Refused("invalid_blocks", why=f"an empty {kind}")
    if kind in {"radio_buttons", "checkboxes"}:
        _check_options(tree)
    if kind == "plain_text_input":
        _check_text_input(tree)


def _check_options(tree: Tree) -> None:
    if not tree["options"]:
        raise Refused("invalid_blocks", why="no options")
    for option in tree["options"]:
        long = (option["text"]["text"], option["value"], option.get("description", {}).get("text", ""))
        if option.keys() - {"text", "value", "description"} or max(map(len, long)) > OPTION_MOST:
            raise Refused("invalid_blocks", why="an option is too long, or holds something unknown")
    initial = [
        *tree.get("initial_options", ()),
        *([tree["initial_option"]] if "initial_option" in tree else ()),
    ]
    if any(option not in tree["options"] for option in initial):
        raise Refused("invalid_blocks", why="what is chosen at first is no option")
    if tree.get("initial_options") == []:
        raise Refused("invalid_blocks", why="empty initial_options")


def _check_text_input(tree: Tree) -> None:
    most = tree.get("max_length", INPUT_MOST)
    if not 1 <= most <= INPUT_MOST or len(tree.get("initial_value", "")) > most:
        raise Refused("invalid_blocks", why="max_length, or what stands in it at first")


def _require_unique(names: Iterable[str], what: str) -> None:
    names = list(names)
    if len(names) != len(set(names)):
        raise Refused("invalid_blocks", why=f"a {what} stands twice")

"""What somebody wrote in a message of Slack, as they typed it, without marks for links and mentions. Pure."""

import re

_MENTION = re.compile(r"<@[A-Z0-9]+(?:\|[^>]*)?>")
_LINK = re.compile(r"<(?:(?P<sign>[#@!])(?P<name>[^>|]*)|(?P<address>[^>|]*))(?:\|(?P<label>[^>]*))?>")


def as_written(text: str, *, is_mention: bool) -> str:
    """Return a message as the person typed it: without the mention of the bot, links as their labels."""
    if is_mention:
        text = _MENTION.sub("", text, count=1)
    return unescape(_LINK.sub(_as_typed, text)).strip()


def unescape(text: str) -> str:
    """Undo Slack's escapes, of which there are three."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _as_typed(match: re.Match[str]) -> str:
    sign, name, address, label = match["sign"], match["name"], match["address"], match["label"]
    if sign is None:
        return label if label and label != address.removeprefix("mailto:") else (label or address)
    mark = "@" if sign == "!" else sign
    return f"{mark}{label or name}".replace("@@", "@").replace("##", "#")

"""Who is notified by a message: by mentions in its text, as far as `allowed_mentions` lets them through."""

import re

from tests.fakes.discord.limits import TEXT, Json, walk
from tests.fakes.discord.world import Channel, World

_EVERYONE = re.compile("@(everyone|here)")
_PERSON = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")


def pinged_by(body: Json, channel: Channel, world: World) -> list[tuple[int, str]]:
    """
    Return who is notified, and by which words.

    A backslash is taken to keep nobody from being notified: whether it does on Discord is written
    nowhere, so only `allowed_mentions` is relied on.
    """
    texts = [str(body.get("content") or "")]
    texts += [str(item["content"]) for item in walk(body.get("components") or []) if item.get("type") == TEXT]
    allowed = body.get("allowed_mentions")
    kinds = {"everyone", "users", "roles"} if allowed is None else set(allowed.get("parse") or [])
    people = list(world.guilds[channel.guild].people) if channel.guild else [channel.person]
    pinged: list[tuple[int, str]] = []
    for text in texts:
        if "everyone" in kinds:
            pinged += [(person, found[0]) for found in _EVERYONE.finditer(text) for person in people]
        if "users" in kinds:
            pinged += [(int(found[1]), found[0]) for found in _PERSON.finditer(text)]
        if "roles" in kinds:
            pinged += [(person, found[0]) for found in _ROLE.finditer(text) for person in people]
    return pinged

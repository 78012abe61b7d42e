"""What stands on Discord where somebody's words are shown: only what they typed, and no mark but ours."""

from collections.abc import Sequence
from datetime import UTC

from adapters.discord.render import TEXT_MOST, Part, draw_message, units
from bot.speech.messages import Message
from bot.speech.phrasebook import Words
from bot.words import Phrase
from tests.fakes.discord.limits import in_message
from tests.fakes.discord.pings import pinged_by
from tests.fakes.discord.reading import read
from tests.fakes.discord.world import TEXT, Channel, World
from tests.fakes.group import phrasebook
from tests.promises.hostile_texts import must_show

PEOPLE = 3


def check_discord(texts: Sequence[str]) -> None:
    """Show each text in its frame, in as many parts as it takes, and read it back."""
    words = Words(phrasebook(), "en", {}, UTC)
    world = World()
    channel = _channel_with_people(world)
    for text in texts:
        parts = draw_message(Message(Phrase("general-own-text", {"text": text})), words)
        lines = [line for part in parts for line in read(_text(part)).frames]
        shown = must_show(text).replace("\t", "    ").replace("\u2028", "␣").replace("\u2029", "␣")
        is_whole = len(parts) == 1
        assert not is_whole or lines == [shown], f"{text!r} is read as {lines!r}"
        assert is_whole or _bare("".join(lines)) == _bare(shown), f"something is left out of {text!r}"
        for part in parts:
            body = {"flags": 1 << 15, "components": [{"type": 10, "content": _text(part)}]}
            assert read(_text(part)).marks <= {"quote"}, f"{text!r} is more than text"
            assert units(_text(part)) <= TEXT_MOST
            assert in_message(body) == []
            assert pinged_by(body | {"allowed_mentions": {"parse": []}}, channel, world) == []


def _text(part: Part) -> str:
    return "\n".join(block for block in part.blocks if isinstance(block, str))


def _bare(text: str) -> str:
    return "".join(text.split())


def _channel_with_people(world: World) -> Channel:
    guild = world.add_guild("Allotment")
    for number in range(PEOPLE):
        guild.people[world.add_user(f"Person {number}").id] = 0
    return world.add_channel(guild, "garden", TEXT)

"""What Discord tells of a server reaches the core, also what happened while the bot was not connected."""

from pathlib import Path

from adapters.discord.listen import PLATFORM
from bot.dialogue.places import Community
from tests.adapters.discord.scene import begun, starts
from tests.fakes.discord.running import Bot, Town, bot_on


def is_there(bot: Bot, town: Town) -> bool:
    """Return whether the bot believes to be on the server."""
    here = Community(PLATFORM, str(town.guild.id))
    return bot.core.engine.presence(PLATFORM)[here]


async def test_a_server_that_removes_the_bot_is_left_alone_until_it_is_back(
    town: Town, tmp_path: Path
) -> None:
    """A server that is only down is still the group's place."""
    tell, id = town.fake.gateway.tell, str(town.guild.id)
    async with bot_on(tmp_path) as bot:
        await starts(town["Ada"])

        await tell("GUILD_DELETE", {"id": id, "unavailable": True})
        await tell("GUILD_CREATE", town.guild.shown())
        assert is_there(bot, town)
        await tell("GUILD_DELETE", {"id": id})
        await town.fake.until(lambda: not is_there(bot, town))
        assert not is_there(bot, town)
        await tell("GUILD_CREATE", town.guild.shown() | {"unavailable": None})
        await town.fake.until(lambda: is_there(bot, town))

        assert is_there(bot, town)


async def test_what_happened_meanwhile_is_found_out_at_the_next_start(town: Town, tmp_path: Path) -> None:
    """Nobody tells a bot that does not run."""
    async with bot_on(tmp_path) as bot:
        await starts(town["Ada"])
        assert is_there(bot, town)
    town.guild.has_bot = False
    async with bot_on(tmp_path) as bot:
        await town.fake.until(lambda: not is_there(bot, town))
        assert not is_there(bot, town)
    town.guild.has_bot = True
    async with bot_on(tmp_path) as bot:
        await town.fake.until(lambda: is_there(bot, town))
        assert is_there(bot, town)


async def test_a_message_that_is_edited_and_then_deleted_takes_its_words_along(
    town: Town, tmp_path: Path
) -> None:
    """Discord tells of every message, also of those that the bot never read."""
    gateway, guild = town.fake.gateway, town.guild.id
    async with bot_on(tmp_path):
        await begun(town)
        message = await town["Ben"].say("A pond for frogs", is_mention=True)
        other = await town["Ben"].say("Only between us")
        await town.reads("\\#1. Ben wrote:")

        edited = message | {"content": message["content"].replace("pond", "lake")}
        await gateway.tell_message("MESSAGE_UPDATE", edited, guild)
        await town.reads("A lake for frogs")
        for each in (other, message):
            gone = {"id": each["id"], "channel_id": str(town.channel.id), "guild_id": str(guild)}
            await gateway.tell("MESSAGE_DELETE", gone)
        await town.fake.until(lambda: "A lake for frogs" not in "".join(town.posts()))

        assert "A lake for frogs" not in "".join(town.posts())

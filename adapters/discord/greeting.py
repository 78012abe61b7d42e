"""What the operator is told: as whom the bot is connected, where, with which rights, and how to let it in."""

from collections.abc import Iterator

import discord

from adapters.discord.manifest import DANGEROUS, PERMISSIONS, invite_link

SHOWN = 20
"""How many servers are told one by one."""


def greet(client: discord.Client) -> Iterator[str]:
    """Return, line by line, as whom and where the bot is, and what is amiss there."""
    guilds = sorted(client.guilds, key=lambda guild: guild.name)
    yield f"Counterpoint is running on Discord as {client.user}, on {_many(len(guilds))}."
    for guild in guilds[:SHOWN]:
        yield f"  {_harmless(guild.name)}: {_rights(guild)}"
    if len(guilds) > SHOWN:
        yield f"  and {len(guilds) - SHOWN} more"
    if client.application_id:
        yield f"Let it in on a server with this link:\n\n  {invite_link(client.application_id)}\n"


def missing(guild: discord.Guild) -> list[str]:
    """Return the rights that the bot needs on a server and does not have."""
    held = _held(guild)
    everything = bool(held & DANGEROUS["Administrator"])
    return [name for name, bit in PERMISSIONS.items() if not held & bit and not everything]


def too_many(guild: discord.Guild) -> list[str]:
    """Return the rights that it has and should not have."""
    held = _held(guild)
    return [name for name, bit in DANGEROUS.items() if held & bit]


def _held(guild: discord.Guild) -> int:
    return (
        guild.self_role.permissions.value | guild.default_role.permissions.value
        if guild.self_role
        else (guild.default_role.permissions.value)
    )


def _rights(guild: discord.Guild) -> str:
    lacking, beyond = missing(guild), too_many(guild)
    if not lacking and not beyond:
        return "all rights it needs, and no more"
    said = [f"it lacks {', '.join(lacking)}"] if lacking else []
    return "; ".join([*said, *([f"it should not have {', '.join(beyond)}"] if beyond else [])])


def _many(count: int) -> str:
    return "one server" if count == 1 else f"{count} servers"


def _harmless(name: str) -> str:
    """Return a name that cannot steer a terminal."""
    return "".join(sign if sign.isprintable() else "␣" for sign in name)

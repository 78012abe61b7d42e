"""What the operator is told: as whom the bot is on Discord, where, with which rights, how to let it in."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import aiohttp
import discord

from adapters.discord.manifest import DANGEROUS, PERMISSIONS, invite_link

SHOWN = 20
"""How many servers are told one by one."""
SERVERS_MOST = 200
NOT_KNOWN = "DISCORD_TOKEN: Discord does not know this token. Make a new one in the developer portal."
NOT_REACHED = "Discord cannot be reached from here. Is there a way into the network?"


@dataclass(frozen=True, slots=True)
class Server:
    """One server, and the rights that the bot has there, as a sum of bits."""

    name: str
    rights: int

    @property
    def missing(self) -> list[str]:
        """What the bot needs and does not have."""
        has_all = bool(self.rights & DANGEROUS["Administrator"])
        return [name for name, bit in PERMISSIONS.items() if not self.rights & bit and not has_all]

    @property
    def beyond(self) -> list[str]:
        """What it has and should not have."""
        return [name for name, bit in DANGEROUS.items() if self.rights & bit]


def greet(name: str, servers: Sequence[Server], application: int) -> Iterator[str]:
    """Return, line by line, as whom and where the bot is, what is amiss, and how to let it in."""
    yield f"Counterpoint is running on Discord as {_harmless(name)}, on {_many(len(servers))}."
    for server in sorted(servers, key=lambda server: server.name)[:SHOWN]:
        yield f"  {_harmless(server.name)}: {_rights(server)}"
    if len(servers) > SHOWN:
        yield f"  and {len(servers) - SHOWN} more"
    yield f"Let it in on a server with this link:\n\n  {invite_link(application)}\n"


def servers_of(client: discord.Client) -> list[Server]:
    """Return the servers that a connected client is on."""
    return [Server(guild.name, _held(guild)) for guild in client.guilds]


async def look(token: str, say: Callable[[str], object]) -> list[str]:
    """Ask Discord who the bot is, without connecting; *say* what is found, and return what is wrong."""
    client = discord.Client(intents=discord.Intents.none(), max_messages=None)
    try:
        await client.login(token)
        told = await client.http.get_guilds(SERVERS_MOST)
    except discord.LoginFailure:
        return [NOT_KNOWN]
    except (discord.HTTPException, aiohttp.ClientError, OSError):
        return [NOT_REACHED]
    finally:
        with suppress(Exception):
            await client.close()
    servers = [Server(guild["name"], int(guild["permissions"])) for guild in told]
    for line in greet(str(client.user), servers, client.application_id or 0):
        say(line.replace("is running", "can run", 1))
    return [f"Discord: {_harmless(server.name)}: {_rights(server)}." for server in servers if server.missing]


def _held(guild: discord.Guild) -> int:
    mine = guild.self_role
    return guild.default_role.permissions.value | (mine.permissions.value if mine else 0)


def _rights(server: Server) -> str:
    said = [f"it lacks {', '.join(server.missing)}"] if server.missing else []
    said += [f"it should not have {', '.join(server.beyond)}"] if server.beyond else []
    return "; ".join(said) or "all rights it needs, and no more"


def _many(count: int) -> str:
    return "one server" if count == 1 else f"{count} servers"


def _harmless(name: str) -> str:
    """Return a name that cannot steer a terminal."""
    return "".join(sign if sign.isprintable() else "␣" for sign in name)

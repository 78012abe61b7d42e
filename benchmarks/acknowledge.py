"""A1, A3: from a button on Discord to the answer, once it is kept; idle, and while posts go out."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import discord

from benchmarks.measure import Figure, Goal, Outcome, by_name, ratio
from benchmarks.stage import DIALOGUE, a_member, a_moment, contributions, the_dialogue, the_round
from bot.dialogue.kept import Kept
from bot.dialogue.places import Account, Community, Place
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import ContributionId, PostId
from bot.speech.effects import Effects, Post, Say, Silence
from bot.speech.messages import Message
from bot.words import Phrase
from tests.fakes.discord.actors import Person
from tests.fakes.discord.fake_discord import FakeDiscord
from tests.fakes.discord.interactions import COMPONENT
from tests.fakes.discord.running import SOON, Bot, bot_on
from tests.fakes.discord.world import TOKEN, Guild

IN_FLIGHT = 64
SHORT, LONG = 128, 512
CHANNELS, POSTS = 50, 1000
A_SECOND = 50
BARE, OURS = "bare discord.py, nothing kept", "bot: kept, then answered"
BARE_LATE, OURS_LATE = "bare discord.py at 50/s, p99, ms", "bot at 50/s, p99, ms"
BUSY_LATE, STALL = "bot at 50/s while posts go out, p99, ms", "longest stall of the loop meanwhile, ms"


def run(folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Measure bot and bare client in turn, each on a Discord of its own in the same process."""
    values: dict[str, list[float]] = {}
    count = LONG if is_long else SHORT
    for number in range(rounds):
        for measure in (_bare, _ours) if number % 2 else (_ours, _bare):
            for name, value in asyncio.run(measure(folder / str(number), count)).items():
                values.setdefault(name, []).append(value)
            advance()
    figures = tuple(Figure(name, tuple(taken)) for name, taken in values.items())
    of = by_name(figures)
    return Outcome(
        "Answering on Discord",
        f"µs an answer, {IN_FLIGHT} in flight, or as the line says",
        figures,
        (
            Goal(
                "A1",
                "answers a second, beside bare discord.py",
                ratio(of[BARE], of[OURS]),
                0.85,
                is_floor=True,
            ),
            Goal("A1", "p99 at 50/s, beside bare discord.py", ratio(of[OURS_LATE], of[BARE_LATE]), 2.2),
            Goal("A3", "p99 while posts go out, beside idle", ratio(of[BUSY_LATE], of[OURS_LATE]), 2.0),
            Goal("A3", "longest stall of the loop", of[STALL], 25, unit="ms"),
        ),
        (
            "The fake Discord runs in the same loop as either client, so its work is in every figure.",
            f"Posts: {POSTS:,} to {CHANNELS} known channels, 48 a second; measured while they go out.",
        ),
    )


async def _bare(folder: Path, count: int) -> dict[str, float]:
    async with _fake() as fake:
        people = _people(fake, _server(fake))
        client = _Bare(intents=discord.Intents(guilds=True), max_messages=None, guild_ready_timeout=SOON)
        running = asyncio.create_task(client.start(TOKEN))
        await fake.until(client.is_ready)
        each = await _at_once(people, count)
        late = await _paced(people, count)
        await client.close()
        running.cancel()
    del folder
    return {BARE: each, BARE_LATE: late}


async def _ours(folder: Path, count: int) -> dict[str, float]:
    async with _fake() as fake:
        guild = _server(fake)
        people = _people(fake, guild)
        async with bot_on(folder / "data") as bot:
            about = _set_stage(bot, guild, people)
            each = await _at_once(people, count, about)
            late = await _paced(people, count, about)
            _let_posts_wait(bot, guild)
            stall = asyncio.create_task(_longest_stall())
            busy = await _paced(people, count, about)
            stalled = not stall.done() and await _stop(stall)
    return {OURS: each, OURS_LATE: late, BUSY_LATE: busy, STALL: float(stalled)}


class _Bare(discord.Client):
    """The least that answers a button."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answer at once, and keep nothing."""
        await interaction.response.send_message("Thank you.", ephemeral=True)


@asynccontextmanager
async def _fake() -> AsyncIterator[FakeDiscord]:
    fake = FakeDiscord()
    await fake.start()
    with fake.patch():
        yield fake
    await fake.stop()


def _server(fake: FakeDiscord) -> Guild:
    guild = fake.world.add_guild("Allotment")
    for number in range(CHANNELS):
        fake.world.add_channel(guild, f"channel-{number}")
    return guild


def _people(fake: FakeDiscord, guild: Guild) -> list[Person]:
    channel = next(iter(guild.channels.values()))
    users = [fake.world.add_user(f"Person {number}") for number in range(IN_FLIGHT)]
    guild.people.update({user.id: 0 for user in users})
    return [Person(fake, user, channel) for user in users]


def _set_stage(bot: Bot, guild: Guild, people: Sequence[Person]) -> str:
    """Keep a dialogue with everybody in it and one contribution; return the id of that."""
    community = Community("discord", str(guild.id))
    place = Place(community, str(next(iter(guild.channels))))
    members = [replace(a_member(number), account=str(person.user.id)) for number, person in enumerate(people)]
    keep: tuple[Kept, ...] = (
        replace(the_dialogue(), place=place), *members, replace(the_round(), place=place)
    )  # fmt: skip
    event = replace(a_moment("the stage is set"), community=community)
    with bot.core.store.batch([event]) as batch:
        batch.work(community).keep(event, Effects(reply=Silence(), keep=keep), DIALOGUE, None)
    (brought,) = contributions(1)
    account = Account(community=community, id=members[0].account, name="Person 0")
    said = bot.core.engine.handle(replace(brought, community=community, place=place, account=account)).reply
    assert isinstance(said, Say)
    return said.message.choices[0].ticket.subject


def _let_posts_wait(bot: Bot, guild: Guild) -> None:
    community = Community("discord", str(guild.id))
    channels = [str(id) for id in guild.channels]
    event = replace(a_moment("posts wait"), community=community)
    posts = tuple(
        Post(
            PostId(f"post-{number}"),
            Place(community, channels[number % CHANNELS]),
            Message(Phrase("help-how")),
        )
        for number in range(POSTS)
    )
    with bot.core.store.batch([event]) as batch:
        batch.work(community).keep(event, Effects(reply=Silence(), posts=posts), DIALOGUE, None)
    bot.courier.wake()


async def _press(person: Person, number: int, about: str) -> float:
    """Press a button that keeps something new each time, and return how long the answer took."""
    ticket = Ticket(Action.STANCE, ContributionId(about), ("same", "unsure")[number // IN_FLIGHT % 2])
    begun = perf_counter()
    await person.raw(COMPONENT, {"custom_id": str(ticket), "component_type": 2})
    return perf_counter() - begun


async def _at_once(people: Sequence[Person], count: int, about: str = "") -> float:
    """Let everybody press at once, again and again; return microseconds an answer."""
    begun = perf_counter()
    for start in range(0, count, len(people)):
        await asyncio.gather(*(_press(person, start, about) for person in people))
    return (perf_counter() - begun) / count * 1e6


async def _paced(people: Sequence[Person], count: int, about: str = "") -> float:
    """Press fifty times a second; return what 99 in a hundred stay under, in milliseconds."""
    pressed = []
    for number in range(count):
        pressed.append(asyncio.create_task(_press(people[number % len(people)], number, about)))
        await asyncio.sleep(1 / A_SECOND)
    taken = sorted(await asyncio.gather(*pressed))
    return taken[int(len(taken) * 0.99)] * 1e3


async def _longest_stall() -> float:
    """Return the longest time for which nothing else could run, once it is cancelled."""
    longest = 0.0
    try:
        while True:
            begun = perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, perf_counter() - begun - 0.001)
    except asyncio.CancelledError:
        return longest * 1e3


async def _stop(stall: "asyncio.Task[float]") -> float:
    stall.cancel()
    return await stall

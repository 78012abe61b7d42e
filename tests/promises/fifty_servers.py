"""The drill of fifty servers on one bot: everybody answers within a minute, and each answer is kept once."""

import asyncio
import random
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from benchmarks.stage import a_member, a_moment, the_dialogue, the_round
from bot.dialogue.kept import Kept
from bot.dialogue.places import Community, Place
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import DialogueId, MemberId, RoundId
from bot.speech.effects import Effects, Silence
from storage.schema import T
from tests.fakes.discord.actors import Person
from tests.fakes.discord.interactions import MODAL
from tests.fakes.discord.running import Bot, Town, bot_on, fake_discord

ON_EACH = 10
"""People on each server."""
A_MINUTE = 60.0


def drill(count: int, seed: int, within: float = A_MINUTE) -> Mapping[str, int]:
    """Let everybody on *count* servers answer within so many seconds; return what was counted."""
    alone = asyncio.run(_play(1, seed, within / count))
    return {
        **asyncio.run(_play(count, seed, within)),
        "first answer alone, p50, ms": alone["first answer, p50, ms"],
        "first answer alone, p99, ms": alone["first answer, p99, ms"],
    }


async def _play(count: int, seed: int, within: float) -> Mapping[str, int]:
    with tempfile.TemporaryDirectory() as folder:
        async with fake_discord() as fake:
            towns = [Town(fake, *(f"Person {number}" for number in range(ON_EACH))) for _ in range(count)]
            async with bot_on(Path(folder)) as bot:
                people = [person for number, town in enumerate(towns) for person in _begin(bot, town, number)]
                random.Random(seed).shuffle(people)
                taken = await _all_answer(people, within)
                await bot.part.settle()
                kept = await bot.scribe.run(lambda: _kept(bot))
    assert kept == sorted(who for _, who, _ in people), "somebody's answer is missing or there twice"
    taken.sort()
    return {
        "servers": count,
        "answers kept once": len(kept),
        "first answer, p50, ms": round(taken[len(taken) // 2] * 1e3),
        "first answer, p99, ms": round(taken[int(len(taken) * 0.99)] * 1e3),
    }


def _begin(bot: Bot, town: Town, number: int) -> list[tuple[Person, str, str]]:
    """Keep a dialogue with an open question on one server; return who can answer it, and which it is."""
    community = Community("discord", str(town.guild.id))
    place = Place(community, str(town.channel.id))
    dialogue, round = DialogueId(f"dialogue-of-server-{number}"), RoundId(f"round-of-server-{number}")
    members = [
        replace(a_member(at), id=MemberId(f"{number}-{at}"), dialogue=dialogue, account=str(person.user.id))
        for at, person in enumerate(town.people.values())
    ]
    event = replace(a_moment(f"server {number}"), community=community)
    keep: tuple[Kept, ...] = (
        replace(the_dialogue(), id=dialogue, place=place),
        *members,
        replace(the_round(), id=round, dialogue=dialogue, place=place),
    )
    with bot.core.store.batch([event]) as batch:
        batch.work(community).keep(event, Effects(reply=Silence(), keep=keep), dialogue, None)
    return [(person, member.id, round) for person, member in zip(town.people.values(), members, strict=True)]


async def _all_answer(people: Sequence[tuple[Person, str, str]], within: float) -> list[float]:
    answering = []
    for person, _, round in people:
        answering.append(asyncio.create_task(_answer(person, round)))
        await asyncio.sleep(within / len(people))
    return list(await asyncio.gather(*answering))


async def _answer(person: Person, round: str) -> float:
    """Send the form in, and return how long the first answer took."""
    field = {
        "type": 18,
        "component": {"type": 4, "custom_id": "body", "value": f"{person.user.name}: a lift."},
    }
    form = {"custom_id": str(Ticket(Action.CONTRIBUTE, round)), "components": [field]}
    begun = perf_counter()
    told = await person.raw(MODAL, form)
    assert told.answered.is_set(), f"{person.user.name} was not answered"
    return perf_counter() - begun


def _kept(bot: Bot) -> list[str]:
    with bot.core.store.looking() as connection:
        return sorted(row["member"] for row in connection.execute(T.contribution.select()).mappings())

"""The first steps of a group on Discord, across a restart in the middle of each of them."""

from pathlib import Path

from tests.fakes.discord.actors import Person
from tests.fakes.discord.interactions import Interaction
from tests.fakes.discord.running import Town, bot_on, fake_discord


def said(interaction: Interaction, who: Person) -> str:
    """Return what was answered."""
    return "\n".join(who.text(message) for message in interaction.messages)


async def starts(ada: Person) -> None:
    """Ada starts a dialogue with its two forms."""
    first = await ada.slash("start")
    assert first.form
    await ada.submit(
        first.form,
        {
            "title": "A garden for everybody",
            "purpose": "Find out what the roof garden is for.",
            "decides": "The residents' meeting on 1 June.",
            "constraints": "Fixed: the budget is 900 euros.",
            "support": "Ada, 0123 456, Mondays to Fridays 9-17.",
        },
    )
    second = await ada.press("Go on")
    assert second.form
    await ada.submit(second.form, {"keeping": "Two years.", "run_by": "Ada, ada@garden.example"})


async def joins(person: Person) -> None:
    """Somebody reads the notice and says yes."""
    await person.press("Join")
    form = (await person.press("Go on")).form
    assert form
    await person.submit(form, {"uses": "notes,report"})


async def test_a_group_gets_to_its_first_answer_across_restarts(tmp_path: Path) -> None:
    """Every button and every open form outlives the process that sent it."""
    async with fake_discord() as fake:
        town = Town(fake, "Ada", "Ben")
        ada, ben = town["Ada"], town["Ben"]
        async with bot_on(tmp_path):
            await starts(ada)
            await town.reads("A garden for everybody")
        async with bot_on(tmp_path):
            await joins(ada)
            await joins(ben)
            kind = (await ada.slash("ask")).form
            assert kind
        async with bot_on(tmp_path):
            await ada.submit(kind, {"mechanism": "dialogue", "theme": "what"})
            own = (await ada.press("In my own words")).form
            assert own
            await ada.submit(own, {"question": "What is the roof for?", "reveal": "open"})
            await ada.press("Post it")
            await town.reads("What is the roof for?")
            answer = (await ben.press("Answer")).form
            assert answer
        async with bot_on(tmp_path):
            thanks = await ben.submit(answer, {"body": "A lift, so that my mother can come up."})
            await town.reads("A lift, so that my mother can come up.")

    assert "It is kept as \\#1" in said(thanks, ben) or "It is kept as #1" in said(thanks, ben)

"""A group that has begun already: a dialogue, its members and an open question, made through the app."""

from tests.fakes.discord.actors import Person
from tests.fakes.discord.interactions import Interaction
from tests.fakes.discord.reading import read
from tests.fakes.discord.running import Town

QUESTION = "What is the roof for?"
LIFT = "A lift, so that my mother can come up."


def said(interaction: Interaction, who: Person) -> str:
    """Return what was answered, as it is read."""
    return "\n".join(read(who.text(message)).text for message in interaction.messages)


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


async def joins(town: Town, person: Person) -> None:
    """Somebody reads the notice and says yes."""
    await town.reads("A garden for everybody")
    await person.slash("join")
    form = (await person.press("Go on")).form
    assert form
    await person.submit(form, {"uses": "notes,report"})


async def asks(town: Town, ada: Person, question: str = QUESTION, **answers: str) -> None:
    """Ada puts a question to the group."""
    kind = (await ada.slash("ask")).form
    assert kind
    await ada.submit(kind, {"mechanism": "dialogue", "theme": "what"})
    own = (await ada.press("In my own words")).form
    assert own
    await ada.submit(own, {"question": question, "reveal": "open", **answers})
    await ada.press("Post it")
    await town.fake.until(lambda: question in "\n".join(town.posts(ada.channel)))


async def begun(town: Town) -> None:
    """Let everybody in town take part in a dialogue with one open question."""
    first, *_ = town.people.values()
    await starts(first)
    for person in town.people.values():
        await joins(town, person)
    await asks(town, first)

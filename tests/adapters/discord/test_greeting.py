"""What whoever runs the bot is told at the start, and by the doctor."""

from pathlib import Path

import pytest

from adapters.discord import app
from adapters.discord.greeting import NOT_KNOWN, NOT_REACHED, SHOWN, Server, greet, look
from adapters.discord.manifest import DANGEROUS, PERMISSION_NUMBER
from tests.fakes.discord.fake_discord import FakeDiscord
from tests.fakes.discord.running import Bot, Town, bot_on
from tests.fakes.discord.world import TOKEN


def test_rights_that_are_missing_or_too_many_are_named() -> None:
    """Somebody who clicked something together can put it right without reading a manual."""
    lines = list(
        greet(
            "Heron#1",
            [
                Server("Right", PERMISSION_NUMBER),
                Server("Little\n", PERMISSION_NUMBER & ~(1 << 16)),
                Server("Much", PERMISSION_NUMBER | DANGEROUS["Administrator"]),
            ],
            7,
        )
    )

    assert lines[:4] == [
        "Counterpoint is running on Discord as Heron#1, on 3 servers.",
        "  Little␣: it lacks Read Message History",
        "  Much: it should not have Administrator",
        "  Right: all rights it needs, and no more",
    ]
    assert "client_id=7" in lines[4]


def test_many_servers_are_counted() -> None:
    """A screen is enough."""
    lines = list(greet("Heron", [Server(str(number), 0) for number in range(SHOWN + 5)], 7))

    assert len(lines) == SHOWN + 3
    assert lines[-2] == "  and 5 more"


async def test_the_start_says_who_and_where(bot: Bot, town: Town) -> None:
    """Once, also where the connection comes back."""
    await bot.part.hear_ready()

    assert bot.said[0] == "Counterpoint is running on Discord as counterpoint, on one server."
    assert bot.said[1].startswith("  Allotment: it should not have Administrator")
    assert "permissions=309237713920" in bot.said[2]
    assert len(bot.said) == 3


async def test_the_doctor_asks_without_connecting(town: Town) -> None:
    """Nobody is kept waiting, and no connection of the day is spent."""
    town.guild.bot_permissions = PERMISSION_NUMBER & ~(1 << 11)
    said: list[str] = []

    problems = await look(TOKEN, said.append)

    assert said[0] == "Counterpoint can run on Discord as counterpoint, on one server."
    assert problems == ["Discord: Allotment: it lacks Send Messages."]
    assert town.fake.gateway.identified == []


async def test_the_doctor_says_what_is_wrong(fake: FakeDiscord) -> None:
    """A token that is not known, and a network that leads nowhere."""
    assert await look("a.b.c", _nobody) == [NOT_KNOWN]
    await fake.stop()
    assert await look(TOKEN, _nobody) == [NOT_REACHED]


async def test_a_discord_that_does_not_answer_does_not_hold_up_the_start(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other ways in begin; this one goes on trying."""
    monkeypatch.setattr(app, "PATIENCE", 0.05)
    town.fake.gateway.closes_before_hello = 1000
    async with bot_on(tmp_path, is_kept=False) as bot:
        assert bot.said == ["Discord does not answer yet; Counterpoint goes on trying."]
        assert not bot.part.ready.is_set()


def _nobody(_: str) -> None:
    """Tell nobody."""

"""What is asked of Discord: commands within its limits, the least rights, no privileged intent."""

import discord
import pytest

from adapters.discord.manifest import (
    DANGEROUS,
    INTENTS,
    KEEP,
    LOCALES,
    MORE,
    PERMISSION_NUMBER,
    PERMISSIONS,
    commands,
    fingerprint,
    invite_link,
)
from adapters.pages import read_prompts
from bot.speech.commands import COMMANDS
from bot.speech.phrasebook import Phrasebook
from tests.fakes.discord.command_limits import in_commands
from tests.fakes.discord.limits import Json

WORDS = {command.word for command in COMMANDS}


@pytest.fixture(scope="module")
def phrasebook() -> Phrasebook:
    """Our own words."""
    return Phrasebook(read_prompts().pages)


def words_in(root: Json) -> set[str]:
    """Return everything that can be typed after the root."""
    beside = {option["name"] for option in root["options"] if option["type"] == 1}
    group: list[Json] = next((option["options"] for option in root["options"] if option["name"] == MORE), [])
    return beside | {option["name"] for option in group}


def test_the_rights_and_intents_asked_for_are_exactly_these() -> None:
    """One right more is one thing more that whoever takes the bot over could do."""
    assert INTENTS == 4609
    assert discord.Intents(guilds=True, guild_messages=True, dm_messages=True).value == INTENTS
    assert PERMISSION_NUMBER == 309237713920
    assert len(PERMISSIONS) == 5
    assert "permissions=309237713920&scope=bot+applications.commands" in invite_link(7)
    assert not any(bit & PERMISSION_NUMBER for bit in DANGEROUS.values())


@pytest.mark.parametrize("name", [*PERMISSIONS, *DANGEROUS])
def test_each_right_is_the_one_that_the_library_means(name: str) -> None:
    """A number mistyped would ask for something else."""
    meant = {"View Channel": "view_channel", "Manage Server": "manage_guild"}.get(
        name, name.lower().replace(" ", "_")
    )

    assert getattr(discord.Permissions(({**PERMISSIONS, **DANGEROUS})[name]), meant)


def test_discord_takes_the_commands(phrasebook: Phrasebook) -> None:
    """A set with one fault in it is refused whole."""
    made = commands(phrasebook)

    assert in_commands(made) == []
    assert words_in(made[0]) == WORDS
    assert "name_localizations" not in made[0]


def test_every_command_can_be_typed_however_many_there_are(
    phrasebook: Phrasebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord shows 25 beside each other; the others stand in a group."""
    monkeypatch.setattr("adapters.discord.manifest.MOST_OPTIONS", 10)

    root = commands(phrasebook)[0]

    assert len(root["options"]) == 10
    assert words_in(root) == WORDS


def test_another_language_is_shown_to_whoever_uses_it() -> None:
    """Names and descriptions follow the app of each person; what is not translated stays as it is."""
    pages = dict(read_prompts().pages)
    pages["sv"] = {"commands": "commands-join = Gå med\ncommands-join-name = gå-med\n"}

    made = commands(Phrasebook(pages))
    join = next(option for option in made[0]["options"] if option["name"] == "join")

    assert join["name_localizations"] == dict.fromkeys(LOCALES["sv"], "gå-med")
    assert join["description_localizations"] == {"sv-SE": "Gå med"}
    assert in_commands(made) == []


def test_a_message_can_be_kept_from_its_menu(phrasebook: Phrasebook) -> None:
    """A menu has a name in plain words, and no description."""
    menu = commands(phrasebook)[1]

    assert menu == {"type": 3, "name": "Keep this in the record", "contexts": [0]}
    assert KEEP not in menu["name"]


def test_the_commands_are_told_apart_when_they_change(phrasebook: Phrasebook) -> None:
    """They are made known again only then: Discord counts how often."""
    made = commands(phrasebook)

    assert fingerprint(made) == fingerprint(commands(phrasebook))
    assert fingerprint(made) != fingerprint(made[:1])

"""Which ways in run: each only where it is configured."""

from pathlib import Path
from typing import Any

import pytest

from adapters.scribe import Scribe
from bot.composition import compose
from bot.parts import Around, parts_of
from bot.settings import Settings
from storage.database import open_in_memory
from storage.installations import SqlInstallations
from storage.leases import SqlLeases
from storage.outbox import SqlOutbox


@pytest.mark.parametrize(
    ("given", "with_room", "platforms"),
    [
        ({}, False, ["web"]),
        ({}, True, ["web"]),
        ({"discord_token": "MTE.Gab-c.d_e"}, False, ["discord"]),
        ({"discord_token": "MTE.Gab-c.d_e"}, True, ["discord", "web"]),
    ],
)
async def test_only_what_is_configured_runs(
    given: dict[str, Any],
    with_room: bool,
    platforms: list[str],
    tmp_path: Path,
) -> None:
    """A door nobody asked for is a door nobody watches."""
    core = compose(open_in_memory())
    scribe = Scribe(core.engine, readers_wait=True)
    settings = Settings(data_dir=tmp_path, **given)
    around = Around(
        settings=settings,
        scribe=scribe,
        engine=core.engine,
        outbox=SqlOutbox(core.store),
        installations=SqlInstallations(core.store),
        leases=SqlLeases(core.store),
    )

    assert [part.platform for part in parts_of(around, with_room=with_room)] == platforms

    await scribe.close()
    core.store.close()

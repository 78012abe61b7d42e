"""The bot and its peer write the same, so that their times can be laid beside each other."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from benchmarks.stage import AT_ONCE, contributions, open_stage, set_stage
from benchmarks.write import Scene, set_scene, write_by_bot, write_by_hand
from storage.database import FILE_NAME
from storage.ledger import verify_all

COUNT = AT_ONCE + 6
EARLIER = 3


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A memory in which a little was written before."""
    return set_scene(tmp_path_factory.mktemp("bench"), "a little there", EARLIER, COUNT)


def everything_in(folder: Path) -> dict[str, list[Any]]:
    """Return all rows of all tables."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


@pytest.mark.parametrize(
    "write",
    [
        lambda folder, scene: write_by_hand(folder, scene.written, 1),
        lambda folder, scene: write_by_hand(folder, scene.written, AT_ONCE),
        lambda folder, scene: write_by_hand(folder, scene.written, AT_ONCE, in_bulk=True),
        lambda folder, scene: asyncio.run(write_by_bot(folder, scene.events, 1)),
    ],
    ids=["a commit each", "64 a commit", "in bulk", "the bot, a lone caller"],
)
def test_every_peer_leaves_the_same_rows(scene: Scene, write: Callable[[Path, Scene], float]) -> None:
    """A peer that writes less would be faster for no good reason."""
    asyncio.run(write_by_bot(by_bot := scene.copy(), scene.events, AT_ONCE))
    rows = everything_in(by_bot)

    write(folder := scene.copy(), scene)

    assert everything_in(folder) == rows


def test_with_64_in_flight_nothing_is_lost_and_nothing_doubled(tmp_path: Path) -> None:
    """Whoever is answered is kept, once; and an event that comes again is not kept again."""
    set_stage(tmp_path)
    events = contributions(COUNT)

    asyncio.run(write_by_bot(tmp_path, events, AT_ONCE))
    core = open_stage(tmp_path)
    core.engine.handle_all(events[:AT_ONCE])
    with core.store.looking() as connection:
        chains = verify_all(connection)
    core.store.close()

    rows = everything_in(tmp_path)
    counts = {name: len(rows[name]) for name in ("contribution", "revision", "post", "ledger", "ledger_head")}
    assert counts == {
        "contribution": COUNT,
        "revision": COUNT,
        "post": COUNT,
        "ledger": COUNT,
        "ledger_head": 1,
    }
    assert list(chains.values()) == [(COUNT, None)]

"""What the tests of the memory share: a promise is written once, and tried on each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database, open_file, open_in_memory
from tests.fakes.real_postgres import open_emptied
from tests.storage.memory import Memory


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """An empty memory of each kind."""
    return open_emptied() if request.param == "postgres" else open_in_memory()


@pytest.fixture
def memory(database: Database) -> Iterator[Memory]:
    """The garden, in a memory of each kind."""
    made = Memory(database).with_garden()
    yield made
    made.close()


@pytest.fixture
def in_memory() -> Iterator[Memory]:
    """The garden, in SQLite's memory: for what only SQLite does its own way."""
    made = Memory(open_in_memory()).with_garden()
    yield made
    made.close()


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Memory]:
    """The garden, in a file."""
    made = Memory(open_file(tmp_path)).with_garden()
    yield made
    made.close()

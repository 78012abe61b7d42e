"""What the tests of the memory share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import open_file, open_in_memory
from tests.storage.memory import Memory


@pytest.fixture
def memory() -> Iterator[Memory]:
    """The garden, in memory."""
    made = Memory(open_in_memory()).with_garden()
    yield made
    made.close()


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Memory]:
    """The garden, in a file."""
    made = Memory(open_file(tmp_path)).with_garden()
    yield made
    made.close()

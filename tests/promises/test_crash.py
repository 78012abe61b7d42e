"""Acknowledged means kept: killed at any instant, the bot loses nothing it has answered (C1, C3, F1)."""

from collections.abc import Callable, Mapping

import pytest

from tests.promises.crash import kill_on_postgres, kill_on_sqlite


@pytest.mark.parametrize("kill", [kill_on_sqlite, kill_on_postgres])
def test_what_was_answered_with_kept_survives_every_kill(
    kill: Callable[[int, int], Mapping[str, int]],
) -> None:
    """Nobody who read "kept" can be told later that it is not; `make drill crash` kills a thousand times."""
    counts = kill(10, 1)

    assert counts["kills"] == 10
    assert counts["answered"] >= counts["contributions, each there once"] > 0

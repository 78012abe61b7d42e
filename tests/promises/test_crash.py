"""Acknowledged means kept: killed at any instant, the bot loses nothing it has answered (C1, C3, F1)."""

from tests.promises.crash import drill


def test_what_was_answered_with_kept_survives_every_kill() -> None:
    """Nobody who read "kept" can be told later that it is not; `make drill crash` kills a hundred times."""
    counts = drill(10, seed=1)

    assert counts["kills"] == 10
    assert counts["answered"] >= counts["contributions, each there once"] > 0

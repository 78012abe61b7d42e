"""Killed at any instant, the bot has kept whatever it acknowledged to Slack (D5, C3, F1)."""

from tests.promises.slack_crash import drill


def test_what_was_acknowledged_to_slack_survives_every_kill() -> None:
    """The short form; `make drill slack` kills a hundred times."""
    counts = drill(4, seed=2)

    assert counts["kills"] == 4
    assert counts["texts, each there once"] >= counts["acknowledged"] > 0

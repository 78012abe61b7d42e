"""The benchmark of Slack presses a real button: what it presses is kept, once each time."""

from pathlib import Path

import pytest

from benchmarks import acknowledge_slack


def test_every_peer_is_measured_over_both_doors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Times differ from machine to machine; that every press was acknowledged does not."""
    monkeypatch.setattr(acknowledge_slack, "PRESSES", 2)
    turns: list[None] = []

    outcome = acknowledge_slack.run(tmp_path, 1, is_long=False, advance=lambda: turns.append(None))

    assert [figure.name for figure in outcome.figures] == list(acknowledge_slack.NAMES.values())
    assert [goal.id for goal in outcome.goals] == ["A2", "A2"]
    assert len(turns) == len(acknowledge_slack.NAMES)

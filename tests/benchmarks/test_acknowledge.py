"""The benchmark of answers on Discord counts what it says it counts."""

from pathlib import Path

import pytest

from benchmarks import acknowledge


def test_bot_and_bare_client_are_measured_in_the_same_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every goal has its figures from one run; no time is asserted."""
    monkeypatch.setattr(acknowledge, "A_SECOND", 1000)
    monkeypatch.setattr(acknowledge, "IN_FLIGHT", 4)
    monkeypatch.setattr(acknowledge, "POSTS", 5)
    monkeypatch.setattr(acknowledge, "SHORT", 8)

    outcome = acknowledge.run(tmp_path, 1, is_long=False, advance=lambda: None)

    assert [goal.id for goal in outcome.goals] == ["A1", "A1", "A3", "A3"]
    assert all(figure.least >= 0 for figure in outcome.figures)
    assert {figure.name for figure in outcome.figures} >= {acknowledge.BARE, acknowledge.OURS}

"""Peers take turns, and a goal that is missed is shown as missed."""

from io import StringIO

import pytest
from rich.console import Console

from benchmarks.__main__ import PROGRAMS, main
from benchmarks.measure import Figure, Goal, Outcome, Peer, in_turn, ratio
from benchmarks.report import show


def test_every_peer_runs_once_a_round_and_another_one_begins() -> None:
    """Whoever always came first would always meet the machine as it was left."""
    order: list[str] = []

    def peer(name: str) -> Peer:
        def run() -> float:
            order.append(name)
            return float(len(order))

        return Peer(name, run)

    figures = in_turn([peer("a"), peer("b")], 3, lambda: None)

    assert order == ["a", "b", "b", "a", "a", "b"]
    assert [len(figure.values) for figure in figures] == [3, 3]


def test_a_ratio_is_taken_within_each_round() -> None:
    """Machines drift, so only what was measured side by side is compared."""
    whole = ratio(Figure("a", (6.0, 20.0, 3.0)), Figure("b", (2.0, 10.0, 3.0)))

    assert (whole.least, whole.median, whole.most) == (1.0, 2.0, 3.0)


@pytest.mark.parametrize(("value", "is_floor", "said"), [(2.0, True, "missed"), (2.0, False, "met")])
def test_a_goal_is_shown_as_met_or_as_missed(value: float, said: str, *, is_floor: bool) -> None:
    """Nothing is left out because it looks bad."""
    goal = Goal("W1", "something", Figure("f", (value,)), 3.0, is_floor=is_floor)
    paper = StringIO()

    show(Outcome("Title", "s", (), (goal,), ("A note.",)), Console(file=paper, width=110))

    assert said in paper.getvalue()
    assert "A note." in paper.getvalue()


def test_a_benchmark_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """And so are those that are."""
    with pytest.raises(SystemExit):
        main(["nothing"])

    assert f"there is no nothing; there are {', '.join(PROGRAMS)}" in capsys.readouterr().err


def test_one_benchmark_prints_its_goal_and_the_machine(capsys: pytest.CaptureFixture[str]) -> None:
    """The shortest of them, as `make bench` runs it."""
    assert main(["decide", "--rounds", "1"]) == 0

    told = capsys.readouterr().out
    assert "D1" in told
    assert "one flush of 4 KiB" in told

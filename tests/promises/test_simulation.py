"""Two bots, a failing platform, jumping clocks: the short form of `make drill simulate`."""

from datetime import datetime
from typing import Any

import pytest

from bot import preparing
from bot.dialogue.rhythm import Outcome
from storage import mailing
from tests.promises.simulation import simulate


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_occurrence_comes_to_one_end_and_nobody_is_disturbed(seed: int) -> None:
    """Nothing lost, nothing twice, nothing at night, in a pause or beyond three a week (P1, P2, P7-P9)."""
    counts = simulate(seed, members=50, hours=24).counts

    assert counts["seen"] > 50
    assert sum(counts[f"ended {outcome}"] for outcome in Outcome) > 50


def test_the_same_seed_leads_to_the_same_again() -> None:
    """Whoever finds a failing seed must be able to look at it twice."""
    first, second = (simulate(7, members=6, hours=8) for _ in range(2))

    assert first.log
    assert (first.log, first.counts) == (second.log, second.counts)


def test_a_bot_without_manners_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A simulation that cannot fail would prove nothing."""

    def at_once(now: datetime, *_: object) -> datetime:
        return now

    monkeypatch.setattr(preparing, "first_allowed", at_once)
    with pytest.raises(AssertionError, match="seed 1: in quiet hours"):
        simulate(1, members=12, hours=12)


def test_a_bot_that_forgets_the_next_date_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model works out every date for itself."""
    plan_next, calls = mailing.plan_next, []

    def forget_one(*asked: Any) -> None:
        calls.append(asked)
        if len(calls) != 2:
            plan_next(*asked)

    monkeypatch.setattr(mailing, "plan_next", forget_one)
    with pytest.raises(AssertionError, match="seed 1: lost or doubled"):
        simulate(1, members=12, hours=30)

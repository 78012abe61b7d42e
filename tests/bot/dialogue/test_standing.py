"""The few recent things that rules ask for."""

from dataclasses import replace
from datetime import timedelta

from bot.dialogue.members import Role
from bot.dialogue.standing import Everybody, InRound, Recent, Rounds, Said
from tests.people import A_DAY, A_MINUTE, ADA, BEN, CHIDI, MONDAY, a_contribution, a_preview, a_round


def test_who_left_runs_nothing_any_more() -> None:
    """Somebody who is gone is not told that a question was unclear."""
    gone = replace(CHIDI, role=Role.FACILITATOR, has_left=True)

    assert Everybody((ADA, BEN, gone)).facilitators == (ADA,)


def test_only_open_rounds_take_answers() -> None:
    """A message to the bot goes to the only one of these, or the bot asks which."""
    closed = replace(a_round(number=2), closed_at=MONDAY)

    assert Rounds((a_round(), closed, a_preview())).open_at(MONDAY) == (a_round(),)


def test_a_round_knows_what_each_member_brought() -> None:
    """Words or a pass: both are an answer."""
    words = a_contribution(BEN)

    assert InRound((words, a_contribution(ADA, 2))).of(BEN.id) == (words,)


def test_only_the_last_day_counts_towards_a_limit() -> None:
    """What was loaded may be a little older, when many events are handled together."""
    said = [
        Said(a_contribution(BEN).id, a_round().id, 1, "words", MONDAY - before)
        for before in (A_MINUTE, A_DAY - timedelta(seconds=1), A_DAY)
    ]

    assert Recent(tuple(said)).moments(MONDAY) == (said[0].made_at, said[1].made_at)

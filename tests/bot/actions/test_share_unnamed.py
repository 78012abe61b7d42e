"""Words without a name are shown together, in an order drawn by lot."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.share_unnamed import share_unnamed, share_waiting, still_waiting
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.standing import InRound, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import ContributionId, Seed
from bot.speech.effects import Effects, Silence
from bot.speech.shown import shared_post, sharing_of
from tests.people import (
    A_MINUTE,
    BEN,
    CHIDI,
    DANA,
    GARDEN,
    MONDAY,
    TODAY,
    a_contribution,
    a_round,
    asking,
    came_due,
)

ROUND = a_round()
DUE = came_due(Ticket(Action.SHARE_UNNAMED, ROUND.id))
STANDING = Standing(eligible=20, contributions=6, rounds=1)
WAITING = tuple(a_contribution(author, 0, level=Attribution.UNNAMED) for author in (BEN, CHIDI, DANA))
SHOWN = a_contribution(BEN, 6)


def test_three_that_waited_are_shown_together() -> None:
    """They get the next numbers, today as their day, and a post each; the order is drawn from the event."""
    loaded = asking(None, InRound((*WAITING, SHOWN)), STANDING)

    effects = share_unnamed(ROUND, loaded, DUE)

    shared = share_waiting(ROUND, WAITING, 6, DUE.seed, MONDAY)
    assert effects == Effects(reply=Silence(), keep=shared.contributions, posts=shared.posts)
    assert {replace(c, number=0, shared_on=None) for c in shared.contributions} == set(WAITING)
    assert [c.number for c in shared.contributions] == [7, 8, 9]
    assert {c.shared_on for c in shared.contributions} == {TODAY}
    assert shared.posts == tuple(shared_post(ROUND, c) for c in shared.contributions)


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_than_three_wait_another_day(count: int) -> None:
    """One that is shown alone can only be the one that came last."""
    loaded = asking(None, InRound(WAITING[:count]), STANDING)

    effects = share_unnamed(ROUND, loaded, DUE)

    assert effects == Effects(reply=Silence(), keep=(sharing_of(ROUND.id, GARDEN, MONDAY),))


def test_when_nothing_waits_nothing_happens() -> None:
    """They were taken back, or shown at the close."""
    effects = share_unnamed(ROUND, asking(None, InRound((SHOWN,)), STANDING), DUE)

    assert effects == Effects(reply=Silence())


@pytest.mark.parametrize(
    ("round", "is_posted"),
    [
        (a_round(Reveal.OPEN), True),
        (a_round(Reveal.ANSWER_FIRST), False),
        (a_round(Reveal.AT_CLOSE), False),
        (replace(a_round(Reveal.AT_CLOSE), closed_at=MONDAY - A_MINUTE), True),
    ],
    ids=["open", "answer first", "at close", "after the close"],
)
def test_they_are_posted_where_answers_are_not_kept_back(round: Round, *, is_posted: bool) -> None:
    """In a sealed round they get their numbers and stay with the others; late ones are shown as well."""
    loaded = asking(None, InRound(WAITING), STANDING)

    effects = share_unnamed(round, loaded, DUE)

    assert [kept.number for kept in effects.keep if isinstance(kept, Contribution)] == [7, 8, 9]
    assert bool(effects.posts) is is_posted


@pytest.mark.parametrize(
    "other",
    [
        SHOWN,
        replace(WAITING[0], kind=ContributionKind.PASS),
        replace(WAITING[0], state=ContributionState.WITHDRAWN),
        replace(WAITING[0], state=ContributionState.ERASED),
    ],
    ids=["shown", "a pass", "withdrawn", "erased"],
)
def test_only_words_that_nobody_has_seen_wait(other: Contribution) -> None:
    """What was taken back while it waited is never shown."""
    assert still_waiting([WAITING[1], other]) == (WAITING[1],)


@given(st.permutations(range(8)), st.binary(min_size=32, max_size=32))
def test_the_order_shown_says_nothing_about_the_order_sent(order: list[int], seed: bytes) -> None:
    """The same words in any order of arrival are shown in the same order: only chance decides it."""
    waiting = [replace(WAITING[0], id=ContributionId(f"words-{place}")) for place in range(8)]

    shown = share_waiting(ROUND, waiting, 0, Seed(seed), MONDAY)
    again = share_waiting(ROUND, [waiting[place] for place in order], 0, Seed(seed), MONDAY)

    assert shown == again


def test_another_chance_draws_another_order() -> None:
    """An order that always came out the same would be one that can be undone."""
    waiting = [replace(WAITING[0], id=ContributionId(f"words-{place}")) for place in range(8)]

    orders = {
        tuple(c.id for c in share_waiting(ROUND, waiting, 0, Seed(bytes([n]) * 32), MONDAY).contributions)
        for n in range(8)
    }

    assert len(orders) > 1

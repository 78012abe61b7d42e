"""Words without a name come in an order drawn by lot: it tells nothing of who was first (I3, decision 20)."""

from collections import Counter
from itertools import permutations

from bot.actions.share_unnamed import share_waiting
from bot.dialogue.attribution import Attribution
from bot.identifiers import Seed
from tests.people import BEN, CHIDI, DANA, MONDAY, a_contribution, a_round

TIMES = 1200
WAITING = [a_contribution(who, 0, level=Attribution.UNNAMED) for who in (BEN, CHIDI, DANA)]


def test_every_order_is_as_likely_as_every_other() -> None:
    """Whoever knows that Ben wrote first must not know which of the three numbers is his."""
    orders = Counter(
        tuple(c.member for c in share_waiting(a_round(), WAITING, 7, seed, MONDAY).contributions)
        for seed in (Seed(number.to_bytes(32, "big")) for number in range(TIMES))
    )

    assert set(orders) == set(permutations(c.member for c in WAITING))
    expected = TIMES / len(orders)
    chi_square = sum((count - expected) ** 2 / expected for count in orders.values())
    assert chi_square < 20.5, "with five degrees of freedom, chance alone exceeds this once in a thousand"


def test_numbers_go_on_from_the_last_without_a_gap() -> None:
    """A gap would tell that something was counted before it could be seen."""
    shared = share_waiting(a_round(), WAITING, 7, Seed(bytes(32)), MONDAY).contributions

    assert [c.number for c in shared] == [8, 9, 10]

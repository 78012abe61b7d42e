"""What was recorded, by mechanism and theme: bands and counts of what is shown, never of people."""

from datetime import timedelta

import pytest

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionState
from bot.dialogue.coverage import Strength, coverage
from bot.dialogue.evidence import Basis, Evidence, evidence_in
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.rounds import Reveal
from bot.dialogue.visibility import excerpt
from tests.people import ADA, BEN, CHIDI, DANA, MONDAY, TODAY, a_contribution, a_record, a_round

CELL = (Mechanism.DIALOGUE, Theme.WHAT)


def piece(number: int, episode: str = "one", author: str = "", basis: Basis = Basis.RECORDED) -> Evidence:
    """Return one piece of evidence."""
    return Evidence(
        pointer=Pointer(PointerKind.CONTRIBUTION, str(number), number),
        mechanism=CELL[0],
        theme=CELL[1],
        episode=episode,
        author=author,
        day=TODAY + timedelta(days=number),
        basis=basis,
    )


def seen(*contributions: Contribution, reveal: Reveal = Reveal.OPEN) -> tuple[Evidence, ...]:
    """Return what Ada may see as evidence."""
    return evidence_in(excerpt(a_record(contributions, rounds=(a_round(reveal),)), ADA, MONDAY))


@pytest.mark.parametrize(
    ("episodes", "strength"),
    [
        (1, Strength.BRIEF),
        (2, Strength.PRESENT),
        (3, Strength.PRESENT),
        (4, Strength.SUSTAINED),
        (9, Strength.SUSTAINED),
    ],
)
def test_a_band_counts_episodes(episodes: int, strength: Strength) -> None:
    """However much was written in each: a long answer to one question is one episode."""
    found = [piece(n, f"episode {n % episodes}") for n in range(20)]

    assert coverage(found)[CELL].strength is strength
    assert len(coverage(found)[CELL].episodes) == episodes


def test_an_empty_cell_is_not_there() -> None:
    """It is a question to people; the bot has nothing to say about it."""
    assert coverage([]) == {}
    assert set(coverage([piece(1)])) == {CELL}


def test_a_cell_knows_its_last_day_and_how_it_came_into_the_record() -> None:
    """What was only imported is said to be."""
    cell = coverage([piece(1), piece(3, basis=Basis.IMPORTED), piece(2)])[CELL]

    assert cell.last == TODAY + timedelta(days=3)
    assert cell.basis == (Basis.RECORDED, Basis.IMPORTED)


def test_names_are_counted_and_not_people() -> None:
    """Three people of whom one also wrote without a name: to say three or four would tell who."""
    named = (a_contribution(BEN, 1), a_contribution(CHIDI, 2), a_contribution(DANA, 3))
    of_ben = a_contribution(BEN, 4, level=Attribution.UNNAMED)
    of_ada = a_contribution(ADA, 4, level=Attribution.UNNAMED)

    for hidden in (of_ben, of_ada):
        cell = coverage(seen(*named, hidden))[CELL]
        assert (cell.names, cell.without_name) == (3, 1)


def test_a_chosen_name_is_a_name_of_its_own() -> None:
    """To count Ben and Heron as one would tell that they are."""
    as_ben, as_heron = a_contribution(BEN, 1), a_contribution(BEN, 2, level=Attribution.CHOSEN_NAME)

    assert coverage(seen(as_ben, as_heron))[CELL].names == 2


@pytest.mark.parametrize(
    "state", [ContributionState.HELD, ContributionState.WITHDRAWN, ContributionState.ERASED]
)
def test_what_is_gone_is_no_evidence(state: ContributionState) -> None:
    """Nobody reads it, so it shows nothing."""
    assert seen(a_contribution(BEN, 1, state=state)) == ()


def test_what_is_kept_back_is_no_evidence_yet() -> None:
    """The map must not tell that somebody answered."""
    assert seen(a_contribution(BEN, 1), reveal=Reveal.AT_CLOSE) == ()
    assert seen(a_contribution(ADA, 0, level=Attribution.UNNAMED)) == ()

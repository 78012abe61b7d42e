"""The pace of a platform: turns are given out in time, and everybody waits when it says so."""

from adapters.pacer import Pace, Pacer
from bot.dialogue.places import Community, Place
from tests.people import ELSEWHERE, HERE

OTHERS = Place(Community("web", "another"), "garden")


async def test_without_bounds_every_turn_is_now() -> None:
    """The web room has no limits to keep."""
    pacer = Pacer()

    assert [pacer.turn(HERE) for _ in range(3)] == [0, 0, 0]


async def test_posts_in_one_place_come_one_after_another_and_places_side_by_side() -> None:
    """About one message a second and channel is what platforms bear (R3)."""
    pacer = Pacer(Pace(in_place=1.0))
    waits = [pacer.turn(place) for place in (HERE, HERE, ELSEWHERE, HERE)]

    assert [round(wait) for wait in waits] == [0, 1, 0, 2]


async def test_a_workspace_and_a_whole_platform_have_paces_of_their_own() -> None:
    """Slack counts for each workspace, Discord all that one bot does."""
    by_workspace, in_all = Pacer(Pace(in_workspace=1.0)), Pacer(Pace(in_all=1.0))

    assert [round(by_workspace.turn(place)) for place in (HERE, ELSEWHERE, OTHERS)] == [0, 1, 0]
    assert [round(in_all.turn(place)) for place in (HERE, ELSEWHERE, OTHERS)] == [0, 1, 2]


async def test_looking_how_long_it_takes_takes_no_turn() -> None:
    """Who would wait too long gives the post back."""
    pacer = Pacer(Pace(in_place=5.0))
    pacer.turn(HERE)

    assert [round(pacer.wait(HERE)) for _ in range(3)] == [5, 5, 5]


async def test_a_workspace_rests_when_its_platform_says_so_and_no_other_does() -> None:
    """One workspace's trouble never delays another's (R5)."""
    pacer = Pacer()
    pacer.rest(HERE, 30)
    pacer.rest(HERE, 10)

    assert [round(pacer.turn(place)) for place in (HERE, ELSEWHERE, OTHERS)] == [30, 30, 0]


async def test_turns_that_are_over_are_forgotten() -> None:
    """A bot that writes to a hundred thousand people must not remember each of them."""
    pacer = Pacer(Pace(in_place=1e-9))
    for number in range(10_100):
        pacer.turn(Place(HERE.community, f"@{number}"))

    assert len(pacer._free) < 1_000

"""Links between what cites each other, and the loops they make."""

from dataclasses import replace
from datetime import timedelta

from bot.dialogue.evidence import Evidence, evidence_in
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.links import interactions, links_in, loops_in
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.turns import TurnKind
from bot.dialogue.visibility import excerpt
from tests.people import ADA, BEN, CHIDI, MONDAY, TODAY, a_contribution, a_record

NOTES, SENSE, TALK = Mechanism.DOCUMENTATION, Mechanism.INTERPRETATION, Mechanism.DIALOGUE


def chain(*mechanisms: Mechanism) -> list[Evidence]:
    """Return things that each take up the one before."""
    return [
        Evidence(
            pointer=Pointer(PointerKind.CONTRIBUTION, str(place), place),
            mechanism=mechanism,
            theme=Theme.WHAT,
            episode="round",
            author="",
            day=TODAY + timedelta(days=place),
            cites=(str(place - 1),) if place else (),
        )
        for place, mechanism in enumerate(mechanisms)
    ]


def test_a_link_stands_where_one_thing_cites_another() -> None:
    """And nowhere else: nobody can type one in."""
    found = chain(NOTES, SENSE)

    (link,) = links_in(found)

    assert link.cell == (NOTES, SENSE)
    assert not link.is_continued
    assert links_in([found[1]]) == ()


def test_what_goes_on_is_no_interaction() -> None:
    """Cells on the diagonal say that a mechanism continued."""
    cells = interactions(chain(TALK, TALK, NOTES))

    assert set(cells) == {(TALK, TALK), (TALK, NOTES)}
    assert cells[TALK, TALK].links[0].is_continued
    assert cells[TALK, NOTES].last == TODAY + timedelta(days=2)


def test_a_loop_leaves_a_mechanism_and_reaches_it_again() -> None:
    """The wheel of the theory: notes, making sense, talk, notes."""
    (loop,) = loops_in(chain(NOTES, SENSE, TALK, NOTES))

    assert [each.mechanism for each in loop.path] == [NOTES, SENSE, TALK, NOTES]
    assert loop.closing.pointer.number == 3


def test_what_only_goes_on_makes_no_loop() -> None:
    """Something of another kind has to stand between."""
    assert loops_in(chain(TALK, TALK, TALK)) == ()
    assert loops_in(chain(NOTES, SENSE, TALK)) == ()


def test_each_loop_is_counted_once_at_what_closes_it() -> None:
    """A long conversation must not look like many turns of the wheel."""
    loops = loops_in(chain(NOTES, SENSE, NOTES, SENSE))

    assert [loop.closing.pointer.number for loop in loops] == [2, 3]
    assert all(len(loop.path) == 3 for loop in loops)


def test_what_is_followed_directly_can_still_be_come_back_to() -> None:
    """A new intention follows the old one, and what changed it was said about the old one: that is a loop."""
    why, asked, again = chain(NOTES, TALK, NOTES)
    both = replace(again, cites=("0", "1"))

    (loop,) = loops_in([why, asked, both])

    assert [each.pointer.number for each in loop.path] == [0, 1, 2]


def test_what_cites_itself_in_a_ring_ends() -> None:
    """No stored thing does, and if one did the walk would still end."""
    ring = chain(NOTES, SENSE)
    ring[0] = Evidence(
        pointer=ring[0].pointer, mechanism=TALK, theme=Theme.WHAT, episode="round", author="", day=TODAY,
        cites=("1",),
    )  # fmt: skip

    assert len(loops_in(ring)) <= 2


def test_a_turn_counts_as_talk_and_cites_what_it_answers() -> None:
    """Whatever the question was for."""
    lift = a_contribution(BEN, 1)
    question = a_contribution(CHIDI, 2, to=lift, turn=TurnKind.QUESTION)

    first, second = evidence_in(excerpt(a_record((lift, question)), ADA, MONDAY))

    assert (first.mechanism, second.mechanism, second.cites) == (TALK, TALK, (lift.id,))

"""What can be cited in the notes, and what cannot."""

from dataclasses import replace

import pytest

from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.rounds import Reveal
from bot.dialogue.sources import require_citable
from bot.errors import NotAllowed, NotFound
from tests.notes import AGREED, FROM_BEN, FROM_CHIDI, PEOPLE, UNNAMED, with_notes
from tests.people import A_WEEK, ADA, BEN, CHIDI, DANA, MONDAY, a_contribution, a_round

NOT_TICKED = replace(DANA, consent=replace(AGREED, uses=frozenset()))


def test_what_the_group_can_see_can_be_cited() -> None:
    """Also where no name is shown."""
    record = with_notes(())

    assert [source.id for source in require_citable(record, "1, 3", MONDAY)] == [FROM_BEN.id, UNNAMED.id]


def test_whose_author_did_not_tick_it_cannot_be_cited() -> None:
    """And what is said about it names only the number."""
    record = with_notes((), people=(*PEOPLE[:3], NOT_TICKED))

    with pytest.raises(NotAllowed) as refused:
        require_citable(record, "1, 3", MONDAY)
    assert refused.value.phrase.values == {"references": "#3"}


@pytest.mark.parametrize("state", [state for state in ContributionState if state != "live"])
def test_what_is_gone_cannot_be_cited(state: ContributionState) -> None:
    """Taken back, erased or hidden: the words are not there to be written from."""
    record = with_notes((), said=(replace(FROM_BEN, state=state),))

    with pytest.raises(NotFound):
        require_citable(record, "1", MONDAY)


@pytest.mark.parametrize("reveal", [Reveal.ANSWER_FIRST, Reveal.AT_CLOSE])
def test_what_is_kept_back_from_somebody_cannot_be_cited(reveal: Reveal) -> None:
    """A line is shown to everybody at once, so it would tell what the round still keeps."""
    record = replace(with_notes(()), rounds=(a_round(reveal),))

    with pytest.raises(NotFound):
        require_citable(record, "2", MONDAY)
    assert require_citable(record, "2", MONDAY + A_WEEK)[0].id == FROM_CHIDI.id


def test_a_pass_and_a_number_that_is_not_there_cannot_be_cited() -> None:
    """Nobody said anything in them."""
    passed = replace(a_contribution(CHIDI, 4), kind=ContributionKind.PASS)
    waiting = replace(a_contribution(BEN, 5), shared_on=None)
    record = with_notes((), said=(FROM_BEN, passed, waiting))

    for typed in ("4", "5", "9", "N1"):
        with pytest.raises(NotFound):
            require_citable(record, typed, MONDAY)
    assert require_citable(record, "1", MONDAY)[0].member == BEN.id != ADA.id

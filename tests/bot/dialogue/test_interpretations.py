"""What one person takes from it: exact, private until shared, and never merged."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.consent import Use
from bot.dialogue.contributions import ContributionState
from bot.dialogue.interpretation_excerpts import see_interpretations
from bot.dialogue.interpretations import Sense
from bot.dialogue.members import Member
from bot.errors import NotFound
from tests.notes import (
    AGREED,
    FROM_BEN,
    FROM_CHIDI,
    PEOPLE,
    SENSE,
    a_line,
    an_interpretation,
    with_interpretations,
)
from tests.people import ADA, BEN, CHIDI, DANA, TODAY

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(st.builds(Sense, notice=TEXTS, feel=TEXTS, means=TEXTS, asks=TEXTS))
def test_four_texts_are_kept_as_one_and_read_back_exactly(sense: Sense) -> None:
    """Not a character may change between what was written and what is shown."""
    assert Sense.read(str(sense)) == sense


def test_only_its_author_is_let_through() -> None:
    """To anybody else there is no such thing, so nothing tells that there is one."""
    mine = an_interpretation(BEN, FROM_CHIDI)

    mine.require_own(BEN.id)
    with pytest.raises(NotFound):
        mine.require_own(ADA.id)
    with pytest.raises(NotFound):
        replace(mine, state=ContributionState.WITHDRAWN).require_own(BEN.id)


@pytest.mark.parametrize("reader", [ADA, CHIDI, DANA, None])
def test_a_private_one_is_seen_by_nobody_else(reader: Member | None) -> None:
    """Facilitators included, and also where other readings were shared."""
    record = with_interpretations(
        an_interpretation(BEN, FROM_CHIDI), an_interpretation(CHIDI, FROM_BEN, number=1)
    )

    seen = see_interpretations(record, reader.id if reader else None)

    assert [part.reference for part in seen] == ["I1"]


def test_its_author_sees_what_is_private() -> None:
    """Or it could not be shared."""
    (seen,) = see_interpretations(with_interpretations(an_interpretation(BEN, FROM_CHIDI)), BEN.id)

    assert (seen.is_own, seen.is_shared, seen.sense, seen.based_on) == (
        True,
        False,
        SENSE,
        ((FROM_CHIDI.id, "#2"),),
    )
    assert (
        see_interpretations(with_interpretations(an_interpretation(BEN, FROM_CHIDI)), BEN.id, Use.REPORT)
        == ()
    )


def test_two_readings_of_one_thing_stand_side_by_side() -> None:
    """Each whole, each linked to what it reads; neither replaces the other."""
    line = a_line(FROM_BEN)
    one = an_interpretation(BEN, line, number=1)
    two = an_interpretation(CHIDI, line, FROM_CHIDI, number=2, rival_of=one)
    other = an_interpretation(DANA, FROM_CHIDI, number=3)

    seen = see_interpretations(with_interpretations(two, one, other, lines=[line]), ADA.id)

    assert [(part.reference, part.sense, part.beside, part.rival_of) for part in seen] == [
        ("I1", SENSE, ("I2",), ""),
        ("I2", SENSE, ("I1", "I3"), "I1"),
        ("I3", SENSE, ("I2",), ""),
    ]
    assert seen[1].based_on == ((line.id, "N1"), (FROM_CHIDI.id, "#2"))


def test_what_was_taken_back_leaves_a_marker() -> None:
    """Without a name, without words, and beside nothing."""
    gone = replace(
        an_interpretation(BEN, FROM_BEN, number=1), state=ContributionState.WITHDRAWN, state_on=TODAY
    )
    other = an_interpretation(CHIDI, FROM_BEN, number=2)

    marker, left = see_interpretations(with_interpretations(gone, other), CHIDI.id)

    assert (marker.author, marker.sense, marker.state_on) == ("", None, TODAY)
    assert left.beside == ()


def test_a_report_holds_only_what_its_author_ticked() -> None:
    """As with all words."""
    record = with_interpretations(
        an_interpretation(BEN, FROM_BEN, number=1), an_interpretation(CHIDI, FROM_BEN, number=2)
    )
    not_ticked = replace(BEN, consent=replace(AGREED, uses=frozenset({Use.NOTES})))
    record = replace(record, members={member.id: member for member in (*PEOPLE, not_ticked)})

    assert [part.reference for part in see_interpretations(record, None, Use.REPORT)] == ["I2"]

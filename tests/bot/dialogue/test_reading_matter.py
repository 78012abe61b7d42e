"""What somebody can read when they make sense of the record."""

from dataclasses import replace

import pytest

from bot.dialogue.contributions import ContributionState
from bot.dialogue.interpretations import READ_MOST
from bot.dialogue.reading_matter import read_matter, readable_lines
from bot.dialogue.rounds import Reveal
from bot.dialogue.tickets import TICKET_LENGTH, Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import NotFound, Unreadable
from tests.notes import FROM_BEN, FROM_CHIDI, a_line, an_interpretation, with_interpretations, with_notes
from tests.people import BEN, CHIDI, DANA, MONDAY, a_contribution, a_round


def test_lines_and_contributions_are_named_and_written_for_a_button() -> None:
    """What goes out on a button comes back the same."""
    seen = excerpt(with_notes([a_line(FROM_BEN)]), BEN, MONDAY)

    matter = read_matter("#2, N1", seen)

    assert dict(matter.named) == {FROM_CHIDI.id: "#2", a_line(FROM_BEN).id: "N1"}
    assert read_matter(str(matter), seen) == matter


def test_another_reading_of_the_same_rests_on_the_same() -> None:
    """It is named by the reading it stands beside."""
    one = an_interpretation(BEN, FROM_CHIDI, number=1)
    seen = excerpt(with_interpretations(one), CHIDI, MONDAY)

    matter = read_matter("rival.I1", seen)

    assert (dict(matter.named), str(matter)) == ({FROM_CHIDI.id: "#2"}, "rival.I1")
    assert matter.rival is not None


def test_what_a_reader_cannot_see_cannot_be_read() -> None:
    """Neither what is kept back, nor what is gone, nor a private reading of somebody else."""
    sealed = replace(with_notes(()), rounds=(a_round(Reveal.AT_CLOSE),))
    gone = with_notes((), said=(replace(FROM_BEN, state=ContributionState.HELD),))
    private = with_interpretations(an_interpretation(BEN, FROM_CHIDI))

    for record, named in (
        (sealed, "2"),
        (gone, "1"),
        (private, "rival.I0"),
        (private, "rival."),
        (private, "N1"),
    ):
        with pytest.raises(NotFound):
            read_matter(named, excerpt(record, DANA, MONDAY))


def test_a_line_that_is_looked_at_again_is_not_there_to_be_read() -> None:
    """Its text is not shown to anybody."""
    record = with_notes([a_line(FROM_BEN)], said=(replace(FROM_BEN, state=ContributionState.WITHDRAWN),))

    assert readable_lines(excerpt(record, BEN, MONDAY)) == ()


def test_as_much_can_be_read_as_fits_on_a_button() -> None:
    """With the longest numbers there are."""
    numbers = [999_999 - place for place in range(READ_MOST + 1)]
    record = with_notes((), said=tuple(a_contribution(BEN, number) for number in numbers))
    seen = excerpt(record, CHIDI, MONDAY)

    most = read_matter(", ".join(map(str, numbers[:READ_MOST])), seen)

    assert len(str(Ticket(Action.INTERPRET, "d" * 22, str(most)))) <= TICKET_LENGTH
    with pytest.raises(Unreadable):
        read_matter(", ".join(map(str, numbers)), seen)

"""Do we mean the same? The rules of a check of what is understood, and what each reader may see of it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.attribution import Attribution
from bot.dialogue.blind_until_close import see_understanding
from bot.dialogue.contributions import ContributionState
from bot.dialogue.members import Member
from bot.dialogue.understandings import (
    Mark,
    MarkKey,
    SharedReading,
    Stage,
    Understanding,
    count_marks,
    read_own_words,
)
from bot.errors import CheckInClosed, NotAllowed
from tests.people import A_WEEK, ADA, BEN, CHIDI, DANA, MONDAY, TODAY, a_member
from tests.understandings import (
    CHECK,
    MARKING,
    READ,
    SHOWN,
    a_mark,
    a_restatement,
    an_understanding,
    with_checks,
)

SAME, PARTLY, DIFFERENT, NOT_SURE = MarkKey


@pytest.mark.parametrize(
    ("same", "partly", "different", "not_sure", "reading"),
    [
        (2, 0, 0, 0, SharedReading.INCONCLUSIVE),
        (3, 0, 0, 0, SharedReading.SHARED),
        (3, 1, 0, 0, SharedReading.SHARED),
        (3, 0, 0, 2, SharedReading.PARTLY_SHARED),
        (2, 1, 0, 0, SharedReading.PARTLY_SHARED),
        (5, 0, 1, 0, SharedReading.PARTLY_SHARED),
        (2, 0, 1, 0, SharedReading.PARTLY_SHARED),
        (2, 0, 2, 0, SharedReading.NOT_SHARED),
        (0, 0, 3, 0, SharedReading.NOT_SHARED),
        (0, 3, 0, 0, SharedReading.PARTLY_SHARED),
    ],
)
def test_marks_are_read_as_the_table_says(
    same: int, partly: int, different: int, not_sure: int, reading: SharedReading
) -> None:
    """`domain.md` 9.3, with a quorum of three."""
    keys = [SAME] * same + [PARTLY] * partly + [DIFFERENT] * different + [NOT_SURE] * not_sure

    assert read_own_words(keys, 3) is reading


@given(st.dictionaries(st.sampled_from([ADA, BEN, CHIDI, DANA]), st.sampled_from(MarkKey)), st.integers(0, 4))
def test_counts_add_up_and_silence_shares_nothing(given_marks: Mapping[Member, MarkKey], quorum: int) -> None:
    """Below quorum nothing reads as shared, whatever the few have marked."""
    marks = [a_mark(who, key) for who, key in given_marks.items()]

    counts = count_marks(CHECK, marks)

    told = counts.same + counts.partly + counts.different + counts.not_sure + counts.no_response + counts.left
    assert told == counts.eligible == len(CHECK.eligible)
    if len(marks) < quorum:
        assert read_own_words([mark.key for mark in marks], quorum) is SharedReading.INCONCLUSIVE


def test_a_mark_of_another_check_does_not_count() -> None:
    """It was given to another line."""
    other = replace(a_mark(BEN, SAME), check=replace(CHECK, id=type(CHECK.id)("other")).id)

    assert count_marks(CHECK, [other]).same == 0


def test_only_those_who_are_asked_take_part_and_only_in_the_step_that_is_open() -> None:
    """Whoever came later was not asked; and what is closed is closed."""
    late = a_member("Eli")

    CHECK.require_asked(BEN.id, Stage.RESTATING, MONDAY)
    with pytest.raises(NotAllowed):
        CHECK.require_asked(late.id, Stage.RESTATING, MONDAY)
    for check, stage, now in (
        (CHECK, Stage.MARKING, MONDAY),
        (MARKING, Stage.RESTATING, MONDAY),
        (CHECK, Stage.RESTATING, MONDAY + A_WEEK),
    ):
        with pytest.raises(CheckInClosed):
            check.require_asked(BEN.id, stage, now)


def test_an_understanding_cannot_be_without_having_come_back() -> None:
    """Without talk and notes the words stay what they were: what one person thinks."""
    good = an_understanding()

    with pytest.raises(NotAllowed):
        replace(good, returned_turns=())
    with pytest.raises(NotAllowed):
        replace(good, returned_lines=())
    assert isinstance(good, Understanding)


SAID = (a_restatement(BEN, 1), a_restatement(DANA, 2, level=Attribution.UNNAMED))


@pytest.mark.parametrize("reader", [ADA, CHIDI, None])
def test_before_the_close_nobody_sees_what_others_say_nor_how_many(reader: Member | None) -> None:
    """Facilitators included."""
    sealed = [replace(each, number=0, shared_on=None, draft="canary") for each in SAID]

    (seen,) = see_understanding(with_checks(CHECK, said=sealed), reader.id if reader else None)

    assert (seen.said, seen.passed, seen.restatements, seen.own) == (0, 0, (), None)
    assert "canary" not in repr(seen)


@pytest.mark.parametrize("reader", [ADA, CHIDI, None])
def test_before_the_close_nobody_sees_how_others_mark(reader: Member | None) -> None:
    """Nor what differs for them."""
    marks = [replace(a_mark(BEN, DIFFERENT), differs="canary"), a_mark(DANA, SAME)]

    (seen,) = see_understanding(with_checks(MARKING, said=SAID, marks=marks), reader.id if reader else None)

    assert (seen.marks, seen.differing, seen.own_mark) == (None, (), None)
    assert "canary" not in repr(seen)


def test_each_sees_what_they_said_and_marked_themselves() -> None:
    """So that it can be changed until the close."""
    mine = replace(SAID[0], number=0, shared_on=None, draft="Mine.")

    (restating,) = see_understanding(with_checks(CHECK, said=[mine]), BEN.id)
    (marking,) = see_understanding(with_checks(MARKING, said=SAID, marks=[a_mark(BEN, SAME)]), BEN.id)

    assert restating.own == mine
    assert marking.own_mark == a_mark(BEN, SAME)


def test_at_the_close_everything_is_shown_together_at_the_level_that_was_chosen() -> None:
    """A pass is counted and never shown."""
    passed = replace(a_restatement(CHIDI, 0), is_pass=True, shared_on=None)

    (seen,) = see_understanding(with_checks(SHOWN, said=[*SAID, passed]), ADA.id)

    assert (seen.said, seen.passed) == (2, 1)
    assert [(each.reference, each.author, each.words) for each in seen.restatements] == [
        ("R1", "Ben", "Ben says it."),
        ("R2", "", "Dana says it."),
    ]


def test_what_differs_stands_next_to_the_line() -> None:
    """In its author's own words; a mark without words is only counted."""
    marks: list[Mark] = [
        replace(a_mark(BEN, DIFFERENT), has_words=True, shared_on=TODAY),
        a_mark(DANA, SAME),
    ]

    (seen,) = see_understanding(with_checks(READ, said=SAID, marks=marks), ADA.id)

    assert seen.marks is not None
    assert (seen.marks.same, seen.marks.different, seen.marks.no_response) == (1, 1, 2)
    assert [(each.key, each.author, each.words) for each in seen.differing] == [
        (DIFFERENT, "Ben", "Ben sees it otherwise.")
    ]


def test_what_was_taken_back_leaves_a_marker() -> None:
    """Without name and words."""
    gone = replace(SAID[0], state=ContributionState.WITHDRAWN, state_on=TODAY)

    (seen,) = see_understanding(with_checks(SHOWN, said=[gone, SAID[1]]), BEN.id)

    assert (seen.restatements[0].author, seen.restatements[0].words) == ("", "")
    assert seen.said == 2

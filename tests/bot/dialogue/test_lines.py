"""Where a line stands: what its authors said, and never what they did not say."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.dialogue.lines import (
    CheckAnswer,
    Drafters,
    Drafting,
    LineStanding,
    LineState,
    read_line,
    standing_of,
    strictest,
)
from bot.dialogue.members import Role
from bot.errors import NotAllowed, NotFound
from tests.notes import FROM_BEN, FROM_CHIDI, UNNAMED, a_line
from tests.people import ADA, BEN, GARDEN, TODAY, a_member

YES, NEARLY, NO, LEAVE_OUT = CheckAnswer
UNCONFIRMED, TO_FIX, NEEDS_RECHECK, CONFIRMED, WITHDRAWN = LineState
SOURCES = ("one", "two", "three")


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((), UNCONFIRMED),
        ((YES,), UNCONFIRMED),
        ((YES, YES), UNCONFIRMED),
        ((YES, YES, YES), CONFIRMED),
        ((NEARLY,), TO_FIX),
        ((YES, NO), TO_FIX),
        ((YES, YES, NEARLY), TO_FIX),
        ((LEAVE_OUT,), NEEDS_RECHECK),
        ((NO, LEAVE_OUT), NEEDS_RECHECK),
        ((YES, YES, LEAVE_OUT), NEEDS_RECHECK),
    ],
)
def test_a_line_is_read_from_what_its_authors_said(
    answers: tuple[CheckAnswer, ...], state: LineState
) -> None:
    """The table of `domain.md` 9.3."""
    assert read_line(SOURCES, dict(zip(SOURCES, answers, strict=False))) is state


def test_a_line_without_words_of_anybody_is_never_confirmed() -> None:
    """There is nobody who could."""
    assert read_line((), {}) is UNCONFIRMED
    assert standing_of(a_line(), (), {}) == LineStanding(UNCONFIRMED, 0, 0)


@given(
    checks=st.dictionaries(st.sampled_from(SOURCES), st.sampled_from(CheckAnswer)),
    there=st.sets(st.sampled_from(SOURCES)),
)
def test_silence_never_confirms(checks: dict[str, CheckAnswer], there: set[str]) -> None:
    """A line is confirmed if and only if every author said yes, and every source can still be cited."""
    line = replace(a_line(), sources=SOURCES)

    standing = standing_of(line, there, checks)

    everybody = all(checks.get(source) is YES for source in SOURCES)
    assert (standing.state is CONFIRMED) is (everybody and there >= set(SOURCES))
    assert standing.checked <= standing.asked == len(SOURCES)
    if not checks:
        assert standing.checked == 0


@pytest.mark.parametrize(("one", "two"), list(product([*CheckAnswer, None], repeat=2)))
def test_a_source_that_is_gone_sends_its_line_back(one: CheckAnswer | None, two: CheckAnswer | None) -> None:
    """Whatever was said before: without it the line is another line, and alone it is none."""
    line = a_line(FROM_BEN, FROM_CHIDI)
    pairs = ((FROM_BEN.id, one), (FROM_CHIDI.id, two))
    checks: dict[str, CheckAnswer] = {id: answer for id, answer in pairs if answer}

    left = standing_of(line, {FROM_CHIDI.id}, checks).state

    assert left is (WITHDRAWN if two is LEAVE_OUT else NEEDS_RECHECK)
    assert standing_of(line, set(), checks).state is WITHDRAWN


def test_to_leave_out_the_only_source_withdraws_the_line() -> None:
    """Nothing is left that it could be written from."""
    line = a_line(FROM_BEN)

    standing = standing_of(line, {FROM_BEN.id}, {FROM_BEN.id: LEAVE_OUT})

    assert standing.state is WITHDRAWN
    assert not standing.is_readable


def test_what_was_taken_back_stays_taken_back() -> None:
    """Also where everybody had confirmed it."""
    line = replace(a_line(FROM_BEN), state=ContributionState.WITHDRAWN, state_on=TODAY)

    assert standing_of(line, {FROM_BEN.id}, {FROM_BEN.id: YES}).state is WITHDRAWN
    with pytest.raises(NotFound):
        line.require_live()


def test_only_whoever_drafted_it_may_take_it_back() -> None:
    """A facilitator is no exception."""
    a_line(FROM_BEN).require_drafter(ADA.id)
    with pytest.raises(NotAllowed):
        a_line(FROM_BEN).require_drafter(BEN.id)


def test_a_line_takes_the_strictest_level_of_its_sources() -> None:
    """One name too few is better than one too many."""
    levels = [source.level for source in (FROM_BEN, UNNAMED)]

    assert strictest(levels) is Attribution.UNNAMED
    assert strictest([Attribution.CHOSEN_NAME, Attribution.NAMED]) is Attribution.CHOSEN_NAME
    assert strictest([]) is Attribution.NAMED


def test_who_drafts_is_said_by_a_facilitator() -> None:
    """By default only facilitators; observers never."""
    observer = a_member("Olu", Role.OBSERVER)
    drafters = Drafters(id=GARDEN.id, dialogue=GARDEN.id)
    everybody = replace(drafters, drafting=Drafting.EVERYBODY)

    assert [drafters.may(who) for who in (ADA, BEN, observer)] == [True, False, False]
    assert [everybody.may(who) for who in (ADA, BEN, observer)] == [True, True, False]

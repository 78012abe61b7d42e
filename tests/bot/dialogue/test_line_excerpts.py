"""The notes as each reader may see them."""

from dataclasses import replace

import pytest

from bot.dialogue.attribution import Attribution
from bot.dialogue.consent import Use
from bot.dialogue.contributions import ContributionState
from bot.dialogue.line_excerpts import see_lines
from bot.dialogue.lines import CheckAnswer, LineState
from bot.dialogue.record import Record
from tests.notes import AGREED, FROM_BEN, FROM_CHIDI, PEOPLE, UNNAMED, a_check, a_line, with_notes
from tests.people import ADA, BEN, DANA, TODAY

YES = CheckAnswer.YES


def test_each_source_stands_at_the_level_its_author_chose() -> None:
    """With what they answered beside it."""
    line = a_line(FROM_BEN, FROM_CHIDI)
    (seen,) = see_lines(with_notes([line], [a_check(line, FROM_BEN, YES)]), ADA.id)

    assert [(s.reference, s.author, s.answer) for s in seen.sources] == [
        ("#1", "Ben", YES),
        ("#2", "Chidi", None),
    ]
    assert (seen.standing.checked, seen.standing.asked) == (1, 2)


@pytest.mark.parametrize("reader", [ADA, BEN, None])
def test_an_author_without_a_name_is_counted_and_never_told(reader: object) -> None:
    """Neither who it is, nor what they answered; and no name beside it that would leave only one."""
    line = a_line(FROM_BEN, UNNAMED)
    record = with_notes([line], [a_check(line, UNNAMED, YES), a_check(line, FROM_BEN, YES)])

    (seen,) = see_lines(record, getattr(reader, "id", None))

    unnamed = seen.sources[1]
    assert (unnamed.author, unnamed.answer, unnamed.is_own) == ("", None, False)
    assert seen.level is Attribution.UNNAMED
    assert [source.author for source in seen.sources] == ["", ""]
    assert seen.standing.state is LineState.CONFIRMED


def test_whoever_wrote_without_a_name_sees_what_they_answered() -> None:
    """Or they could not change it."""
    line = a_line(UNNAMED)

    (asked,) = see_lines(with_notes([line]), DANA.id)
    (answered,) = see_lines(with_notes([line], [a_check(line, UNNAMED, YES)]), DANA.id)

    assert [source.id for source in asked.open_for_me] == [UNNAMED.id]
    assert answered.open_for_me == ()
    assert answered.sources[0].answer is YES


def gone(state: ContributionState) -> Record:
    """Return a record in which Ben's words are gone after everybody had confirmed a line."""
    line = a_line(FROM_BEN, FROM_CHIDI)
    said = (replace(FROM_BEN, state=state, state_on=TODAY), FROM_CHIDI)
    return with_notes([line], [a_check(line, each, YES) for each in said], said=said)


@pytest.mark.parametrize("state", [state for state in ContributionState if state != "live"])
def test_the_text_goes_with_the_words_it_was_written_from(state: ContributionState) -> None:
    """Until somebody has written it anew, it could say what was taken back."""
    (seen,) = see_lines(gone(state), BEN.id)

    assert (seen.standing.state, seen.text) == (LineState.NEEDS_RECHECK, "")
    assert [source.is_there for source in seen.sources] == [False, True]
    assert seen.sources[0].author == ""


def test_a_changed_mind_about_the_notes_sends_the_line_back() -> None:
    """The tick can be taken away, and counts from then on."""
    line = a_line(FROM_BEN, UNNAMED)
    people = (*PEOPLE[:3], replace(DANA, consent=replace(AGREED, uses=frozenset({Use.REPORT}))))

    (seen,) = see_lines(with_notes([line], people=people), ADA.id)

    assert (seen.standing.state, seen.text) == (LineState.NEEDS_RECHECK, "")


def test_a_report_holds_only_lines_whose_authors_all_ticked_it() -> None:
    """To be in the group's notes is one thing, to be in a report another."""
    lines = [a_line(FROM_BEN), a_line(UNNAMED, number=2), a_line(number=3)]
    people = (*PEOPLE[:3], replace(DANA, consent=replace(AGREED, uses=frozenset({Use.NOTES}))))

    seen = see_lines(with_notes(lines, people=people), None, Use.REPORT)

    assert [part.line.number for part in seen] == [1, 3]


def test_every_edition_keeps_what_was_answered_to_it() -> None:
    """What was said about one text does not count for another."""
    first, second = a_line(FROM_BEN), a_line(FROM_BEN, edition=2)
    seen = see_lines(with_notes([first, second], [a_check(first, FROM_BEN, YES)]), BEN.id)

    assert [(part.is_newest, part.standing.state) for part in seen] == [
        (False, LineState.CONFIRMED),
        (True, LineState.UNCONFIRMED),
    ]


def test_a_better_wording_stands_under_the_line() -> None:
    """It is the author's own, in their own words."""
    line = a_line(FROM_BEN)
    check = a_check(line, FROM_BEN, CheckAnswer.NEARLY, edits=1)

    (seen,) = see_lines(with_notes([line], [check]), ADA.id)

    assert (seen.standing.state, seen.sources[0].wording) == (LineState.TO_FIX, f"Wording of {check.id}.")

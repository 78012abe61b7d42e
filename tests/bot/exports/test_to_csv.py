"""A table for spreadsheets: nothing in it runs, and everything in it can be had exactly."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.exports.to_csv import COLUMNS, guard, unguard, write_csv
from tests.bot.exports.records import Talk, answers, changed, gone, make_round, said, sees, unnamed
from tests.promises.reading_back import (
    looks_like_a_formula,
    read_csv,
    without_apostrophe,
    without_apostrophes,
)


def rows(talk: Talk) -> list[dict[str, str]]:
    """Return what a spreadsheet reads."""
    return read_csv("".join(write_csv(talk.excerpt())))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x", "'=1", "''-1", "  =1", "\u200b=1"],
)
def test_nothing_is_taken_for_a_formula(text: str) -> None:
    """A spreadsheet must show what somebody typed, not run it (B10)."""
    (row,) = rows(Talk(said=(changed(said(1, text), shown_name=text),), rounds=(make_round(question=text),)))

    assert row["words"] == row["author"] == row["question"] == f"'{text}"
    assert row["apostrophe_added_to"] == "question author words"
    assert without_apostrophes(row)["words"] == text


@given(
    st.text(
        st.sampled_from(list("'=+-@\t\r\n\0＝＋－＠ a\ufeff\u200b\u2003,\";")) | st.characters(codec="utf-8")
    )
)
def test_an_apostrophe_can_always_be_taken_away_again(text: str) -> None:
    """Data users need the words exactly; the rule they are given must always lead back."""
    safe = guard(text)

    assert not looks_like_a_formula(safe)
    assert unguard(safe) == without_apostrophe(safe) == text


def test_everything_is_quoted_and_ends_as_the_standard_says() -> None:
    """RFC 4180; commas, quotes and line ends in words stay inside their cell."""
    text = "".join(write_csv(Talk(said=(said(1, 'One, "two"\nthree'),)).excerpt()))
    first, second, *_ = text.split("\r\n")

    assert first == "\ufeff" + ",".join(f'"{name}"' for name in COLUMNS)
    assert second.endswith('"One, ""two""\nthree",""')


def test_a_row_tells_all_about_a_contribution() -> None:
    """Who opens the table sees what the page says."""
    talk = Talk(
        said=(
            said(1, "A"),
            changed(said(2, "B", "C", by="Ben"), is_late=True, is_new_to_me=True, **answers(1)),
        ),
        stances=(sees(2, "Ada"),),
    )

    assert rows(talk)[1] == {
        "round": "1",
        "question": "What should change?",
        "mechanism": "dialogue",
        "theme": "what",
        "number": "2",
        "replies_to": "1",
        "reply_kind": "answer",
        "author": "Ben",
        "shown_as": "named",
        "is_facilitator": "0",
        "day": "2026-05-04",
        "written_at": "2026-05-04T12:02:00+00:00",
        "is_late": "1",
        "is_new_to_author": "1",
        "edits": "1",
        "same": "1",
        "differently": "0",
        "unsure": "0",
        "state": "live",
        "state_on": "",
        "words": "C",
        "apostrophe_added_to": "",
    }


@pytest.mark.parametrize("state", [each for each in ContributionState if each is not ContributionState.LIVE])
def test_a_row_tells_nothing_of_words_that_are_gone(state: ContributionState) -> None:
    """Only that there were some, and the day they went."""
    (row,) = rows(Talk(said=(gone(3, state),), stances=(sees(3, "Ben"),)))

    assert {
        name: cell for name, cell in row.items() if cell and name not in ("question", "mechanism", "theme")
    } == {
        "round": "1",
        "number": "3",
        "state": state,
        "state_on": "2026-05-07",
    }


def test_unnamed_words_have_no_name_and_no_time() -> None:
    """The moment could lead to whoever was writing then."""
    (row,) = rows(Talk(said=(unnamed(1, "A"),)))

    assert (row["author"], row["written_at"], row["is_facilitator"]) == ("", "", "0")


def test_passes_have_no_row() -> None:
    """They are counted where rounds are told; a row of its own would only raise the question whose it is."""
    passed = changed(unnamed(2), kind=ContributionKind.PASS, number=0)

    assert [row["words"] for row in rows(Talk(said=(said(1, "A"), passed)))] == ["A"]


def test_an_empty_dialogue_makes_a_table_with_its_head() -> None:
    """Programs that read it find the columns (B23)."""
    text = "".join(write_csv(Talk(rounds=()).excerpt()))

    assert [tuple(row) for row in csv.reader(io.StringIO(text.removeprefix("\ufeff")))] == [COLUMNS]

"""Open data: every statement with its counts, nobody to be found through it, single stances where safe."""

import csv
import io
from collections import Counter
from dataclasses import replace

import pytest

from bot.dialogue.attribution import Attribution
from bot.dialogue.consent import Consent, Use
from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.excerpts import Purpose
from bot.dialogue.stances import StanceKind
from bot.exports.to_polis import write_polis
from tests.bot.exports.records import (
    PEOPLE,
    Said,
    Talk,
    answers,
    changed,
    gone,
    make_dialogue,
    make_member,
    said,
    sees,
    unnamed,
)
from tests.promises.reading_back import read_csv, without_apostrophe

SEED = bytes(range(32))
OTHER_SEED = bytes(reversed(range(32)))
VOTES = tuple(sees(1, name) for name in PEOPLE[1:])
MIDNIGHT = 1777852800000
"""4 May 2026, 00:00 UTC, in milliseconds."""


def files(talk: Talk, seed: bytes = SEED) -> dict[str, str]:
    """Return the files of an export."""
    return write_polis(talk.excerpt(Purpose.OPEN_DATA), seed)


def comments(talk: Talk, seed: bytes = SEED) -> dict[str, dict[str, str]]:
    """Return statements by their words."""
    return {
        without_apostrophe(row["comment-body"]): row for row in read_csv(files(talk, seed)["comments.csv"])
    }


def test_the_layout_is_the_one_other_programs_read() -> None:
    """Columns and numbers stand as in exports of Polis: unquoted, in this order."""
    told = files(Talk(said=(said(1, "A lift"),), stances=VOTES))

    assert set(told) == {"comments.csv", "votes.csv", "summary.csv", "README.txt"}
    assert told["comments.csv"] == (
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
        '1777896060000,"Mon May 04 12:01:00 UTC 2026",0,0,5,0,1,"A lift"\n'
    )
    assert told["votes.csv"].splitlines()[:2] == [
        "timestamp,datetime,comment-id,voter-id,vote",
        '1777939200000,"Tue May 05 00:00:00 UTC 2026",0,0,1',
    ]


def test_the_sign_of_a_vote_is_told() -> None:
    """Exports of Polis differ in it; a reader must not guess."""
    talk = Talk(
        said=(said(1, "A"), said(2, "B")),
        stances=(
            *VOTES,
            sees(2, "Ada"),
            sees(2, "Ben", StanceKind.DIFFERENTLY),
            sees(2, "Dana", StanceKind.DIFFERENTLY),
            sees(2, "Emil", StanceKind.UNSURE),
        ),
    )
    told, statements = files(talk), comments(talk)
    votes = Counter((row["comment-id"], row["vote"]) for row in read_csv(told["votes.csv"]))
    second = statements["B"]["comment-id"]

    assert [votes[second, vote] for vote in ("1", "-1", "0")] == [1, 2, 1]
    assert (statements["B"]["agrees"], statements["B"]["disagrees"]) == ("1", "2")
    assert (
        "1: sees it the same (agree). -1: sees it differently (disagree). 0: is not sure"
        in told["README.txt"]
    )


def test_below_five_people_there_are_only_counts() -> None:
    """With four, each could find out the others (`decisions.md` 21)."""
    told = files(Talk(said=(said(1, "A"),), stances=VOTES[:4]))

    assert "votes.csv" not in told
    assert (
        "votes.csv is not here: single stances are given only where at least 5 people" in told["README.txt"]
    )
    assert read_csv(told["comments.csv"])[0]["agrees"] == "4"
    assert "\nvoters,\n" in told["summary.csv"].replace('"', "")


def test_only_people_who_said_yes_have_their_stances_told() -> None:
    """Five stances, one of somebody who did not tick open data: it is neither told nor counted."""
    quiet = make_member("Ben", consent=Consent(1, 1, frozenset({Use.REPORT})))
    members = tuple(quiet if name == "Ben" else make_member(name) for name in PEOPLE)
    told = files(Talk(said=(said(1, "A"),), members=members, stances=VOTES))

    assert "votes.csv" not in told
    assert read_csv(told["comments.csv"])[0]["agrees"] == "4"


def test_stances_on_words_that_are_gone_do_not_count_as_people() -> None:
    """Otherwise four people with stances that are shown would be found out."""
    talk = Talk(said=(said(1, "A"), gone(2)), stances=(*VOTES[:4], sees(2, "Fay")))

    assert "votes.csv" not in files(talk)


def test_numbers_are_drawn_anew_for_every_export() -> None:
    """Two exports cannot be laid side by side to follow somebody from one to the other."""
    talk = Talk(said=tuple(said(number, f"words {number}", by=PEOPLE[number % 6]) for number in range(1, 31)))
    once, again, other = comments(talk), comments(talk), comments(talk, OTHER_SEED)

    assert once == again
    for column in ("comment-id", "author-id"):
        assert {text: row[column] for text, row in once.items()} != {
            text: row[column] for text, row in other.items()
        }
    assert sorted(int(row["comment-id"]) for row in once.values()) == list(range(30))
    assert list(once) != [f"words {number}" for number in range(1, 31)]


def test_every_unnamed_statement_has_an_author_and_a_day_of_its_own() -> None:
    """Two statements of one person must not lead to each other, nor to whoever was writing then."""
    told = comments(Talk(said=(unnamed(1, "A"), unnamed(2, "B"), said(3, "C"), said(4, "D"))))
    authors = {text: row["author-id"] for text, row in told.items()}

    assert len({authors["A"], authors["B"], authors["C"]}) == 3
    assert authors["C"] == authors["D"]
    assert {told["A"]["timestamp"], told["B"]["timestamp"]} == {str(MIDNIGHT)}
    assert told["A"]["datetime"] == "Mon May 04 00:00:00 UTC 2026"


def test_a_chosen_name_does_not_lead_to_the_name() -> None:
    """The group knows the names; one number for both would tell who the chosen name is."""
    hidden = changed(said(2, "B"), level=Attribution.CHOSEN_NAME, shown_name="Heron")
    told = comments(Talk(said=(said(1, "A"), hidden)))

    assert told["A"]["author-id"] != told["B"]["author-id"]


def test_no_vote_is_timed_before_its_statement_nor_to_the_minute() -> None:
    """Programs read both files in order of time; the day is enough for everything else."""
    same_day = [replace(vote, made_at=said(9, "x").contribution.made_at) for vote in VOTES]
    votes = read_csv(files(Talk(said=(said(1, "A"),), stances=tuple(same_day)))["votes.csv"])

    assert {vote["timestamp"] for vote in votes} == {"1777896060000"}


def test_hidden_words_are_marked_and_other_gone_words_are_left_out() -> None:
    """What was hidden keeps its mark; what was taken back is only counted."""
    shown = changed(gone(2, ContributionState.HELD), stays_in_open_data=True)
    passed = changed(unnamed(5), kind=ContributionKind.PASS, number=0)
    told: tuple[Said, ...] = (said(1, "A"), shown, gone(3, ContributionState.HELD), gone(4), passed)
    talk = Talk(said=told, stances=(sees(2, "Ben"), sees(4, "Ben")))

    assert {text: (row["moderated"], row["agrees"]) for text, row in comments(talk).items()} == {
        "A": ("1", "0"),
        "canary-2": ("-1", "1"),
        "(hidden by a facilitator)": ("-1", "0"),
    }
    assert "a facilitator hid (2 here)" in files(talk)["README.txt"]
    assert (
        "0 contributions of people who did not say yes to open data, 1 that were" in files(talk)["README.txt"]
    )


def test_an_answer_is_a_statement_too() -> None:
    """In a group record people also talk to each other; their words count as much."""
    told = comments(Talk(said=(said(1, "A"), changed(said(2, "B"), **answers(1)))))

    assert set(told) == {"A", "B"}


def test_words_of_who_did_not_say_yes_are_left_out_and_counted() -> None:
    """Open data is a use of its own; without the tick a member still takes part."""
    members = (make_member("Ada"), make_member("Ben", consent=Consent(1, 1)))
    told = files(Talk(said=(said(1, "A"), said(2, "canary", by="Ben")), members=members))

    assert "canary" not in "".join(told.values())
    assert "1 contributions of people who did not say yes" in told["README.txt"]


@pytest.mark.parametrize("purpose", [Purpose.GROUP, Purpose.REPORT])
def test_an_excerpt_for_something_else_gives_no_single_stances(purpose: Purpose) -> None:
    """Even if somebody asks for the wrong excerpt."""
    told = write_polis(Talk(said=(said(1, "A"), said(2, "B")), stances=VOTES).excerpt(purpose), SEED)

    assert "votes.csv" not in told
    assert len({row["author-id"] for row in read_csv(told["comments.csv"])}) == 2


def test_the_summary_says_what_it_is_about() -> None:
    """The first lines of every such export; what nobody counted is left empty."""
    talk = Talk(said=(said(1, "A"), unnamed(2, "B")), dialogue=make_dialogue(title="=1", purpose="One\ntwo"))
    rows = dict(csv.reader(io.StringIO(files(talk)["summary.csv"], newline="")))

    assert rows == {
        "topic": "'=1",
        "url": "",
        "views": "",
        "voters": "",
        "voters-in-conv": "",
        "commenters": "2",
        "comments": "2",
        "groups": "",
        "conversation-description": "One\ntwo",
    }

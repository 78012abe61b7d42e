"""JSON gives every word back exactly, and keeps to the schema we publish."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator

from bot.dialogue.contributions import ContributionState
from bot.dialogue.excerpts import Purpose
from bot.dialogue.rounds import Reveal
from bot.dialogue.turns import TurnKind
from bot.exports.to_json import write_json
from tests.bot.exports.records import (
    LATER,
    Talk,
    answers,
    apart,
    changed,
    gone,
    make_dialogue,
    make_round,
    said,
    sees,
    unnamed,
)

SCHEMA = Path(__file__).parents[3] / "docs" / "record.schema.json"
WHOLE = Talk(
    said=(
        said(1, "First", "Second"),
        unnamed(2, "No name", by="Ben"),
        gone(3),
        gone(4, ContributionState.HELD),
        gone(5, ContributionState.ERASED),
        changed(said(6, "Yes.", by="Ben"), is_late=True, is_new_to_me=True, **answers(1)),
        changed(said(7, "Why?"), to=gone(3).contribution.id, turn=TurnKind.QUESTION),
    ),
    rounds=(make_round(), make_round(2, question="And then?"), replace(make_round(3), opened_at=None)),
    stances=(sees(1, "Ben"),),
    divergences=(apart(1, 2),),
)
SEALED = Talk(
    said=(said(1, "canary"),),
    rounds=(make_round(reveal=Reveal.AT_CLOSE, closed_at=None, closes_at=LATER + timedelta(days=1)),),
)


def told(talk: Talk, *, with_earlier: bool = False) -> dict[str, Any]:
    """Return what any program reads from the file."""
    return cast(
        "dict[str, Any]", json.loads("".join(write_json(talk.excerpt(), LATER, with_earlier=with_earlier)))
    )


@pytest.mark.parametrize("with_earlier", [False, True])
@pytest.mark.parametrize("talk", [WHOLE, SEALED, Talk(), Talk(rounds=())])
def test_every_file_keeps_to_the_published_schema(talk: Talk, *, with_earlier: bool) -> None:
    """Whoever builds on the file relies on the schema, also when a dialogue is empty (B23)."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)

    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
        told(talk, with_earlier=with_earlier)
    )


def test_words_come_back_exactly() -> None:
    """A member must find again what they wrote, also what a page can only show as a sign."""
    words = "\u202eturned\u202c {{7*7}} 👩‍👩‍👧 \x1b[31m <b> é"
    text = "".join(write_json(Talk(said=(said(1, words),)).excerpt(), LATER))

    assert text.isascii()
    assert json.loads(text)["rounds"][0]["contributions"][0]["words"] == words


def test_nothing_stands_beside_a_marker() -> None:
    """No author, no size, no time: only that something was taken back, and when."""
    marker = told(WHOLE)["rounds"][0]["contributions"][2]

    assert marker == {"id": "said-3", "number": 3, "state": "withdrawn", "state_on": "2026-05-07"}


def test_an_unnamed_author_has_no_name_and_no_time_of_day() -> None:
    """The moment could lead to whoever was writing then."""
    entry = told(WHOLE)["rounds"][0]["contributions"][1]

    assert (entry["author"], entry["at"], entry["day"]) == ("", None, "2026-05-04")


def test_earlier_versions_come_only_on_request() -> None:
    """Who corrected a word does not want the first one read by everybody."""
    plain = told(WHOLE)["rounds"][0]["contributions"][0]
    asked = told(WHOLE, with_earlier=True)["rounds"][0]["contributions"][0]

    assert "earlier" not in plain
    assert (asked["earlier"], asked["words"], asked["edits"]) == (["First"], "Second", 1)


def test_a_preview_is_not_in_the_file() -> None:
    """A question that was never put to the group is nobody's business but a facilitator's."""
    assert [round["number"] for round in told(WHOLE)["rounds"]] == [1, 2]


def test_contacts_places_and_ids_of_people_stay_out() -> None:
    """The file travels; what is only for members of the dialogue does not."""
    text = "".join(write_json(WHOLE.excerpt(), LATER))

    assert "Mo, weekdays" not in text
    assert '"ada"' not in text
    assert "channel-9" not in text


def test_answers_that_are_kept_back_are_not_in_the_file() -> None:
    """Only that there is more to come."""
    (round,) = told(SEALED)["rounds"]

    assert (round["is_sealed"], round["dialogue_test"], round["contributions"]) == (True, None, [])


def test_the_file_says_what_it_is_for() -> None:
    """A report holds only words whose authors said yes to that; whoever reads it must know."""
    text = "".join(write_json(Talk(dialogue=make_dialogue()).excerpt(Purpose.REPORT), LATER))

    assert json.loads(text)["purpose"] == "report"

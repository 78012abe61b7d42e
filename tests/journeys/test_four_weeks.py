"""
One dialogue of six people over four weeks, and its whole record.

The record stands beside this file, `four_weeks.md`, to be read by people. After a change of words that is
meant, write it anew: `WRITE_RECORD=1 pytest tests/journeys/test_four_weeks.py`, and read what changed.
"""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.dialogue.tickets import Action
from bot.speech.effects import FileKind
from storage.ledger import verify_all
from tests.fakes.four_weeks import FIRST, HARM, NOTE, SECOND, FourWeeks
from tests.fakes.line_pen import lines_of

EXPECTED = Path(__file__).with_name("four_weeks.md")
SCHEMA = Path(__file__).parents[2] / "docs" / "record.schema.json"
HEAD = re.compile(r"\b[0-9a-f]{64}\b")
"""The head of the ledger: it proves this one play of the dialogue, and says nothing to a reader."""


@pytest.fixture(scope="module")
def weeks() -> Iterator[FourWeeks]:
    """The four weeks, played once."""
    made = FourWeeks()
    made.play()
    yield made
    made.group.close()


def record(weeks: FourWeeks) -> str:
    """Return the whole record as Markdown, with a sign for its head."""
    return HEAD.sub("(the head)", weeks.file(FileKind.MARKDOWN))


def test_the_whole_record_is_what_happened(weeks: FourWeeks) -> None:
    """From why people are here to what became of it: nothing is missing, nothing is merged."""
    told = record(weeks)
    if os.environ.get("WRITE_RECORD"):
        EXPECTED.write_text(told, encoding="utf-8")

    assert told == EXPECTED.read_text(encoding="utf-8")


def test_dissent_stands_directly_under_the_text_it_is_about(weeks: FourWeeks) -> None:
    """Both editions, the objection in its author's words, and the one note."""
    told = record(weeks).replace("\\", "")

    assert told.index(FIRST) < told.index(HARM) < told.index(SECOND) < told.index(NOTE)
    assert told.count(NOTE) == 1
    assert "Signed by Fay" in told


def test_the_agreement_came_back_after_ninety_days(weeks: FourWeeks) -> None:
    """With the note and the first intentions beside it; the group kept it, and said why."""
    back = "\n".join(
        "\n".join(lines) for post, lines in weeks.group.channel.items() if post.startswith("review-")
    )

    for words in (SECOND, NOTE, "Tomatoes."):
        assert words in back
    assert "Everybody comes up." in record(weeks).replace("\\", "")


def test_the_group_sees_how_it_went_in_a_circle(weeks: FourWeeks) -> None:
    """From the agreement back to why they are here, with the reason."""
    trail = "\n".join(lines_of(weeks.group.does("Fay", Action.SHOW_TRAIL, weeks.dialogue)))

    assert "The group went back once." in trail
    assert "We come back to this from statement 1." in trail
    assert "Why we are here → Talk → Why we are here. contribution #11 closed it on 25 May 2026." in trail


def test_the_record_holds_to_its_schema_and_the_chain_holds(weeks: FourWeeks) -> None:
    """After everything that people did."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))

    Draft202012Validator(schema).validate(json.loads(weeks.file(FileKind.JSON)))
    with weeks.group.store.looking() as connection:
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())


def test_what_only_facilitators_were_told_is_in_no_file(weeks: FourWeeks) -> None:
    """Dana told them what helps her take part."""
    for kind in (FileKind.MARKDOWN, FileKind.HTML, FileKind.JSON, FileKind.CSV):
        assert "A seat near the door" not in weeks.file(kind)

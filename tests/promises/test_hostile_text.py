"""Whatever somebody types is refused in the words of B1 to B4, or read back as plain text from every file."""

import random
from collections import Counter

import pytest

from tests import drills
from tests.promises import hostile
from tests.promises.hostile_texts import FRAGMENTS, hostile_texts, must_refuse


@pytest.mark.parametrize("seed", range(4))
def test_hostile_texts_are_refused_or_read_back_as_text(seed: int) -> None:
    """Two thousand texts in four goes; the long form is `make drill hostile`."""
    counts = hostile.drill(500, seed)

    assert sum(counts.values()) == 500
    assert counts["written and read back"] > 400


def test_each_fragment_alone_is_text() -> None:
    """Among many others one could be covered by its neighbours."""
    kept = list(hostile.read_in([f"{fragment}x" for fragment in FRAGMENTS], Counter()))

    hostile.try_every_writer(kept)


@pytest.mark.parametrize(
    ("raw", "phrase"),
    [
        ("", "refusals-text-empty"),
        (" \u200b\u0301\n", "refusals-text-empty"),
        ("\u3164", "refusals-text-empty"),
        ("x" * 4001, "refusals-text-long"),
        ("x" * 1_000_000, "refusals-text-long"),
        ("half \ud83d", "refusals-text-broken"),
        ("nul \0", "refusals-text-broken"),
        ("x" * 4000, ""),
        ("😀" * 4000, ""),
    ],
)
def test_what_cannot_be_kept_is_refused_in_the_promised_words(raw: str, phrase: str) -> None:
    """B1 to B4, and the largest texts that are kept (B13)."""
    assert hostile.read_or_refuse(raw)[1] == must_refuse(raw) == phrase


def test_the_same_seed_makes_the_same_texts() -> None:
    """A drill that fails can be run again."""
    once, again = (list(hostile_texts(300, random.Random(7))) for _ in range(2))

    assert once == again
    assert len(set(once)) > 250


def test_a_drill_is_started_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    """`make drill hostile` prints its seed and its counts."""
    assert drills.main(["hostile", "--count", "40", "--seed", "3"]) == 0

    printed = capsys.readouterr().out
    assert printed.startswith("hostile: 40 with seed 3\n")
    assert "written and read back" in printed

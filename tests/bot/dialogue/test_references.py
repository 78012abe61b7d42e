"""Reading what somebody typed to name what they cite."""

import pytest

from bot.dialogue.references import MOST, read_references
from bot.errors import Unreadable


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("3", ("#3",)),
        ("3, 7 and 12", None),
        ("#3,#7; n2  I4", ("#3", "#7", "N2", "I4")),
        ("r1 & 3", ("R1", "#3")),
        ("3 3 #3", ("#3",)),
        ("", None),
        (" , ", None),
        ("0", None),
        ("seven", None),
        ("N", None),
        ("1234567", None),
    ],
)
def test_references_are_read_or_refused(typed: str, found: tuple[str, ...] | None) -> None:
    """Each once, in the order in which they were typed."""
    if found is None:
        with pytest.raises(Unreadable):
            read_references(typed)
    else:
        assert read_references(typed) == found


def test_nobody_cites_half_the_record() -> None:
    """A line that rests on everything rests on nothing."""
    with pytest.raises(Unreadable):
        read_references(" ".join(map(str, range(1, MOST + 2))))

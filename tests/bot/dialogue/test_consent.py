"""What a yes covers."""

import pytest

from bot.dialogue.consent import Consent, Use


@pytest.mark.parametrize(
    ("notice", "facts", "covered"),
    [(2, 3, True), (1, 1, True), (3, 3, False), (2, 4, False), (3, 4, False)],
)
def test_a_yes_covers_what_was_read_and_nothing_newer(notice: int, facts: int, *, covered: bool) -> None:
    """Who agreed to an older text or older facts has not agreed to what stands there now."""
    yes = Consent(notice=2, facts=3)

    assert yes.covers(notice, facts) is covered


def test_no_use_is_ticked_by_itself() -> None:
    """Taking part says nothing about notes, reports or open data."""
    assert Consent(1, 1).uses == frozenset()
    assert set(Use) == {"notes", "report", "open_data"}

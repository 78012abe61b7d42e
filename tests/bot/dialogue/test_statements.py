"""Statements and their editions."""

from dataclasses import replace

import pytest

from bot.dialogue.contributions import ContributionState
from bot.dialogue.statements import Statements
from bot.errors import NotFound
from bot.identifiers import StatementId
from tests.statements import STATEMENT

SECOND = replace(STATEMENT, id=StatementId("second"), edition=2)
OTHER = replace(STATEMENT, id=StatementId("other"), number=2)
ALL = Statements((STATEMENT, SECOND, OTHER))


def test_a_number_means_the_newest_edition() -> None:
    """The earlier ones are there to be read, not to be asked about."""
    assert ALL.newest == (SECOND, OTHER)
    assert ALL.numbered("1") == SECOND
    assert ALL.numbered("2") == OTHER


def test_what_is_not_there_is_said() -> None:
    """Nothing is guessed, and nobody is asked about a text that is gone."""
    with pytest.raises(NotFound):
        ALL.numbered("3")
    with pytest.raises(NotFound):
        replace(STATEMENT, state=ContributionState.ERASED).require_live()

"""The dialogue test tells nobody who wrote without a name."""

from dataclasses import replace

import pytest

from bot.dialogue.attribution import Attribution
from bot.dialogue.members import Member
from bot.dialogue.signs import signs_of
from bot.dialogue.turns import TurnKind
from tests.people import BEN, CHIDI, DANA, a_contribution

SAID = a_contribution(BEN, 1)
ASKED = a_contribution(CHIDI, 2, to=SAID, turn=TurnKind.QUESTION)


def answered_by(who: Member, level: Attribution, name: str) -> tuple[bool, bool]:
    """Return whether two answered each other, and whether a question was answered by somebody else."""
    answer = a_contribution(who, 3, to=ASKED, turn=TurnKind.ANSWER, level=level)
    signs = signs_of((SAID, ASKED, replace(answer, shown_name=name)))
    return signs.mutuality, signs.clarification


@pytest.mark.parametrize("level", [Attribution.UNNAMED, Attribution.CHOSEN_NAME])
def test_the_signs_are_the_same_whoever_answered_under_another_name_or_none(level: Attribution) -> None:
    """Else whoever reads them would learn which of them it was."""
    name = "Heron" if level is Attribution.CHOSEN_NAME else ""

    assert len({answered_by(who, level, name) for who in (BEN, CHIDI, DANA)}) == 1


def test_two_people_who_show_their_names_have_answered_each_other() -> None:
    """That is what the test looks for."""
    assert answered_by(BEN, Attribution.NAMED, "Ben") == (True, True)
    assert answered_by(CHIDI, Attribution.NAMED, "Chidi") == (False, False)

"""Readings side by side, and one's own private ones."""

from dataclasses import replace

import pytest

from bot.actions.show_interpretations import show_interpretations
from bot.dialogue.contributions import ContributionState
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.members import Member
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.effects import Say
from bot.speech.messages import Message
from tests.notes import FROM_CHIDI, an_interpretation, with_interpretations
from tests.people import ADA, BEN, CHIDI, GARDEN, TODAY, asking, pressed

ONE = an_interpretation(CHIDI, FROM_CHIDI, number=1)
RECORD = with_interpretations(
    ONE,
    an_interpretation(BEN, FROM_CHIDI, number=2, rival_of=ONE),
    an_interpretation(BEN, FROM_CHIDI),
    replace(an_interpretation(ADA, FROM_CHIDI, number=3), state=ContributionState.WITHDRAWN, state_on=TODAY),
)


def shown(who: Member, garden: Dialogue = GARDEN, choice: str = "") -> Message:
    """Return what somebody sees."""
    ticket = Ticket(Action.SHOW_INTERPRETATIONS, GARDEN.id, choice)
    reply = show_interpretations(garden, asking(who, RECORD, dialogue=garden), pressed(who, ticket)).reply
    assert isinstance(reply, Say)
    return reply.message


def test_each_reader_sees_all_that_were_shared_and_their_own() -> None:
    """With what each can do: change one's own, read another's otherwise."""
    ben, ada = shown(BEN), shown(ADA)

    assert [part.phrase.key for part in ben.below] == ["interpret-private", *["interpret-shared"] * 3]
    assert [part.phrase.key for part in ada.below] == ["interpret-shared"] * 3
    assert [[choice.ticket.action for choice in part.choices] for part in ben.below] == [
        ["share_interpretation", "change_interpretation", "withdraw_interpretation"],
        ["interpret"],
        ["change_interpretation", "withdraw_interpretation"],
        [],
    ]
    assert ben.below[1].choices[0].ticket.choice == "rival.I1"
    assert [part.below[-1].phrase.key for part in ada.below] == [
        "show_interpretations-beside",
        "show_interpretations-beside",
        "interpret-gone",
    ]


def test_after_the_end_they_can_only_be_read() -> None:
    """And no button says anything else."""
    closed = shown(BEN, replace(GARDEN, state=DialogueState.CLOSED))

    assert [len(part.choices) for part in (closed, *closed.below)] == [0] * 5
    with pytest.raises(NotFound):
        shown(BEN, choice="all")

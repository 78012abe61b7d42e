"""Every check of what is understood, with as much as each reader may see."""

from dataclasses import replace

import pytest

from bot.actions.show_understandings import show_understandings
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.members import Member
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import MarkKey
from bot.errors import NotFound
from bot.speech.effects import Say
from bot.speech.messages import Message
from tests.people import ADA, BEN, CHIDI, DANA, GARDEN, TODAY, asking, pressed
from tests.understandings import (
    CHECK,
    MARKING,
    READ,
    SHOWN,
    a_mark,
    a_restatement,
    an_understanding,
    with_checks,
)

SAID = (a_restatement(BEN, 1), a_restatement(DANA, 2))
MARKS = (a_mark(BEN, MarkKey.SAME), replace(a_mark(DANA, MarkKey.DIFFERENT), has_words=True, shared_on=TODAY))


def shown(who: Member, record: Record, garden: Dialogue = GARDEN, choice: str = "") -> Message:
    """Return what somebody sees."""
    ticket = Ticket(Action.SHOW_UNDERSTANDINGS, GARDEN.id, choice)
    reply = show_understandings(garden, asking(who, record, dialogue=garden), pressed(who, ticket)).reply
    assert isinstance(reply, Say)
    return reply.message


def keys(message: Message) -> list[str]:
    """Return what a message says with all that is below it."""
    return [message.phrase.key, *(key for part in message.below for key in keys(part))]


@pytest.mark.parametrize(
    ("who", "own"), [(BEN, "show_understandings-yours"), (CHIDI, "show_understandings-you-passed"), (ADA, "")]
)
def test_before_the_close_everybody_sees_only_their_own(who: Member, own: str) -> None:
    """Facilitators see that it is there."""
    passed = replace(a_restatement(CHIDI, 0), is_pass=True)
    record = with_checks(CHECK, said=[a_restatement(BEN, 0), passed])

    (check,) = shown(who, record).below

    assert keys(check) == ["understand-asked", "restate-sealed", *([own] if own else [])]
    actions = [choice.ticket.action for choice in check.choices]
    assert actions == ["restate", "restate", *(["close_understanding"] if who is ADA else [])]


def test_while_the_line_is_marked_everybody_sees_only_their_own_mark() -> None:
    """And the line."""
    record = with_checks(MARKING, said=SAID, marks=[a_mark(BEN, MarkKey.SAME)])

    assert keys(shown(BEN, record).below[0]) == [
        "mark-asked",
        "mark-sealed",
        "show_understandings-you-marked",
    ]
    assert keys(shown(ADA, record).below[0]) == ["mark-asked", "mark-sealed"]


def test_what_was_said_is_shown_with_what_can_come_next() -> None:
    """Whoever said it can take it back."""
    ben = shown(BEN, with_checks(SHOWN, said=SAID)).below[0]

    assert [choice.ticket.action for choice in ben.choices] == ["draft_shared_line"]
    assert [part.phrase.key for part in ben.below][-1] == "show_understandings-own"
    assert [choice.ticket.action for choice in ben.below[-1].choices] == ["withdraw_restatement"]


def test_what_is_understood_stands_with_what_is_seen_differently() -> None:
    """Next to it, not instead of it."""
    read = shown(ADA, with_checks(READ, said=SAID, marks=MARKS))
    understood = shown(ADA, with_checks(READ, said=SAID, marks=MARKS, understandings=(an_understanding(),)))

    assert read.below[0].phrase.key == "close_understanding-read"
    assert understood.phrase.values == {"count": 1, "recorded": 1}
    assert keys(understood.below[0])[:2] == ["record_understanding-shown", "mark-differs"]


def test_after_the_end_there_is_nothing_left_to_do() -> None:
    """And no button says anything else."""
    ended = replace(GARDEN, state=DialogueState.CLOSED)

    message = shown(ADA, with_checks(CHECK), ended)

    assert (message.choices, message.below[0].choices) == ((), ())
    with pytest.raises(NotFound):
        shown(ADA, with_checks(CHECK), choice="all")

"""The notes, with what each reader may do."""

from dataclasses import replace

import pytest

from bot.actions.show_notes import LINES_ON_A_PAGE, show_notes
from bot.dialogue.contributions import ContributionState
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.lines import CheckAnswer
from bot.dialogue.members import Member, Role
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.effects import Say
from bot.speech.messages import Message
from tests.notes import FROM_BEN, FROM_CHIDI, a_check, a_line, with_notes
from tests.people import ADA, BEN, CHIDI, GARDEN, TODAY, a_member, asking, pressed, typed

TICKET = Ticket(Action.SHOW_NOTES, GARDEN.id)
ELSEWHERE = ["show_interpretations", "show_understandings"]
"""Where the notes lead; that is offered to every reader."""
LINES = (a_line(FROM_BEN), a_line(FROM_CHIDI, number=2))


def shown(who: Member, record: Record, ticket: Ticket = TICKET, garden: Dialogue = GARDEN) -> Message:
    """Return what somebody sees."""
    reply = show_notes(garden, asking(who, record, dialogue=garden), pressed(who, ticket)).reply
    assert isinstance(reply, Say)
    return reply.message


def actions(message: Message) -> list[str]:
    """Return what can be done with a message."""
    return [choice.ticket.action for choice in message.choices]


@pytest.mark.parametrize(
    ("who", "heading", "first", "second"),
    [
        (ADA, ["draft_line", "let_draft"], ["draft_line", "withdraw_line"], ["draft_line", "withdraw_line"]),
        (BEN, [], ["confirm_line"], []),
        (CHIDI, [], [], ["confirm_line"]),
        (a_member("Olu", Role.OBSERVER), [], [], []),
    ],
)
def test_each_reader_is_offered_what_they_may_do(
    who: Member, heading: list[str], first: list[str], second: list[str]
) -> None:
    """Facilitators confirm nothing; authors answer for their own words."""
    message = shown(who, with_notes(LINES))

    assert actions(message) == [*heading, *ELSEWHERE]
    assert [actions(part) for part in message.below] == [first, second]


def test_counts_are_said_and_no_share() -> None:
    """Confirmed: 1. Still open: 1."""
    record = with_notes(LINES, [a_check(LINES[0], FROM_BEN, CheckAnswer.YES)])

    assert shown(BEN, record).phrase.values == {"confirmed": 1, "open": 1}
    assert shown(BEN, with_notes(())).phrase.key == "show_notes-none"


def test_what_was_taken_back_counts_as_neither() -> None:
    """And there is nothing more to do with it."""
    gone = replace(LINES[0], state=ContributionState.WITHDRAWN, state_on=TODAY)

    message = shown(ADA, with_notes([gone]))

    assert message.phrase.values == {"confirmed": 0, "open": 0}
    assert actions(message.below[0]) == []


def test_after_the_end_the_notes_can_only_be_read() -> None:
    """Nothing more can be added to a dialogue that has ended."""
    garden = replace(GARDEN, state=DialogueState.CLOSED)

    message = shown(ADA, with_notes(LINES), garden=garden)

    assert actions(message) == ELSEWHERE
    assert [actions(part) for part in message.below] == [[], []]


def test_one_line_is_shown_with_all_its_editions() -> None:
    """What it said before, and what was answered to that, stays readable."""
    again = a_line(FROM_BEN, edition=2)
    record = with_notes([LINES[0], again, LINES[1]])
    here = asking(BEN, record)

    reply = show_notes(GARDEN, here, typed(BEN, Ticket(Action.SHOW_NOTES), about="1")).reply

    assert isinstance(reply, Say)
    assert [part.phrase.values["edition"] for part in reply.message.below] == [1, 2]
    for choice in ("9", "nothing"):
        with pytest.raises(NotFound):
            shown(BEN, record, Ticket(Action.SHOW_NOTES, GARDEN.id, choice))


def test_long_notes_are_shown_in_parts() -> None:
    """The last ones first, as in the record."""
    lines = [a_line(FROM_BEN, number=number) for number in range(1, LINES_ON_A_PAGE + 3)]

    last = shown(BEN, with_notes(lines))
    first = shown(BEN, with_notes(lines), Ticket(Action.SHOW_NOTES, GARDEN.id, "page2"))

    assert actions(last) == [*ELSEWHERE, "show_notes"]
    assert [part.phrase.values["number"] for part in first.below] == [1, 2]

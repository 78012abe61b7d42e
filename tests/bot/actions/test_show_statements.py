"""All statements, as this reader may see them."""

from dataclasses import replace

import pytest

from bot.actions.show_statements import show_statements
from bot.dialogue.check_ins import CheckIn, CheckInState
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.members import Member
from bot.dialogue.record import Record
from bot.dialogue.scales import Gradient
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Say
from bot.speech.messages import Message
from tests.people import ADA, BEN, CHIDI, DANA, GARDEN, a_record, asking, pressed
from tests.statements import CHECK_IN, CLOSED, NOTE, STATEMENT, a_response


def record(check_in: CheckIn) -> Record:
    """Return a record with one statement."""
    given = (a_response(BEN, Gradient.ENDORSE, "Good."), a_response(CHIDI, None))
    notes = (NOTE,) if check_in is CLOSED else ()
    return replace(a_record(()), statements=(STATEMENT,), check_ins=(check_in,), responses=given, notes=notes)


def shown(who: Member, check_in: CheckIn, state: DialogueState = DialogueState.OPEN) -> Message:
    """Return what somebody is shown."""
    garden = replace(GARDEN, state=state)
    here = asking(who, record(check_in), dialogue=garden)
    reply = show_statements(garden, here, pressed(who, Ticket(Action.SHOW_STATEMENTS, GARDEN.id))).reply
    assert isinstance(reply, Say)
    return reply.message


def keys(message: Message) -> list[str]:
    """Return what a message says with all that is below it."""
    return [message.phrase.key, *(key for part in message.below for key in keys(part))]


@pytest.mark.parametrize(
    ("who", "own"),
    [
        (ADA, []),
        (BEN, ["show_statements-yours"]),
        (CHIDI, ["show_statements-you-passed"]),
        (DANA, []),
    ],
)
def test_before_the_close_everybody_sees_only_their_own(who: Member, own: list[str]) -> None:
    """Facilitators included."""
    assert keys(shown(who, CHECK_IN)) == [
        "show_statements-all",
        "propose-shared",
        "show_statements-open",
        *own,
    ]


def test_after_the_close_notes_stand_directly_under_the_text() -> None:
    """Then come the counts."""
    assert keys(shown(DANA, CLOSED))[:5] == [
        "show_statements-all",
        "propose-shared",
        "write_minority_note-shown",
        "show_statements-closed",
        "close_check_in-counts",
    ]


def test_its_author_can_take_a_note_back_and_others_can_sign_it() -> None:
    """Only what each may do is offered."""
    for who, action in ((CHIDI, Action.WITHDRAW_MINORITY_NOTE), (DANA, Action.SIGN_MINORITY_NOTE)):
        note = shown(who, CLOSED).below[0].below[0]
        assert [choice.ticket.action for choice in note.choices] == [action]


def test_a_check_in_that_lapsed_shows_nothing() -> None:
    """What was responded belongs to a text that is gone."""
    lapsed = replace(CHECK_IN, state=CheckInState.LAPSED)

    assert keys(shown(BEN, lapsed))[-1] == "show_statements-lapsed"


def test_only_facilitators_open_and_close_and_nobody_in_a_dialogue_that_ended() -> None:
    """A button that would be refused is not shown."""
    for_ada, for_ben = shown(ADA, CHECK_IN), shown(BEN, CHECK_IN)
    ended = shown(ADA, CLOSED, DialogueState.CLOSED)

    def actions(message: Message) -> set[Action]:
        below = {action for part in message.below for action in actions(part)}
        return {choice.ticket.action for choice in message.choices} | below

    assert actions(for_ada) - actions(for_ben) == {
        Action.OPEN_CHECK_IN,
        Action.CLOSE_CHECK_IN,
        Action.WITHDRAW_CHECK_IN,
        Action.RETURN_TO,
    }
    assert not {Action.COMMENT, Action.PROPOSE, Action.OPEN_CHECK_IN, Action.RETURN_TO} & actions(ended)

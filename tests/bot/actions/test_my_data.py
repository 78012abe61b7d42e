"""Getting, or erasing, everything that is kept about oneself."""

import pytest

from bot.actions.my_data import my_data
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.effects import Effects, FileKind, Reply, Say, SendFile
from bot.speech.messages import Choice, Message
from bot.words import Phrase
from tests.people import BEN, GARDEN, MONDAY, asking, pressed


def asked(choice: str = "") -> Effects[Reply]:
    """Ben asks what is kept about him."""
    return my_data(GARDEN, asking(BEN), pressed(BEN, Ticket(Action.MY_DATA, GARDEN.id, choice)))


def test_both_rights_are_offered_in_one_place() -> None:
    """To get it and to have it erased are a button each."""
    choices = (
        Choice(Phrase("my_data-json-choice"), Ticket(Action.MY_DATA, GARDEN.id, "json")),
        Choice(Phrase("my_data-erase-choice"), Ticket(Action.ERASE, GARDEN.id)),
    )

    assert asked() == Effects(reply=Say(Message(Phrase("my_data-offer"), choices)))


def test_the_file_is_for_the_one_who_asks_and_leaves_no_trace() -> None:
    """That somebody looks at their own data is nobody else's business: no act, no post."""
    file = SendFile(
        message=Message(Phrase("my_data-here")),
        dialogue=GARDEN.id,
        reader=BEN.id,
        kind=FileKind.OWN,
        made_at=MONDAY,
    )

    assert asked("json") == Effects(reply=file)


def test_a_button_that_asks_for_something_else_is_refused() -> None:
    """A ticket comes back from outside, and may be anything."""
    with pytest.raises(NotFound) as refused:
        asked("csv")

    assert refused.value.phrase == Phrase("refusals-button")

"""Throwing the example dialogue away, and no other."""

from dataclasses import replace

import pytest

from bot.actions.delete_example import delete_example
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.effects import Effects, Reply, Say
from bot.speech.messages import Choice, Message
from bot.words import Phrase
from tests.people import ADA, GARDEN, asking, pressed

EXAMPLE = replace(GARDEN, is_example=True)


def deleted(choice: str = "", dialogue: Dialogue = EXAMPLE) -> Effects[Reply]:
    """Ada wants to be rid of it."""
    ticket = Ticket(Action.DELETE_EXAMPLE, dialogue.id, choice)
    return delete_example(dialogue, asking(ADA, dialogue=dialogue), pressed(ADA, ticket))


def test_it_asks_first() -> None:
    """What cannot be undone takes two steps."""
    yes = Choice(Phrase("delete_example-yes-choice"), Ticket(Action.DELETE_EXAMPLE, EXAMPLE.id, "yes"))

    assert deleted() == Effects(reply=Say(Message(Phrase("delete_example-sure"), (yes,))))


def test_yes_deletes_it() -> None:
    """The room is free for a dialogue of one's own."""
    assert deleted("yes") == Effects(
        reply=Say(Message(Phrase("delete_example-done"))), delete_dialogue=EXAMPLE.id
    )


@pytest.mark.parametrize("choice", ["", "yes", "no"])
def test_what_people_said_to_each_other_cannot_be_deleted_like_this(choice: str) -> None:
    """No ticket, however it was made, reaches a real dialogue."""
    with pytest.raises(NotAllowed) as refused:
        deleted(choice, GARDEN)

    assert refused.value.phrase == Phrase("delete_example-no-example")


def test_a_button_that_asks_for_something_else_is_refused() -> None:
    """A ticket comes back from outside, and may be anything."""
    with pytest.raises(NotFound):
        deleted("maybe")

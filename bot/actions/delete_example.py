"""Throw the example dialogue away; no other dialogue can be deleted like this."""

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Phrase


def delete_example(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Ask first; on "yes", delete the example with everything in it.

    Raises:
        NotAllowed: It is no example.
        NotFound: The button asks for something else.
    """
    if not dialogue.is_example:
        raise NotAllowed(Phrase("delete_example-no-example"))
    match event.ticket.choice:
        case "":
            yes = Choice(
                Phrase("delete_example-yes-choice"), Ticket(Action.DELETE_EXAMPLE, dialogue.id, "yes")
            )
            return Effects(reply=Say(Message(Phrase("delete_example-sure"), (yes,))))
        case "yes":
            return Effects(reply=Say(Message(Phrase("delete_example-done"))), delete_dialogue=dialogue.id)
        case _:
            raise NotFound(Phrase("refusals-button"))

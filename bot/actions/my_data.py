"""Get everything that is kept about oneself, or go on to erase it."""

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, FileKind, Reply, Say, SendFile
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Phrase

JSON = "json"


def my_data(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Say what is kept about the member, or hand over the file with all of it.

    Raises:
        NotFound: The button asks for something else.
    """
    match event.ticket.choice:
        case "":
            return Effects(reply=Say(_offer(dialogue)))
        case "json":
            file = SendFile(
                message=Message(Phrase("my_data-here")),
                dialogue=dialogue.id,
                reader=asking.me.id,
                kind=FileKind.OWN,
                made_at=event.at,
            )
            return Effects(reply=file)
        case _:
            raise NotFound(Phrase("refusals-button"))


def _offer(dialogue: Dialogue) -> Message:
    choices = (
        Choice(Phrase("my_data-json-choice"), Ticket(Action.MY_DATA, dialogue.id, JSON)),
        Choice(Phrase("my_data-erase-choice"), Ticket(Action.ERASE, dialogue.id)),
    )
    return Message(Phrase("my_data-offer"), choices)

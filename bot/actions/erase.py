"""All my words gone: texts and salts are destroyed, dated markers stay."""

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.standing import Mine
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Phrase


def erase(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Ask first, saying what cannot be called back; on "yes", erase everything this member wrote.

    Raises:
        NotFound: The button asks for something else.
    """
    mine = asking.loaded(Mine).contributions
    match event.ticket.choice:
        case "":
            yes = Choice(Phrase("erase-yes-choice"), Ticket(Action.ERASE, dialogue.id, "yes"))
            return Effects(reply=Say(Message(Phrase("erase-sure", {"count": len(mine)}), (yes,))))
        case "yes":
            return Effects(
                reply=Say(Message(Phrase("erase-done"))),
                erase=tuple(c.id for c in mine),
                erase_member=asking.me.id,
                settled=tuple(c.id for c in mine),
            )
        case _:
            raise NotFound(Phrase("refusals-button"))

"""Ask whoever objects whether it is a preference or harm: once, and the answer is theirs alone."""

from dataclasses import replace

from bot.dialogue.objections import Objection
from bot.dialogue.tickets import Action
from bot.errors import NotAllowed
from bot.speech.asking import Asking
from bot.speech.effects import Deed, Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.speech.telling import tell
from bot.words import Part, Phrase, Quote


def ask_objector(objection: Objection, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Tell the author, also where no name is shown; nothing about the objection changes.

    Raises:
        NotAllowed: It was asked before, is dealt with, or its author is not known any more.
    """
    if objection.was_asked or not objection.is_unresolved or not objection.member:
        raise NotAllowed(Phrase("ask_objector-not-again"))
    told = Phrase("ask_objector-told", {"by": Quote(asking.me.id, Part.NAME)})
    return Effects(
        keep=(replace(objection, was_asked=True),),
        reply=Say(Message(Phrase("ask_objector-done"))),
        tell=tell(event.seed, objection.member, told, Action.SETTLE_OBJECTION, objection.id),
        deed=Deed(action=Action.ASK_OBJECTOR, target=objection.statement),
    )

"""Extend a check-in to which too few responded: once, and only after its time was up."""

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.tickets import Action
from bot.errors import CheckInClosed
from bot.speech.asking import Asking
from bot.speech.effects import Deed, Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.speech.moving import extending
from bot.words import Phrase


def extend_check_in(check_in: CheckIn, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Keep it open for as long again; whoever wants to know earlier whether enough responded has to wait.

    Raises:
        CheckInClosed: It has closed.
        NotAllowed: It was extended before, or enough responded, or it is not yet known whether.
    """
    if not check_in.is_open(event.at):
        raise CheckInClosed(Phrase("close_check_in-already"))
    moved = extending(check_in, asking.here.zone, event.at)
    return Effects(
        keep=moved.keep,
        reply=Say(Message(Phrase("extend_check_in-done", {"closes": moved.check_in.closes_at}))),
        posts=moved.posts,
        cancel=moved.cancel,
        deed=Deed(action=Action.EXTEND_CHECK_IN, target=check_in.statement),
    )

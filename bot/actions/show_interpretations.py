"""What people took from the record: readings side by side, none merged, and one's own private ones."""

from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.interpretation_excerpts import InterpretationExcerpt
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.sensing import private_choices, private_message, reader_choices, shared_message
from bot.words import Phrase

SHOWN_MOST = 20


def show_interpretations(
    dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Show the reader's own private readings first, then all that were shared, each with those beside it.

    Raises:
        NotFound: The button asks for something else.
    """
    if event.ticket.choice:
        raise NotFound(Phrase("refusals-button"))
    seen = excerpt(asking.loaded(Record), asking.me, event.at).interpretations
    shared = [part for part in seen if part.is_shared]
    below = (
        *(_private(part, asking) for part in seen if not part.is_shared),
        *(_shared(part, asking) for part in shared[-SHOWN_MOST:]),
    )
    take = Choice(Phrase("interpret-begin-choice"), Ticket(Action.INTERPRET, dialogue.id))
    heading = Phrase("show_interpretations-all", {"count": len(shared)})
    return Effects(reply=Say(Message(heading, (take,) if _may_write(asking) else (), below)))


def _private(part: InterpretationExcerpt, asking: Asking) -> Message:
    return private_message(part, *(private_choices(part.id) if _may_write(asking) else ()))


def _shared(part: InterpretationExcerpt, asking: Asking) -> Message:
    choices: tuple[Choice, ...] = ()
    if part.is_live and _may_write(asking):
        own = private_choices(part.id)[1:]
        choices = own if part.is_own else reader_choices(part, asking.here.id)[:1]
    said = shared_message(part, *choices)
    if not part.beside:
        return said
    beside = Phrase("show_interpretations-beside", {"references": ", ".join(part.beside)})
    return Message(said.phrase, said.choices, (*said.below, Message(beside)))


def _may_write(asking: Asking) -> bool:
    return asking.here.state is DialogueState.OPEN and asking.me.has_voice

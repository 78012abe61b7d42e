"""Take one's own minority note back: its words are erased, a dated marker stays under the statement."""

from dataclasses import replace

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import ContributionState
from bot.dialogue.dissent import MinorityNote
from bot.dialogue.responses import InCheckIn
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.standing_posts import posts_of
from bot.words import Phrase


def withdraw_minority_note(
    note: MinorityNote, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Ask first, saying that it cannot be called back; on "yes", leave only the marker.

    Raises:
        NotAllowed: Somebody else wrote it.
        NotFound: It is gone already, or the button asks for something else.
    """
    note.require_author(asking.me.id)
    note.require_live()
    match event.ticket.choice:
        case "":
            ticket = Ticket(Action.WITHDRAW_MINORITY_NOTE, note.id, "yes")
            yes = Choice(Phrase("withdraw_minority_note-yes-choice"), ticket)
            return Effects(reply=Say(Message(Phrase("withdraw_minority_note-sure"), (yes,))))
        case "yes":
            gone = replace(note, state=ContributionState.WITHDRAWN, state_on=event.at.date(), signed_by=())
            return Effects(
                keep=(gone,),
                erase=(note.id,),
                reply=Say(Message(Phrase("withdraw_minority_note-done"))),
                posts=posts_of(asking.loaded(CheckIn), asking.loaded(InCheckIn), asking, note=gone),
            )
        case _:
            raise NotFound(Phrase("refusals-button"))

"""Take back a line that one drafted: its text is erased, a dated marker stays among the notes."""

from dataclasses import replace

from bot.dialogue.contributions import ContributionState
from bot.dialogue.lines import Line
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.noted import line_post
from bot.words import Phrase


def withdraw_line(line: Line, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Ask first, saying that it cannot be called back; on "yes", leave only the marker.

    Raises:
        NotAllowed: Somebody else drafted it.
        NotFound: It is gone already, or the button asks for something else.
    """
    line.require_drafter(asking.me.id)
    line.require_live()
    match event.ticket.choice:
        case "":
            yes = Choice(Phrase("withdraw_line-yes-choice"), Ticket(Action.WITHDRAW_LINE, line.id, "yes"))
            return Effects(reply=Say(Message(Phrase("withdraw_line-sure"), (yes,))))
        case "yes":
            gone = replace(line, state=ContributionState.WITHDRAWN, state_on=event.at.date(), origin="")
            return Effects(
                keep=(gone,),
                erase=(line.id,),
                reply=Say(Message(Phrase("withdraw_line-done"))),
                posts=(line_post(asking.here, asking.loaded(Record), gone),),
                settled=(line.id,),
            )
        case _:
            raise NotFound(Phrase("refusals-button"))

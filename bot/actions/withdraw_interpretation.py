"""Take one's own interpretation back: a private one leaves nothing, a shared one a dated marker."""

from dataclasses import replace

from bot.dialogue.contributions import ContributionState
from bot.dialogue.interpretations import Interpretation
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.sensing import shared_post
from bot.words import Phrase


def withdraw_interpretation(
    interpretation: Interpretation, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Ask first, saying that it cannot be called back; on "yes", erase its words.

    Raises:
        NotFound: It is not the member's own, or is gone already, or the button asks for something else.
    """
    interpretation.require_own(asking.me.id)
    sees = "shared" if interpretation.is_shared else "private"
    match event.ticket.choice:
        case "":
            ticket = Ticket(Action.WITHDRAW_INTERPRETATION, interpretation.id, "yes")
            yes = Choice(Phrase("withdraw_interpretation-yes-choice"), ticket)
            return Effects(reply=Say(Message(Phrase(f"withdraw_interpretation-{sees}-sure"), (yes,))))
        case "yes":
            gone = replace(interpretation, state=ContributionState.WITHDRAWN, state_on=event.at.date())
            return Effects(
                keep=(gone,) if gone.is_shared else (),
                erase=(gone.id,),
                reply=Say(Message(Phrase("withdraw_interpretation-done"))),
                posts=(shared_post(asking.loaded(Record), gone),) if gone.is_shared else (),
                settled=(gone.id,),
            )
        case _:
            raise NotFound(Phrase("refusals-button"))

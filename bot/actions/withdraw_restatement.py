"""Take back what one said in one's own words; lines that rest on it are looked at again."""

from dataclasses import replace

from bot.dialogue.contributions import ContributionState
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Restatement
from bot.errors import NotAllowed, NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Phrase


def withdraw_restatement(
    restatement: Restatement, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Ask first, saying that it cannot be called back; on "yes", leave only the marker.

    While it is sealed it is changed or passed on instead; to others it is not there at all.

    Raises:
        NotFound: It is sealed, gone, or the button asks for something else.
        NotAllowed: Somebody else said it.
    """
    if restatement.shared_on is None or restatement.state is not ContributionState.LIVE:
        raise NotFound
    if restatement.member != asking.me.id:
        raise NotAllowed(Phrase("refusals-only-author"))
    match event.ticket.choice:
        case "":
            ticket = Ticket(Action.WITHDRAW_RESTATEMENT, restatement.id, "yes")
            yes = Choice(Phrase("withdraw_restatement-yes-choice"), ticket)
            return Effects(reply=Say(Message(Phrase("withdraw_restatement-sure"), (yes,))))
        case "yes":
            gone = replace(restatement, state=ContributionState.WITHDRAWN, state_on=event.at.date())
            return Effects(
                keep=(gone,), erase=(gone.id,), reply=Say(Message(Phrase("withdraw_restatement-done")))
            )
        case _:
            raise NotFound(Phrase("refusals-button"))

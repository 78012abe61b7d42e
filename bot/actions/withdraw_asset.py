"""Take what one brings off the list; its words are erased at once, and only its author can."""

from dataclasses import replace

from bot.dialogue.assets import Asset
from bot.dialogue.contributions import ContributionState
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Phrase


def withdraw_asset(asset: Asset, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Ask first; on "yes", erase the words and take the entry off the list.

    Raises:
        NotAllowed: Somebody else wrote it.
        NotFound: It is gone, or the button asks for something else.
    """
    asset.require_author(asking.me.id)
    if event.ticket.choice == "":
        yes = Choice(Phrase("withdraw_asset-yes-choice"), Ticket(Action.WITHDRAW_ASSET, asset.id, "yes"))
        return Effects(reply=Say(Message(Phrase("withdraw_asset-sure"), (yes,))))
    if event.ticket.choice != "yes":
        raise NotFound(Phrase("refusals-button"))
    gone = replace(asset, state=ContributionState.WITHDRAWN, state_on=event.at.date(), limits="")
    return Effects(keep=(gone,), erase=(asset.id,), reply=Say(Message(Phrase("withdraw_asset-done"))))

"""A group that says what it brings: the steps that several tests take, through the engine."""

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer
from tests.fakes.group import only_ticket
from tests.fakes.line_pen import lines_of
from tests.fakes.weighing import Weighing

WHAT = {"asset": "A ladder", "kind": "exchange", "offered_as": "offer", "may_contact": "ask_first"}


def offer(weighing: Weighing, who: str, choice: str = "", **other: str) -> Answer:
    """Somebody says what they bring; it is kept for them alone."""
    form = Ticket(Action.OFFER_ASSET, weighing.dialogue, choice)
    return weighing.group.sends(who, form, **(WHAT | {"limits": ""} | other))


def asset_in(answer: Answer) -> str:
    """Return the id of what was offered."""
    return only_ticket(answer).subject


def share(weighing: Weighing, who: str, asset: str, choice: str = "named.plain") -> Answer:
    """Somebody presses the button that says who may read it."""
    return weighing.group.presses(who, Ticket(Action.SHARE_ASSET, asset, choice))


def listed(weighing: Weighing, who: str) -> str:
    """Return the list as somebody sees it."""
    return "\n".join(lines_of(weighing.group.does(who, Action.SHOW_ASSETS, weighing.dialogue)))

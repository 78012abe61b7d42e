"""Take one's words back: a dated marker stays; seven days later, or at once if wished, the text is erased."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import OccurrenceId
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say, Silence
from bot.speech.events import CameDue, ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.shown import sharing_of
from bot.words import Phrase

UNDO_FOR = timedelta(days=7)
"""How long withdrawn words are sealed before they are erased (`decisions.md` 30)."""


def withdraw(
    contribution: Contribution, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Take the words back, bring them back again, or erase them at once.

    Raises:
        NotAllowed: Somebody else wrote them.
        NotFound: There is nothing to take back, or to bring back.
    """
    contribution.require_author(asking.me.id)
    contribution.require_kind(ContributionKind.WORDS)
    match event.ticket.choice:
        case "":
            return _take_back(contribution, asking, event)
        case "back":
            return _bring_back(contribution, asking, event)
        case "erase":
            return _erase(contribution)
        case _:
            raise NotFound(Phrase("refusals-button"))


def erase_when_due(contribution: Contribution, asking: Asking, event: CameDue) -> Effects[Silence]:
    """Erase words that have been withdrawn for seven days."""
    is_withdrawn = contribution.state is ContributionState.WITHDRAWN
    return Effects(reply=Silence(), erase=(contribution.id,) if is_withdrawn else ())


def erasing_of(contribution: Contribution) -> OccurrenceId:
    """Return the id of the planned moment at which withdrawn words are erased."""
    return OccurrenceId(f"erase-{contribution.id}")


def _take_back(
    contribution: Contribution, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    now = Choice(Phrase("withdraw-erase-choice"), Ticket(Action.WITHDRAW, contribution.id, "erase"))
    if contribution.state is ContributionState.HELD:  # brought back, they would no longer be hidden
        return Effects(reply=Say(Message(Phrase("withdraw-hidden"), (now,))))
    if contribution.state is not ContributionState.LIVE:
        raise NotFound(Phrase("refusals-words-gone", {"number": contribution.number}))
    gone = replace(contribution, state=ContributionState.WITHDRAWN, state_on=event.at.date())
    local = (event.at + UNDO_FOR).astimezone(ZoneInfo(asking.here.zone))
    erasing = Occurrence(
        id=erasing_of(contribution),
        dialogue=contribution.dialogue,
        ticket=Ticket(Action.WITHDRAW, contribution.id),
        day=local.date(),
        time=local.time().replace(microsecond=0),
        zone=asking.here.zone,
    )
    back = Choice(Phrase("withdraw-back-choice"), Ticket(Action.WITHDRAW, contribution.id, "back"))
    message = Message(Phrase("withdraw-done", {"until": event.at + UNDO_FOR}), (back, now))
    return Effects(keep=(gone, erasing), reply=Say(message), settled=(contribution.id,))


def _bring_back(
    contribution: Contribution, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    if contribution.state is not ContributionState.WITHDRAWN:
        raise NotFound(Phrase("withdraw-nothing-to-bring-back"))
    back = replace(contribution, state=ContributionState.LIVE, state_on=event.at.date())
    message = Message(Phrase("withdraw-brought-back"))
    waits_again = () if back.shared_on else (sharing_of(back.round, asking.here, event.at),)
    return Effects(keep=(back, *waits_again), reply=Say(message), cancel=(erasing_of(contribution),))


def _erase(contribution: Contribution) -> Effects[Reply]:
    if contribution.state is ContributionState.ERASED:
        raise NotFound(Phrase("refusals-words-gone", {"number": contribution.number}))
    message = Message(Phrase("withdraw-erased"))
    return Effects(
        erase=(contribution.id,),
        reply=Say(message),
        cancel=(erasing_of(contribution),),
        settled=(contribution.id,),
    )

"""A light sign on a contribution: the same, differently, not sure; changeable, counted, never averaged."""

from bot.dialogue.contributions import Contribution, ContributionKind
from bot.dialogue.limits import require_stances_left
from bot.dialogue.stances import Stance, StanceKind
from bot.dialogue.standing import Answered, RecentStances, RoundOf
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import require_shown_to
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote


def stance(contribution: Contribution, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Keep how the member sees it; a later stance takes the place of the earlier one.

    Raises:
        NotFound: The words are gone, or not to be seen by this member yet; or there is no such stance.
        NotAllowed: The member gave too many in a short while.
    """
    if event.ticket.choice not in set(StanceKind):
        raise NotFound(Phrase("refusals-button"))
    has_answered = asking.loaded(Answered).has
    require_shown_to(
        asking.me.id, contribution, asking.loaded(RoundOf).round, has_answered=has_answered, now=event.at
    )
    contribution.require_kind(ContributionKind.WORDS)
    require_stances_left(asking.loaded(RecentStances).count, asking.house.limits)
    kept = Stance(
        contribution=contribution.id,
        member=asking.me.id,
        dialogue=contribution.dialogue,
        kind=StanceKind(event.ticket.choice),
        made_at=event.at,
    )
    say_why = Choice(Phrase("stance-say-why-choice"), Ticket(Action.DIFFER, contribution.id))
    choices = (say_why,) if kept.kind is StanceKind.DIFFERENTLY else ()
    thanks = Phrase(f"stance-kept-{kept.kind}", {"number": Quote(contribution.id, Part.NUMBER)})
    return Effects(keep=(kept,), reply=Say(Message(thanks, choices)))

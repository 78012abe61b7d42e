"""Choose or write the question a group goes back to; it is linked with what led back to it."""

from dataclasses import replace

from bot.actions.open_round import kind_of, preview, question_form, read_round
from bot.dialogue.rounds import Round
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.ways_back import LedTo, WayBack
from bot.errors import NotFound, RoundClosed
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.library import Prompt
from bot.words import Phrase


def offer_again(way: WayBack, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form of the question that was chosen, or an empty one.

    Raises:
        DialogueClosed: It has ended.
        NotFound: There is no such prompt for this part.
        RoundClosed: The way back has led to a question already.
    """
    kind = _kind(way, asking, event)
    return Effects(reply=OpenForm(question_form(asking.here, kind, _ticket(way, event))))


def ask_again(way: WayBack, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the question with the way back that led to it, and show it as members will see it.

    Raises:
        DialogueClosed: It has ended.
        RoundClosed: The way back has led to a question already.
    """
    kind = _kind(way, asking, event)
    round = read_round(asking.here, kind, event)
    if isinstance(round, Round):
        linked = replace(way, round=round.id)
        return Effects(keep=(round, linked), reply=Say(preview(round)))
    form = question_form(asking.here, kind, _ticket(way, event))
    return Effects(reply=RejectForm(form, round, event.answers))


def _kind(way: WayBack, asking: Asking, event: CommandGiven | ChoicePicked | FormSubmitted) -> Prompt:
    asking.here.require_open()
    led_to = asking.loaded(LedTo).round
    if led_to is not None and led_to.opened_at is not None:
        raise RoundClosed(Phrase("ask_again-led-already", {"number": led_to.number}))
    kind = kind_of(event.ticket.choice, asking)
    if (kind.mechanism, kind.theme) != (way.mechanism, way.theme):
        raise NotFound(Phrase("refusals-button"))
    return kind


def _ticket(way: WayBack, event: CommandGiven | ChoicePicked | FormSubmitted) -> Ticket:
    return Ticket(Action.ASK_AGAIN, way.id, event.ticket.choice)

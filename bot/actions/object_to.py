"""Object to a statement in four points: which part, what harm, what is needed, and an idea if any."""

from dataclasses import replace

from bot.actions.respond import my_response, no_questions_of
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.objections import Point
from bot.dialogue.responses import ResponseKind
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, Refusal
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Message
from bot.speech.objecting import POINT_MOST, levels_for, objection_form
from bot.speech.results import respond_choices
from bot.speech.writing import read_signature
from bot.words import Phrase


def offer_object_to(check_in: CheckIn, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form.

    Raises:
        CheckInClosed: It takes no responses any more.
        NotAllowed: The member came after it opened, or this way of asking knows no objections.
    """
    _require_may_object(check_in, asking, event)
    return Effects(reply=OpenForm(objection_form(check_in, asking)))


def object_to(check_in: CheckIn, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the objection as the member's response, sealed like all others until the close.

    Raises:
        CheckInClosed: It takes no responses any more.
        NotAllowed: The member came after it opened, or this way of asking knows no objections.
    """
    key = _require_may_object(check_in, asking, event)
    problems: dict[str, Phrase] = {}
    said = {point: _read(point, event, problems) for point in Point}
    levels = levels_for(check_in, asking)
    signature = read_signature(event.answers, asking.me, levels, len(check_in.eligible), problems)
    if problems or signature is None:
        return Effects(reply=RejectForm(objection_form(check_in, asking), problems, event.answers))
    response = replace(
        my_response(check_in, asking, event),
        kind=ResponseKind.CHOICE,
        keys=(key,),
        labels=check_in.asks_on.names((key,)),
        reason=said[Point.HARM],
        part=said[Point.PART],
        need=said[Point.NEED],
        idea=said[Point.IDEA],
        is_private=False,
        level=signature.level,
        shown_name=signature.shown_name,
    )
    settled = no_questions_of(check_in, asking, event.at)
    change = Choice(Phrase("object_to-change-choice"), Ticket(Action.OBJECT_TO, check_in.id))
    return Effects(
        keep=(response, *settled.keep),
        reply=Say(
            Message(
                Phrase("object_to-kept", {"closes": check_in.closes_at}),
                (change, *respond_choices(check_in.id)),
            )
        ),
        posts=settled.posts,
        cancel=settled.cancel,
        done=(check_in.id,),
    )


def _require_may_object(
    check_in: CheckIn, asking: Asking, event: ChoicePicked | CommandGiven | FormSubmitted
) -> str:
    """Return the key of the scale that stands for an objection."""
    check_in.require_asked(asking.me.id, event.at)
    for key in check_in.asks_on.stops:
        return key
    raise NotAllowed(Phrase("object_to-not-here"))


def _read(point: Point, event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    typed = event.answers.get(point, "")
    if point is Point.IDEA and not typed.strip():
        return ""
    try:
        return read_text(typed, POINT_MOST)
    except Refusal as refusal:
        problems[point] = refusal.phrase
        return ""

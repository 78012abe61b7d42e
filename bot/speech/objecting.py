"""How an objection stands beside its statement, and the form in which it is made."""

from bot.dialogue.attribution import Attribution, honest_levels
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import ContributionState
from bot.dialogue.objections import ANSWERS, Objection, Point, words_id
from bot.dialogue.responses import MyResponse
from bot.dialogue.statement_excerpts import ObjectionExcerpt
from bot.dialogue.tickets import Action, Ticket
from bot.speech.asking import Asking
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.responding import rules_of
from bot.speech.writing import LEVEL, usual_level
from bot.words import Part, Phrase, Quote, Value

POINT_MOST = 1000


def objection_message(objection: ObjectionExcerpt) -> Message:
    """Return an objection as everybody reads it: who, where it stands, and what it says."""
    values: dict[str, Value] = {"author": Quote(objection.id, Part.AUTHOR)}
    values["standing"] = Phrase(f"settle_objection-{objection.standing}")
    if objection.state is not ContributionState.LIVE:
        return Message(Phrase("object_to-gone", {"day": str(objection.state_on or "")} | values))
    said = tuple(point_phrase(objection.id, point) for point, _ in objection.points)
    return Message(Phrase("object_to-shown", values), (), tuple(map(Message, said)))


def point_phrase(objection: str, point: Point) -> Phrase:
    """Return one point of an objection in the words of whoever objects."""
    return Phrase(f"object_to-says-{point}", {"body": Quote(words_id(objection, point))})


def settle_choices(objection: str) -> tuple[Choice, ...]:
    """Return what whoever objects can say about their objection."""
    return tuple(
        Choice(
            Phrase(f"settle_objection-{answer}-choice"), Ticket(Action.SETTLE_OBJECTION, objection, answer)
        )
        for answer in ANSWERS
    )


def said_by(objection: Objection) -> tuple[Message, ...]:
    """Return what an objection says, for whoever is asked about it."""
    return tuple(Message(point_phrase(objection.id, point)) for point in objection.points)


def levels_for(check_in: CheckIn, asking: Asking) -> tuple[Attribution, ...]:
    """Return how an objection can be shown; a chosen name only where one is set, as the form has no room."""
    levels = honest_levels(check_in.levels, len(check_in.eligible))
    has_name = bool(asking.me.chosen_name)
    fits = tuple(level for level in levels if has_name or level is not Attribution.CHOSEN_NAME)
    return fits or (Attribution.NAMED,)


def objection_form(check_in: CheckIn, asking: Asking) -> Form:
    """Return the form, with what the member wrote before; the idea is never required."""
    levels = levels_for(check_in, asking)
    earlier = asking.loaded(MyResponse).response
    values: dict[str, str] = {LEVEL: usual_level(asking.me, levels)}
    if earlier is not None and earlier.key in check_in.asks_on.stops:
        values = {Point.PART: earlier.part, Point.HARM: earlier.reason, LEVEL: earlier.level}
        values |= {Point.NEED: earlier.need, Point.IDEA: earlier.idea}
    return Form(
        title=Phrase("object_to-title"),
        ticket=Ticket(Action.OBJECT_TO, check_in.id),
        intro=(
            Phrase("respond-statement", {"body": Quote(check_in.statement)}),
            *rules_of(check_in),
            Phrase("object_to-intro"),
            *(Phrase(f"respond-level-{level}") for level in levels),
        ),
        fields=(*map(_field, Point), *_level_field(levels)),
        values=values,
    )


def _field(point: Point) -> Field:
    return Field(
        id=point,
        label=Phrase(f"object_to-{point}-field"),
        kind=FieldKind.PARAGRAPH,
        most=POINT_MOST,
        is_required=point is not Point.IDEA,
    )


def _level_field(levels: tuple[Attribution, ...]) -> tuple[Field, ...]:
    if len(levels) < 2:  # noqa: PLR2004 - with one there is nothing to choose
        return ()
    options = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in levels)
    return (Field(id=LEVEL, label=Phrase("contribute-level-field"), kind=FieldKind.ONE_OF, options=options),)

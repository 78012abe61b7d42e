"""The form in which a member responds: the statement, the rule, the choices, and who will see it."""

from collections.abc import Iterator

from bot.dialogue.attribution import Attribution, honest_levels
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.responses import MyResponse
from bot.dialogue.scales import Scale
from bot.dialogue.tickets import Action, Ticket
from bot.speech.asking import Asking
from bot.speech.messages import Field, FieldKind, Form, Option
from bot.speech.writing import CHOSEN_NAME, LEVEL, few_people, signature_fields, usual_level
from bot.words import Part, Phrase, Quote

KEY, REASON, PRIVATE = "key", "reason", "private"
ONLY_FACILITATORS = "facilitators"


def respond_form(check_in: CheckIn, asking: Asking) -> Form:
    """Return the form, with what the member responded before; it is only ever shown to them."""
    eligible = len(check_in.eligible)
    levels = honest_levels(check_in.levels, eligible)
    earlier = asking.loaded(MyResponse).response
    values = {LEVEL: usual_level(asking.me, levels), CHOSEN_NAME: asking.me.chosen_name}
    if earlier is not None and earlier.keys:
        values |= {KEY: ",".join(earlier.keys), REASON: earlier.reason, LEVEL: earlier.level}
        values |= {PRIVATE: ONLY_FACILITATORS} if earlier.is_private else {}
    return Form(
        title=Phrase("respond-title"),
        ticket=Ticket(Action.RESPOND, check_in.id),
        intro=(
            Phrase("respond-statement", {"body": Quote(check_in.statement)}),
            Phrase(f"respond-method-{check_in.method}"),
            *rules_of(check_in),
            Phrase("respond-sealed"),
            *((Phrase("respond-question-holds"),) if check_in.asks_on.holds_open else ()),
            *(Phrase(f"respond-level-{level}") for level in levels),
            *few_people(check_in.levels, eligible),
        ),
        fields=_fields(check_in.asks_on, levels),
        values=values,
    )


def rules_of(check_in: CheckIn) -> Iterator[Phrase]:
    """Return what was said before it opened: who decides, and what follows otherwise."""
    if check_in.rule:
        yield Phrase("respond-rule", {"rule": Quote(check_in.id, Part.RULE)})
    if check_in.fallback:
        yield Phrase("respond-fallback", {"fallback": Quote(check_in.id, Part.FALLBACK)})
    if "stand_aside" in check_in.asks_on.labels and not check_in.is_from_paper:
        yield Phrase("respond-aside-binds" if check_in.stand_aside_binds else "respond-aside-frees")


def _fields(scale: Scale, levels: tuple[Attribution, ...]) -> tuple[Field, ...]:
    options = tuple(Option(key, Phrase(f"scales-{scale.words}-{key}-option")) for key in scale.labels)
    only_facilitators = Option(ONLY_FACILITATORS, Phrase("respond-private-option"))
    kind = FieldKind.ANY_OF if scale.takes_several else FieldKind.ONE_OF
    return (
        Field(id=KEY, label=Phrase(f"respond-key-{scale.words}-field"), kind=kind, options=options),
        Field(
            id=REASON,
            label=Phrase("respond-reason-field"),
            kind=FieldKind.PARAGRAPH,
            hint=Phrase(f"respond-hint-{scale.words}"),
            is_required=False,
        ),
        *signature_fields(levels),
        Field(
            id=PRIVATE,
            label=Phrase("respond-private-field"),
            kind=FieldKind.ANY_OF,
            options=(only_facilitators,),
            is_required=False,
        ),
    )

"""Say how far one goes along with a statement, or pass; nobody else sees it until the check-in closes."""

from dataclasses import replace

from bot.dialogue.attribution import Attribution, honest_levels
from bot.dialogue.check_ins import CheckIn, MyResponse, Response, ResponseKind
from bot.dialogue.kept import Kept
from bot.dialogue.scales import LABELS, NEEDS_REASON, Gradient
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import ResponseId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message, Option
from bot.speech.results import label_of, respond_choices
from bot.speech.writing import (
    CHOSEN_NAME,
    LEVEL,
    few_people,
    read_signature,
    read_words,
    signature_fields,
    usual_level,
)
from bot.words import Part, Phrase, Quote, Value

KEY, REASON = "key", "reason"


def offer_respond(check_in: CheckIn, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form with what was responded before, or keep a pass at once.

    Raises:
        CheckInClosed: It takes no responses any more.
        NotAllowed: The member came after it opened.
        NotFound: The button asks for something else.
    """
    check_in.require_asked(asking.me.id, event.at)
    match event.ticket.choice:
        case "":
            return Effects(reply=OpenForm(_form(check_in, asking)))
        case "pass":
            return _pass(check_in, asking, event)
        case _:
            raise NotFound(Phrase("refusals-button"))


def respond(check_in: CheckIn, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the response in place of an earlier one.

    Raises:
        CheckInClosed: It takes no responses any more.
        NotAllowed: The member came after it opened.
    """
    check_in.require_asked(asking.me.id, event.at)
    problems: dict[str, Phrase] = {}
    key = event.answers.get(KEY, "")
    if key not in set(Gradient):
        problems[KEY] = Phrase("respond-no-key")
    reason = event.answers.get(REASON, "")
    if reason.strip():
        reason = read_words(problems, REASON, reason)
    elif key in NEEDS_REASON:
        problems[REASON] = Phrase("respond-needs-reason")
    offered, eligible = check_in.levels, len(check_in.eligible)
    signature = read_signature(event.answers, asking.me, offered, eligible, problems)
    if problems or signature is None:
        return Effects(reply=RejectForm(_form(check_in, asking), problems, event.answers))
    response = replace(
        _mine(check_in, asking, event),
        kind=ResponseKind.CHOICE,
        key=Gradient(key),
        label=LABELS[Gradient(key)],
        reason=reason.strip(),
        level=signature.level,
        shown_name=signature.shown_name,
    )
    keep: tuple[Kept, ...] = (response,)
    if signature.member != asking.me:
        keep = (response, signature.member)
    values: dict[str, Value] = {"label": label_of(Gradient(key)), "closes": check_in.closes_at}
    kept = Message(Phrase("respond-kept", values), respond_choices(check_in.id))
    return Effects(keep=keep, reply=Say(kept), done=(check_in.id,))


def _pass(check_in: CheckIn, asking: Asking, event: ChoicePicked | CommandGiven) -> Effects[Reply]:
    passed = replace(
        _mine(check_in, asking, event),
        kind=ResponseKind.PASS,
        key=None,
        label="",
        reason="",
        level=Attribution.UNNAMED,
        shown_name="",
    )
    said = Message(Phrase("respond-passed", {"closes": check_in.closes_at}), respond_choices(check_in.id)[:1])
    return Effects(keep=(passed,), reply=Say(said), done=(check_in.id,))


def _mine(check_in: CheckIn, asking: Asking, event: ChoicePicked | CommandGiven | FormSubmitted) -> Response:
    """Return the member's earlier response to be changed, or a new one: one person, one response."""
    earlier = asking.loaded(MyResponse).response
    if earlier is not None:
        return replace(earlier, made_at=event.at)
    return Response(
        id=ResponseId(new_id(event.seed, "response")),
        check_in=check_in.id,
        dialogue=check_in.dialogue,
        member=asking.me.id,
        kind=ResponseKind.PASS,
        level=Attribution.UNNAMED,
        made_at=event.at,
    )


def _form(check_in: CheckIn, asking: Asking) -> Form:
    eligible = len(check_in.eligible)
    levels = honest_levels(check_in.levels, eligible)
    earlier = asking.loaded(MyResponse).response
    values = {LEVEL: usual_level(asking.me, levels), CHOSEN_NAME: asking.me.chosen_name}
    if earlier is not None and earlier.key is not None:
        values |= {KEY: earlier.key, REASON: earlier.reason, LEVEL: earlier.level}
    return Form(
        title=Phrase("respond-title"),
        ticket=Ticket(Action.RESPOND, check_in.id),
        intro=(
            Phrase("respond-statement", {"body": Quote(check_in.statement)}),
            Phrase("respond-rule", {"rule": Quote(check_in.id, Part.RULE)}),
            Phrase("respond-sealed"),
            *(Phrase(f"respond-level-{level}") for level in levels),
            *few_people(check_in.levels, eligible),
        ),
        fields=_fields(levels),
        values=values,
    )


def _fields(levels: tuple[Attribution, ...]) -> tuple[Field, ...]:
    options = tuple(Option(key, Phrase(f"scales-{key}-option")) for key in Gradient)
    reason_hint = Phrase("respond-reason-hint")
    return (
        Field(id=KEY, label=Phrase("respond-key-field"), kind=FieldKind.ONE_OF, options=options),
        Field(
            id=REASON,
            label=Phrase("respond-reason-field"),
            kind=FieldKind.PARAGRAPH,
            hint=reason_hint,
            is_required=False,
        ),
        *signature_fields(levels),
    )

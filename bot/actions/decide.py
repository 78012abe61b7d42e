"""Record what the group makes of a reading, and who decided; the bot itself never calls it a decision."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.decisions import LASTING, Decision, Decisions, outcomes_of
from bot.dialogue.readings import Reading
from bot.dialogue.responses import InCheckIn
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_time
from bot.errors import NotAllowed, Refusal
from bot.identifiers import DecisionId, new_id
from bot.speech.asking import Asking
from bot.speech.deciding import made
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message, Option
from bot.speech.standing_posts import posts_of
from bot.words import Phrase, Quote

OUTCOME, WHO, RESULT, REVIEW, MEASURE = "outcome", "decided_by", "result", "review", "measure"
WHO_MOST, TEXT_MOST = 200, 500
USUAL_REVIEW = "in 90 days at 18:00"


def offer_decide(check_in: CheckIn, asking: Asking, _event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form.

    Raises:
        NotAllowed: Nothing was read, it was recorded already, or this way of asking leads to no decision.
    """
    require_undecided(check_in, asking)
    return Effects(reply=OpenForm(_form(check_in, asking)))


def decide(check_in: CheckIn, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep who decided and what; an agreement that was not read cannot be recorded.

    Raises:
        NotAllowed: Nothing was read, it was recorded already, or this way of asking leads to no decision.
    """
    require_undecided(check_in, asking)
    problems: dict[str, Phrase] = {}
    decision = _read(check_in, asking, event, problems)
    if problems:
        return Effects(reply=RejectForm(_form(check_in, asking), problems, event.answers))
    holds = asking.loaded(InCheckIn)
    keep, cancel = made(decision, holds.statement, asking, event.at)
    return Effects(
        keep=keep,
        reply=Say(Message(Phrase("decide-kept"))),
        posts=posts_of(check_in, holds, asking, decision=decision),
        cancel=cancel,
        deed=Deed(action=Action.DECIDE, target=check_in.statement, reason=decision.decided_by),
    )


def require_undecided(check_in: CheckIn, asking: Asking) -> None:
    """
    Let only a check-in pass that was read, and about which nothing is recorded yet.

    Raises:
        NotAllowed: It is open, was not read, leads to no decision, or has one.
    """
    check_in.require_closed()
    if check_in.reading is None or not check_in.manner.leads_to_decision:
        raise NotAllowed(Phrase("decide-nothing-to"))
    if asking.loaded(Decisions).of(check_in.id) is not None:
        raise NotAllowed(Phrase("decide-already"))


def _read(check_in: CheckIn, asking: Asking, event: FormSubmitted, problems: dict[str, Phrase]) -> Decision:
    chosen = event.answers.get(OUTCOME, "")
    if chosen not in outcomes_of(check_in):
        problems[OUTCOME] = Phrase("decide-no-outcome")
    outcome = Reading(chosen) if chosen in set(Reading) else Reading.INCONCLUSIVE
    return Decision(
        id=DecisionId(new_id(event.seed, "decision")),
        dialogue=check_in.dialogue,
        statement=check_in.statement,
        check_in=check_in.id,
        outcome=outcome,
        fallback=_text(RESULT, TEXT_MOST, event, problems, is_required=False),
        decided_by=_text(WHO, WHO_MOST, event, problems),
        member=asking.me.id,
        made_at=event.at,
        measure=_text(MEASURE, TEXT_MOST, event, problems, is_required=False),
        review_at=read_review(asking, event, problems, is_required=outcome is Reading.AGREED_FOR_NOW)
        if outcome in LASTING
        else None,
    )


def read_review(
    asking: Asking, event: FormSubmitted, problems: dict[str, Phrase], *, is_required: bool
) -> datetime | None:
    """Read on which day it comes back; what holds only for now has to have one."""
    typed = event.answers.get(REVIEW, "")
    if not typed.strip():
        if is_required:
            problems[REVIEW] = Phrase("decide-needs-review")
        return None
    try:
        return read_time(typed, event.at, ZoneInfo(asking.here.zone))
    except Refusal as refusal:
        problems[REVIEW] = refusal.phrase
        return None


def _text(
    field: str, most: int, event: FormSubmitted, problems: dict[str, Phrase], *, is_required: bool = True
) -> str:
    typed = event.answers.get(field, "")
    if not typed.strip() and not is_required:
        return ""
    try:
        return read_text(typed, most)
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ""


def _form(check_in: CheckIn, asking: Asking) -> Form:
    outcomes = outcomes_of(check_in)
    options = tuple(Option(outcome, Phrase(f"decide-{outcome}-option")) for outcome in outcomes)
    long = FieldKind.PARAGRAPH
    fields = [
        Field(id=OUTCOME, label=Phrase("decide-outcome-field"), kind=FieldKind.ONE_OF, options=options),
        Field(id=WHO, label=Phrase("decide-who-field"), most=WHO_MOST),
        Field(
            id=REVIEW,
            label=Phrase("decide-review-field"),
            hint=Phrase("decide-review-hint"),
            is_required=False,
            most=60,
        ),
        Field(
            id=MEASURE,
            label=Phrase("decide-measure-field"),
            kind=long,
            is_required=False,
            most=TEXT_MOST,
        ),
    ]
    if check_in.fallback:
        label = Phrase("decide-result-field")
        fields.append(Field(id=RESULT, label=label, kind=long, is_required=False, most=TEXT_MOST))
    return Form(
        title=Phrase("decide-title"),
        ticket=Ticket(Action.DECIDE, check_in.id),
        intro=(Phrase("respond-statement", {"body": Quote(check_in.statement)}), Phrase("decide-intro")),
        fields=tuple(fields),
        values={
            OUTCOME: outcomes[0],
            REVIEW: USUAL_REVIEW if outcomes[0] in LASTING else "",
            WHO: asking.here.decides[:WHO_MOST],
        },
    )

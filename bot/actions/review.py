"""Bring a decision back on its day, with all that stood beside it: keep it, amend it, or retire it."""

from bot.actions.decide import REVIEW, USUAL_REVIEW, read_review
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.decisions import Decision, Step, StepKind
from bot.dialogue.readings import Reading
from bot.dialogue.record import Record
from bot.dialogue.responses import InCheckIn
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import NotFound, Refusal
from bot.identifiers import PostId
from bot.speech.asking import Asking
from bot.speech.coming_back import coming_back
from bot.speech.deciding import planned_review
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say, Silence
from bot.speech.events import CameDue, ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message
from bot.speech.standing_posts import posts_of
from bot.words import Part, Phrase, Quote, Value

WHY = "why"
WHY_MOST = 500
ANSWERS = (StepKind.KEEP, StepKind.AMEND, StepKind.RETIRE)


def bring_back(decision: Decision, asking: Asking, event: CameDue) -> Effects[Silence]:
    """Show the statement again with its notes, concerns, objections and the first intentions, and ask."""
    if not decision.holds or decision.review_at is None or event.at < decision.review_at:
        return Effects(reply=Silence())
    seen = excerpt(asking.loaded(Record), None, event.at)
    message = coming_back(decision, seen)
    post = Post(PostId(f"review-{decision.id}-{len(decision.history)}"), asking.here.place, message)
    return Effects(reply=Silence(), posts=(post,))


def offer_review(decision: Decision, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show it before its day, or open the form for what the group makes of it.

    Raises:
        NotAllowed: It was reopened, replaced or retired.
        NotFound: The button asks for something else.
    """
    decision.require_holds()
    if event.ticket.choice == "":
        seen = excerpt(asking.loaded(Record), asking.me, event.at)
        return Effects(reply=Say(coming_back(decision, seen)))
    return Effects(reply=OpenForm(_form(decision, _answer(event))))


def review(decision: Decision, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep what the group makes of it; the earlier steps stay in its history.

    Raises:
        NotAllowed: It was reopened, replaced or retired.
        NotFound: The form asks for something else.
    """
    decision.require_holds()
    answer, problems, why = _answer(event), dict[str, Phrase](), ""
    try:
        why = read_text(event.answers.get(WHY, ""), WHY_MOST)
    except Refusal as refusal:
        problems[WHY] = refusal.phrase
    is_kept = answer is StepKind.KEEP
    needs_day = is_kept and decision.outcome is Reading.AGREED_FOR_NOW
    review_at = read_review(asking, event, problems, is_required=needs_day) if is_kept else None
    if problems:
        return Effects(reply=RejectForm(_form(decision, answer), problems, event.answers))
    after = decision.after(Step(answer, event.at.date(), asking.me.id, why), review_at)
    check_in, holds = asking.loaded(CheckIn), asking.loaded(InCheckIn)
    return Effects(
        keep=(after, *planned_review(after, asking.here.zone)),
        reply=Say(Message(Phrase(f"review-kept-{answer}"))),
        posts=(*posts_of(check_in, holds, asking, decision=after)[1:], _told(after, answer, asking)),
        cancel=(decision.review,),
        deed=Deed(action=Action.REVIEW, target=decision.statement, reason=why),
    )


def _told(decision: Decision, answer: StepKind, asking: Asking) -> Post:
    values: dict[str, Value] = {"body": Quote(decision.statement), "by": Quote(asking.me.id, Part.NAME)}
    amend = Choice(Phrase("propose-choice"), Ticket(Action.PROPOSE, decision.dialogue))
    message = Message(Phrase(f"review-told-{answer}", values), (amend,) if answer is StepKind.AMEND else ())
    return Post(PostId(f"reviewed-{decision.id}-{len(decision.history)}"), asking.here.place, message)


def _answer(event: ChoicePicked | CommandGiven | FormSubmitted) -> StepKind:
    if event.ticket.choice not in ANSWERS:
        raise NotFound(Phrase("refusals-button"))
    return StepKind(event.ticket.choice)


def _form(decision: Decision, answer: StepKind) -> Form:
    why = Field(id=WHY, label=Phrase("review-why-field"), kind=FieldKind.PARAGRAPH, most=WHY_MOST)
    day = Field(
        id=REVIEW,
        label=Phrase("decide-review-field"),
        hint=Phrase("decide-review-hint"),
        is_required=False,
        most=60,
    )
    return Form(
        title=Phrase(f"review-{answer}-title"),
        ticket=Ticket(Action.REVIEW, decision.id, answer),
        intro=(
            Phrase("respond-statement", {"body": Quote(decision.statement)}),
            Phrase(f"review-{answer}-intro"),
        ),
        fields=(why, day) if answer is StepKind.KEEP else (why,),
        values={REVIEW: USUAL_REVIEW} if answer is StepKind.KEEP else {},
    )

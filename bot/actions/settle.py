"""Say whether something that was taken on is done, or why it is not; a day that passes says nothing."""

from dataclasses import replace

from bot.dialogue.contributions import ContributionState
from bot.dialogue.follow_ups import WHAT_MOST, Commitment, Progress
from bot.dialogue.members import Role
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound, Refusal
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Part, Phrase, Quote

PROGRESS, WHY_NOT = "progress", "why_not"


def offer_settle(
    commitment: Commitment, asking: Asking, _event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form.

    Raises:
        NotAllowed: Neither who wrote it nor a facilitator asks.
        NotFound: Its author erased it.
    """
    _require_may(commitment, asking)
    return Effects(reply=OpenForm(_form(commitment)))


def settle(commitment: Commitment, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep where it stands; "not done" needs a reason.

    Raises:
        NotAllowed: Neither who wrote it nor a facilitator asks.
        NotFound: Its author erased it.
    """
    _require_may(commitment, asking)
    problems: dict[str, Phrase] = {}
    progress = event.answers.get(PROGRESS, "")
    if progress not in set(Progress):
        problems[PROGRESS] = Phrase("offer_asset-not-chosen")
    why_not = _read_why(event, progress, problems)
    if problems:
        return Effects(reply=RejectForm(_form(commitment), problems, event.answers))
    settled = replace(commitment, progress=Progress(progress), why_not=why_not, progress_on=event.at.date())
    shown = Choice(Phrase("show_follow_up-choice"), Ticket(Action.SHOW_FOLLOW_UP, commitment.dialogue))
    return Effects(keep=(settled,), reply=Say(Message(Phrase("settle-thanks"), (shown,))))


def _require_may(commitment: Commitment, asking: Asking) -> None:
    if commitment.state is not ContributionState.LIVE:
        raise NotFound
    if commitment.member != asking.me.id and asking.me.role is not Role.FACILITATOR:
        raise NotAllowed(Phrase("settle-not-yours"))


def _read_why(event: FormSubmitted, progress: str, problems: dict[str, Phrase]) -> str:
    if progress != Progress.NOT_DONE:
        return ""
    try:
        return read_text(event.answers.get(WHY_NOT, ""), WHAT_MOST)
    except Refusal as refusal:
        problems[WHY_NOT] = refusal.phrase
        return ""


def _form(commitment: Commitment) -> Form:
    values = {"who": Quote(commitment.id, Part.WHO), "body": Quote(commitment.id)}
    options = tuple(Option(each, Phrase(f"show_follow_up-{each}-progress")) for each in Progress)
    why, long = Phrase("settle-why-field"), FieldKind.PARAGRAPH
    return Form(
        title=Phrase("settle-title"),
        ticket=Ticket(Action.SETTLE, commitment.id),
        intro=(Phrase("settle-about", values),),
        fields=(
            Field(id=PROGRESS, label=Phrase("settle-field"), kind=FieldKind.ONE_OF, options=options),
            Field(id=WHY_NOT, label=why, kind=long, is_required=False, most=WHAT_MOST),
        ),
        values={PROGRESS: commitment.progress},
    )

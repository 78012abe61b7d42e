"""Withdraw a check-in, with a reason: what was responded stays sealed, that it was held stays known."""

from dataclasses import replace

from bot.dialogue.check_ins import CheckIn, CheckInState
from bot.dialogue.readings import Reading
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import CheckInClosed, Refusal
from bot.identifiers import PostId
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message
from bot.words import Part, Phrase, Quote, Value

REASON = "reason"
REASON_MOST = 500


def offer_withdraw_check_in(
    check_in: CheckIn, _asking: Asking, _event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form for the reason.

    Raises:
        CheckInClosed: It is not open any more.
    """
    _require_open(check_in)
    return Effects(reply=OpenForm(_form(check_in)))


def withdraw_check_in(check_in: CheckIn, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    End it without a result, and show why.

    Raises:
        CheckInClosed: It is not open any more.
    """
    _require_open(check_in)
    try:
        because = read_text(event.answers.get(REASON, ""), REASON_MOST)
    except Refusal as refusal:
        return Effects(reply=RejectForm(_form(check_in), {REASON: refusal.phrase}, event.answers))
    withdrawn = replace(
        check_in,
        state=CheckInState.WITHDRAWN,
        closed_at=event.at,
        reading=Reading.WITHDRAWN,
        because=because,
    )
    values: dict[str, Value] = {
        "by": Quote(asking.me.id, Part.NAME),
        "body": Quote(check_in.statement),
        "because": Quote(check_in.id, Part.BECAUSE),
    }
    return Effects(
        keep=(withdrawn,),
        reply=Say(Message(Phrase("withdraw_check_in-done"))),
        posts=(Post(PostId(check_in.id), check_in.place, Message(Phrase("withdraw_check_in-told", values))),),
        cancel=(check_in.closing,),
        settled=(check_in.id,),
        deed=Deed(action=Action.WITHDRAW_CHECK_IN, target=check_in.statement, reason=because),
    )


def _require_open(check_in: CheckIn) -> None:
    if check_in.state is not CheckInState.OPEN:
        raise CheckInClosed(Phrase("close_check_in-already"))


def _form(check_in: CheckIn) -> Form:
    label = Phrase("withdraw_check_in-reason-field")
    return Form(
        title=Phrase("withdraw_check_in-title"),
        ticket=Ticket(Action.WITHDRAW_CHECK_IN, check_in.id),
        intro=(
            Phrase("respond-statement", {"body": Quote(check_in.statement)}),
            Phrase("withdraw_check_in-intro"),
        ),
        fields=(Field(id=REASON, label=label, kind=FieldKind.PARAGRAPH, most=REASON_MOST),),
    )

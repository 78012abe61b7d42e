"""Hide words for safety, with a reason: never edit, never delete; the author is told and can appeal."""

from dataclasses import replace

from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound, Refusal
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.telling import tell
from bot.speech.writing import TICKED
from bot.words import Part, Phrase, Quote

REASON, OPEN_DATA = "reason", "open_data"
REASON_MOST = 500


def offer_hold(
    contribution: Contribution, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form for the reason, or show hidden words again.

    Raises:
        NotFound: There is nothing to hide, or nothing is hidden.
    """
    if event.ticket.choice == "show":
        return _show_again(contribution, event)
    _require_shown(contribution)
    return Effects(reply=OpenForm(_form(contribution)))


def hold(contribution: Contribution, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Hide the words; a marker stays, the reason stands in the ledger.

    Raises:
        NotFound: There is nothing to hide any more.
    """
    _require_shown(contribution)
    try:
        reason = read_text(event.answers.get(REASON, ""), REASON_MOST)
    except Refusal as refusal:
        return Effects(reply=RejectForm(_form(contribution), {REASON: refusal.phrase}, event.answers))
    hidden = replace(
        contribution,
        state=ContributionState.HELD,
        state_on=event.at.date(),
        stays_in_open_data=TICKED in event.answers.get(OPEN_DATA, "").split(","),
    )
    show = Choice(Phrase("hold-show-choice"), Ticket(Action.HOLD, contribution.id, "show"))
    told = Phrase("hold-told", {"number": Quote(contribution.id, Part.NUMBER), "reason": reason})
    return Effects(
        keep=(hidden,),
        reply=Say(Message(Phrase("hold-done", {"number": contribution.number}), (show,))),
        tell=tell(event.seed, contribution.member, told, Action.SHOW_ENTRY, contribution.id),
        deed=Deed(action=Action.HOLD, target=contribution.id, reason=reason),
    )


def _show_again(contribution: Contribution, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    if contribution.state is not ContributionState.HELD:
        raise NotFound(Phrase("hold-nothing-hidden"))
    shown = replace(
        contribution, state=ContributionState.LIVE, state_on=event.at.date(), stays_in_open_data=False
    )
    told = Phrase("hold-told-shown", {"number": Quote(contribution.id, Part.NUMBER)})
    return Effects(
        keep=(shown,),
        reply=Say(Message(Phrase("hold-shown", {"number": contribution.number}))),
        tell=tell(event.seed, contribution.member, told, Action.SHOW_ENTRY, contribution.id),
        settled=(contribution.id,),
        deed=Deed(action=Action.HOLD, target=contribution.id),
    )


def _require_shown(contribution: Contribution) -> None:
    contribution.require_live()
    contribution.require_kind(ContributionKind.WORDS)
    if contribution.shared_on is None:
        raise NotFound


def _form(contribution: Contribution) -> Form:
    tick = Option(TICKED, Phrase("hold-open-data-option"))
    return Form(
        title=Phrase("hold-title"),
        ticket=Ticket(Action.HOLD, contribution.id),
        intro=(Phrase("hold-intro", {"number": contribution.number}),),
        fields=(
            Field(id=REASON, label=Phrase("hold-reason-field"), kind=FieldKind.PARAGRAPH, most=REASON_MOST),
            Field(
                id=OPEN_DATA,
                label=Phrase("hold-open-data-field"),
                kind=FieldKind.ANY_OF,
                options=(tick,),
                is_required=False,
            ),
        ),
    )

"""Share what one has taken from the record, under the name one chooses; other readings stand beside it."""

from dataclasses import replace

from bot.dialogue.dissent import NOTE_LEVELS
from bot.dialogue.interpretation_excerpts import names_in
from bot.dialogue.interpretations import Interpretation, Sense
from bot.dialogue.kept import Kept
from bot.dialogue.record import Record
from bot.dialogue.sources import open_to_all
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Form, Message
from bot.speech.sensing import private_choices, sense_revision, shared_post
from bot.speech.writing import CHOSEN_NAME, LEVEL, read_signature, signature_fields, usual_level
from bot.words import Phrase


def offer_share(
    interpretation: Interpretation, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form that asks under which name.

    Raises:
        NotFound: It is not the member's own, or was withdrawn or shared before.
        NotAllowed: What it rests on is not shown to everybody yet.
    """
    _require_may_share(interpretation, asking, event)
    return Effects(reply=OpenForm(_form(interpretation, asking)))


def share_interpretation(
    interpretation: Interpretation, asking: Asking, event: FormSubmitted
) -> Effects[AfterForm]:
    """
    Give it a number, show it, and let its words enter the record.

    Raises:
        NotFound: It is not the member's own, or was withdrawn or shared before.
        NotAllowed: What it rests on is not shown to everybody yet.
    """
    _require_may_share(interpretation, asking, event)
    problems: dict[str, Phrase] = {}
    signature = read_signature(event.answers, asking.me, NOTE_LEVELS, 0, problems)
    if problems or signature is None:
        return Effects(reply=RejectForm(_form(interpretation, asking), problems, event.answers))
    record = asking.loaded(Record)
    shared = replace(
        interpretation,
        number=max((each.number for each in record.interpretations), default=0) + 1,
        level=signature.level,
        shown_name=signature.shown_name,
        draft="",
        shared_on=event.at.date(),
    )
    sense = Sense.read(interpretation.draft)
    words = sense_revision(shared, sense, event)
    keep: tuple[Kept, ...] = (shared, words)
    if signature.member != asking.me:
        keep = (*keep, signature.member)
    thanks = Phrase("share_interpretation-thanks", {"number": shared.number})
    return Effects(
        keep=keep,
        reply=Say(Message(thanks, private_choices(shared.id)[1:])),
        posts=(shared_post(record, shared, sense),),
    )


def _require_may_share(
    interpretation: Interpretation, asking: Asking, event: CommandGiven | ChoicePicked | FormSubmitted
) -> None:
    asking.here.require_open()
    interpretation.require_own(asking.me.id)
    if interpretation.is_shared:
        raise NotFound(Phrase("share_interpretation-already"))
    record = asking.loaded(Record)
    shown, names = open_to_all(record, event.at), names_in(record)
    if any(id not in shown or id not in names for id in interpretation.based_on):
        raise NotAllowed(Phrase("share_interpretation-not-yet"))


def _form(interpretation: Interpretation, asking: Asking) -> Form:
    return Form(
        title=Phrase("share_interpretation-title"),
        ticket=Ticket(Action.SHARE_INTERPRETATION, interpretation.id),
        intro=(Phrase("share_interpretation-intro"),),
        fields=signature_fields(NOTE_LEVELS),
        values={LEVEL: usual_level(asking.me, NOTE_LEVELS), CHOSEN_NAME: asking.me.chosen_name},
    )

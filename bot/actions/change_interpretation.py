"""Change one's own interpretation, private or shared; nobody else's can be changed, nor is it found."""

from dataclasses import replace

from bot.dialogue.interpretation_excerpts import sense_of
from bot.dialogue.interpretations import Interpretation
from bot.dialogue.limits import require_words_left
from bot.dialogue.record import Record
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Form, Message
from bot.speech.sensing import (
    private_choices,
    read_sense,
    sense_fields,
    sense_revision,
    sense_values,
    shared_post,
)
from bot.words import Phrase


def offer_change(
    interpretation: Interpretation, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form with what it says now.

    Raises:
        NotFound: It is not the member's own, or was withdrawn.
    """
    del event
    interpretation.require_own(asking.me.id)
    return Effects(reply=OpenForm(_form(interpretation, asking)))


def change_interpretation(
    interpretation: Interpretation, asking: Asking, event: FormSubmitted
) -> Effects[AfterForm]:
    """
    Keep the new words: for the member alone, or as a further version that everybody sees.

    Raises:
        NotFound: It is not the member's own, or was withdrawn meanwhile.
        NotAllowed: The member has sent too much in a short while.
    """
    interpretation.require_own(asking.me.id)
    written = read_sense(event.answers)
    if isinstance(written, dict):
        return Effects(reply=RejectForm(_form(interpretation, asking), written, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    sense, sureness = written
    if not interpretation.is_shared:
        changed = replace(interpretation, draft=str(sense), sureness=sureness)
        kept = Message(Phrase("interpret-kept"), private_choices(changed.id))
        return Effects(keep=(changed,), reply=Say(kept))
    edits = interpretation.edits + 1
    changed = replace(interpretation, sureness=sureness, edits=edits)
    return Effects(
        keep=(changed, sense_revision(changed, sense, event)),
        reply=Say(Message(Phrase("change_interpretation-thanks"))),
        posts=(shared_post(asking.loaded(Record), changed, sense),),
    )


def _form(interpretation: Interpretation, asking: Asking) -> Form:
    sees = "shared" if interpretation.is_shared else "private"
    return Form(
        title=Phrase("change_interpretation-title"),
        ticket=Ticket(Action.CHANGE_INTERPRETATION, interpretation.id),
        intro=(Phrase(f"change_interpretation-{sees}-intro"),),
        fields=sense_fields(),
        values=sense_values(sense_of(interpretation, asking.loaded(Record)), interpretation.sureness),
    )

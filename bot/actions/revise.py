"""Change one's own words; the earlier ones stay as versions."""

from dataclasses import replace

from bot.dialogue.contributions import Contribution, ContributionKind, Revision
from bot.dialogue.limits import require_words_left
from bot.dialogue.standing import Recent, Words
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import Refusal
from bot.identifiers import RevisionId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message
from bot.speech.writing import BODY
from bot.words import Phrase


def offer_revise(
    contribution: Contribution, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form with the words as they stand.

    Raises:
        NotAllowed: Somebody else wrote them.
        NotFound: They were withdrawn, erased or hidden.
    """
    _require_own(contribution, asking)
    return Effects(reply=OpenForm(_form(contribution, asking.loaded(Words).body)))


def revise(contribution: Contribution, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the new words as a further version, and draw again wherever they are shown.

    Raises:
        NotAllowed: Somebody else wrote them, or too much was sent in a short while.
        NotFound: They were withdrawn, erased or hidden meanwhile.
    """
    _require_own(contribution, asking)
    try:
        body = read_text(event.answers.get(BODY, ""))
    except Refusal as refusal:
        form = _form(contribution, asking.loaded(Words).body)
        return Effects(reply=RejectForm(form, {BODY: refusal.phrase}, event.answers))
    if body == asking.loaded(Words).body:
        return Effects(reply=Say(Message(Phrase("revise-same"))))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    changed = replace(contribution, edits=contribution.edits + 1)
    revision = Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=contribution.id,
        dialogue=contribution.dialogue,
        number=changed.edits + 1,
        body=body,
        made_at=event.at,
    )
    change = Choice(Phrase("contribute-change-choice"), Ticket(Action.REVISE, contribution.id))
    take_back = Choice(Phrase("contribute-take-back-choice"), Ticket(Action.WITHDRAW, contribution.id))
    return Effects(keep=(changed, revision), reply=Say(Message(Phrase("revise-thanks"), (change, take_back))))


def _require_own(contribution: Contribution, asking: Asking) -> None:
    contribution.require_author(asking.me.id)
    contribution.require_live()
    contribution.require_kind(ContributionKind.WORDS)


def _form(contribution: Contribution, body: str) -> Form:
    return Form(
        title=Phrase("revise-title"),
        ticket=Ticket(Action.REVISE, contribution.id),
        intro=(Phrase("revise-intro"),),
        fields=(Field(id=BODY, label=Phrase("contribute-body-field"), kind=FieldKind.PARAGRAPH),),
        values={BODY: body},
    )

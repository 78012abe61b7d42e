"""Answer an appeal in words; the member is told, and the answer stands in the ledger."""

from dataclasses import replace

from bot.dialogue.appeals import Appeal
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, Refusal
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message
from bot.speech.telling import tell
from bot.words import Part, Phrase, Quote

ANSWER = "answer"
ANSWER_MOST = 1000


def offer_answer_appeal(appeal: Appeal, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form, with the words of the appeal above it.

    Raises:
        NotAllowed: It has been answered.
    """
    _require_waiting(appeal)
    return Effects(reply=OpenForm(_form(appeal)))


def answer_appeal(appeal: Appeal, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the answer and tell the member who appealed.

    Raises:
        NotAllowed: It has been answered meanwhile.
    """
    _require_waiting(appeal)
    try:
        answer = read_text(event.answers.get(ANSWER, ""), ANSWER_MOST)
    except Refusal as refusal:
        return Effects(reply=RejectForm(_form(appeal), {ANSWER: refusal.phrase}, event.answers))
    told = Phrase("answer_appeal-told", {"answer": answer})
    action, subject = (
        (Action.SHOW_ENTRY, str(appeal.about)) if appeal.about else (Action.SHOW_LEDGER, appeal.dialogue)
    )
    return Effects(
        keep=(replace(appeal, answered_at=event.at),),
        reply=Say(Message(Phrase("answer_appeal-done"))),
        tell=tell(event.seed, appeal.member, told, action, subject),
        settled=(appeal.id,),
        deed=Deed(action=Action.ANSWER_APPEAL, target=appeal.id, reason=answer),
    )


def _require_waiting(appeal: Appeal) -> None:
    if appeal.answered_at is not None:
        raise NotAllowed(Phrase("answer_appeal-already"))


def _form(appeal: Appeal) -> Form:
    intro = [Phrase("answer_appeal-words", {"body": Quote(appeal.id)})]
    if appeal.about:
        intro.append(Phrase("answer_appeal-about", {"number": Quote(appeal.about, Part.NUMBER)}))
    long = FieldKind.PARAGRAPH
    return Form(
        title=Phrase("answer_appeal-title"),
        ticket=Ticket(Action.ANSWER_APPEAL, appeal.id),
        intro=(*intro, Phrase("answer_appeal-intro")),
        fields=(Field(id=ANSWER, label=Phrase("answer_appeal-field"), kind=long, most=ANSWER_MOST),),
    )

"""Answer a question that holds a check-in open: shown at once; with the last answer it goes on."""

from dataclasses import replace

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.kept import Kept
from bot.dialogue.remarks import Remark, RemarkKind, Remarks, waiting_in
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import PostId
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Form, Message
from bot.speech.moving import going_on
from bot.speech.remarking import (
    new_remark,
    question_message,
    read_remark,
    remark_form,
    renamed,
    require_may_write,
    words_of,
)
from bot.speech.telling import tell
from bot.words import Part, Phrase, Quote, Value


def offer_answer_question(
    remark: Remark, asking: Asking, _event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form.

    Raises:
        NotFound: It is no question, or it is gone.
    """
    remark.require_question()
    return Effects(reply=OpenForm(_form(remark, asking)))


def answer_question(remark: Remark, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the answer and show it; tell who asked, and let the check-in go on if nothing else waits.

    Raises:
        NotFound: It is no question, or it is gone.
        NotAllowed: The member has sent too much in a short while.
    """
    remark.require_question()
    problems: dict[str, Phrase] = {}
    read = read_remark(asking, event, problems)
    if read is None:
        return Effects(reply=RejectForm(_form(remark, asking), problems, event.answers))
    require_may_write(asking, event)
    body, signature = read
    answer = new_remark(RemarkKind.ANSWER, remark.check_in, asking, event, signature, to=remark.id)
    settled = replace(remark, is_settled=True)
    remarks = asking.loaded(Remarks)
    others = [other for other in waiting_in(remarks.remarks) if other.id != remark.id]
    check_in = asking.loaded(CheckIn)
    moved = going_on(check_in, asking.here.zone, event.at) if not others else None
    keep: tuple[Kept, ...] = (settled, answer, words_of(answer, body, event))
    told = Phrase("answer_question-told", {"author": Quote(answer.id, Part.AUTHOR), "body": Quote(answer.id)})
    shown = question_message(settled, (*remarks.answers_to(remark), answer))
    is_own = remark.member == asking.me.id
    return Effects(
        keep=(*keep, *renamed(signature.member, asking), *(moved.keep if moved else ())),
        reply=Say(Message(Phrase("answer_question-thanks"))),
        posts=(Post(PostId(remark.id), check_in.place, shown), *(moved.posts if moved else ())),
        tell=() if is_own else tell(event.seed, remark.member, told, Action.RESPOND, check_in.id),
        cancel=moved.cancel if moved else (),
    )


def _form(remark: Remark, asking: Asking) -> Form:
    values: dict[str, Value] = {"author": Quote(remark.id, Part.AUTHOR), "body": Quote(remark.id)}
    return remark_form(
        Ticket(Action.ANSWER_QUESTION, remark.id),
        Phrase("answer_question-title"),
        Phrase("answer_question-body-field"),
        asking,
        Phrase("answer_question-asked", values),
    )

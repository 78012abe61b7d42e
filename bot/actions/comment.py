"""Say something beside a check-in without responding to it: also who came late, and after the close."""

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.remarks import RemarkKind
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import PostId
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Form, Message
from bot.speech.remarking import (
    comment_message,
    new_remark,
    read_remark,
    remark_form,
    renamed,
    require_may_write,
    words_of,
)
from bot.words import Phrase, Quote


def offer_comment(check_in: CheckIn, asking: Asking, _event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Open the form, which says first that a comment counts for nothing and is shown at once."""
    return Effects(reply=OpenForm(_form(check_in, asking)))


def comment(check_in: CheckIn, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the comment and show it.

    Raises:
        NotAllowed: The member has sent too much in a short while.
    """
    problems: dict[str, Phrase] = {}
    read = read_remark(asking, event, problems)
    if read is None:
        return Effects(reply=RejectForm(_form(check_in, asking), problems, event.answers))
    require_may_write(asking, event)
    body, signature = read
    remark = new_remark(RemarkKind.COMMENT, check_in.id, asking, event, signature)
    return Effects(
        keep=(remark, words_of(remark, body, event), *renamed(signature.member, asking)),
        reply=Say(Message(Phrase("comment-thanks"))),
        posts=(Post(PostId(remark.id), check_in.place, comment_message(remark)),),
    )


def _form(check_in: CheckIn, asking: Asking) -> Form:
    return remark_form(
        Ticket(Action.COMMENT, check_in.id),
        Phrase("comment-title"),
        Phrase("comment-body-field"),
        asking,
        Phrase("respond-statement", {"body": Quote(check_in.statement)}),
        Phrase("comment-counts-for-nothing"),
    )

"""Say how far one goes along with a statement, or pass; nobody else sees it until the check-in closes."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.dissent import NOTE_LEVELS
from bot.dialogue.kept import Kept
from bot.dialogue.remarks import RemarkKind, Remarks, waiting_in
from bot.dialogue.responses import MyResponse, Response, ResponseKind
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import OccurrenceId, PostId, ResponseId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Message
from bot.speech.moving import going_on
from bot.speech.remarking import new_remark, question_message, renamed, require_may_write, words_of
from bot.speech.responding import KEY, ONLY_FACILITATORS, PRIVATE, REASON, respond_form
from bot.speech.results import labels_of, respond_choices
from bot.speech.writing import LEVEL, Signature, read_signature, read_words
from bot.words import Phrase, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Responded:
    """What came out of the form."""

    keys: tuple[str, ...]
    reason: str
    is_private: bool
    signature: Signature


def offer_respond(check_in: CheckIn, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form with what was responded before, or keep a pass at once.

    Raises:
        CheckInClosed: It takes no responses any more.
        NotAllowed: The member came after it opened.
        NotFound: The button asks for something else.
    """
    check_in.require_asked(asking.me.id, event.at)
    match event.ticket.choice:
        case "":
            return Effects(reply=OpenForm(respond_form(check_in, asking)))
        case "pass":
            return _pass(check_in, asking, event)
        case _:
            raise NotFound(Phrase("refusals-button"))


def respond(check_in: CheckIn, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the response in place of an earlier one.

    Raises:
        CheckInClosed: It takes no responses any more.
        NotAllowed: The member came after it opened.
    """
    check_in.require_asked(asking.me.id, event.at)
    problems: dict[str, Phrase] = {}
    responded = _read(check_in, asking, event, problems)
    if responded is None:
        return Effects(reply=RejectForm(respond_form(check_in, asking), problems, event.answers))
    signature, scale = responded.signature, check_in.asks_on
    response = replace(
        my_response(check_in, asking, event),
        kind=ResponseKind.CHOICE,
        keys=responded.keys,
        labels=scale.names(responded.keys),
        reason=responded.reason,
        is_private=responded.is_private,
        level=signature.level,
        shown_name=signature.shown_name,
    )
    objects = bool(scale.stops.intersection(responded.keys))
    if not objects:
        response = replace(response, part="", need="", idea="")
    values: dict[str, Value] = {"label": labels_of(scale, responded.keys), "closes": check_in.closes_at}
    more = (
        (Choice(Phrase("object_to-more-choice"), Ticket(Action.OBJECT_TO, check_in.id)),) if objects else ()
    )
    kept = Message(Phrase("respond-kept", values), (*more, *respond_choices(check_in.id)))
    asked = _asked(check_in, asking, event, responded)
    return Effects(
        keep=(response, *renamed(signature.member, asking), *asked.keep),
        reply=Say(kept),
        posts=asked.posts,
        cancel=asked.cancel,
        done=(check_in.id,),
    )


@dataclass(frozen=True, slots=True)
class AfterQuestion:
    """What follows for questions: a new one, those that need no answer any more, a close that moves."""

    keep: tuple[Kept, ...] = ()
    posts: tuple[Post, ...] = ()
    cancel: tuple[OccurrenceId, ...] = ()


def _asked(check_in: CheckIn, asking: Asking, event: FormSubmitted, responded: _Responded) -> AfterQuestion:
    """Post a question at once; whoever responds anew needs no answer to an earlier one any more."""
    if check_in.asks_on.holds_open.intersection(responded.keys):
        require_may_write(asking, event)
        question = new_remark(RemarkKind.QUESTION, check_in.id, asking, event, responded.signature)
        post = Post(PostId(question.id), check_in.place, question_message(question, ()))
        settled = no_questions_of(check_in, asking, event.at)
        keep = (question, words_of(question, responded.reason, event), *settled.keep)
        return AfterQuestion(keep, (post,))
    return no_questions_of(check_in, asking, event.at)


def no_questions_of(check_in: CheckIn, asking: Asking, now: datetime) -> AfterQuestion:
    """Return what follows when the member's questions need no answer any more."""
    remarks = asking.loaded(Remarks)
    mine = remarks.waiting_of(asking.me.id)
    if not mine:
        return AfterQuestion()
    keep: tuple[Kept, ...] = tuple(replace(question, is_settled=True) for question in mine)
    moved = None
    if len(mine) == len(waiting_in(remarks.remarks)):
        moved = going_on(check_in, asking.here.zone, now)
    return AfterQuestion((*keep, *moved.keep), moved.posts, moved.cancel) if moved else AfterQuestion(keep)


def _read(
    check_in: CheckIn, asking: Asking, event: FormSubmitted, problems: dict[str, Phrase]
) -> _Responded | None:
    """Read what was sent in, or note beside each field what is wrong."""
    scale, chosen = check_in.asks_on, event.answers.get(KEY, "").split(",")
    keys = tuple(key for key in scale.labels if key in chosen)
    if not keys or (len(keys) > 1 and not scale.takes_several):
        problems[KEY] = Phrase("respond-no-key")
    reason = event.answers.get(REASON, "")
    if reason.strip():
        reason = read_words(problems, REASON, reason)
    elif scale.needs_reason.intersection(keys):
        problems[REASON] = Phrase(f"respond-needs-reason-{scale.words}")
    is_private = ONLY_FACILITATORS in event.answers.get(PRIVATE, "").split(",") and bool(reason.strip())
    if is_private and (scale.stops | scale.holds_open).intersection(keys):
        problems[PRIVATE] = Phrase("respond-not-in-private")
    levels = check_in.levels
    if scale.holds_open.intersection(keys):  # a question is posted at once, so the time would tell who asks
        levels = tuple(level for level in NOTE_LEVELS if level in levels) or NOTE_LEVELS[:1]
        if event.answers.get(LEVEL) == Attribution.UNNAMED:
            problems[LEVEL] = Phrase("respond-question-needs-name")
            return None
    signature = read_signature(event.answers, asking.me, levels, len(check_in.eligible), problems)
    if problems or signature is None:
        return None
    return _Responded(keys=keys, reason=reason.strip(), is_private=is_private, signature=signature)


def _pass(check_in: CheckIn, asking: Asking, event: ChoicePicked | CommandGiven) -> Effects[Reply]:
    passed = replace(
        my_response(check_in, asking, event),
        kind=ResponseKind.PASS,
        keys=(),
        labels=(),
        reason="",
        part="",
        need="",
        idea="",
        is_private=False,
        level=Attribution.UNNAMED,
        shown_name="",
    )
    said = Message(Phrase("respond-passed", {"closes": check_in.closes_at}), respond_choices(check_in.id)[:1])
    settled = no_questions_of(check_in, asking, event.at)
    return Effects(
        keep=(passed, *settled.keep),
        reply=Say(said),
        posts=settled.posts,
        cancel=settled.cancel,
        done=(check_in.id,),
    )


def my_response(
    check_in: CheckIn, asking: Asking, event: ChoicePicked | CommandGiven | FormSubmitted
) -> Response:
    """Return the member's earlier response to be changed, or a new one: one person, one response."""
    earlier = asking.loaded(MyResponse).response
    if earlier is not None:
        return replace(earlier, made_at=event.at)
    return Response(
        id=ResponseId(new_id(event.seed, "response")),
        check_in=check_in.id,
        dialogue=check_in.dialogue,
        member=asking.me.id,
        kind=ResponseKind.PASS,
        level=Attribution.UNNAMED,
        made_at=event.at,
    )

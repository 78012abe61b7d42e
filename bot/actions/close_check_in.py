"""Close a check-in, by hand or when due: show counts and reasons, and ask how the group reads them."""

from datetime import datetime

from bot.dialogue.check_ins import CheckIn, CheckInState, Extension
from bot.dialogue.closing import closed, unsealed
from bot.dialogue.kept import Kept
from bot.dialogue.members import Member
from bot.dialogue.record import Record
from bot.dialogue.remarks import waiting_in
from bot.dialogue.responses import InCheckIn
from bot.dialogue.sealed_until_close import Beside, Reader, see_check_in
from bot.dialogue.tickets import Action
from bot.errors import CheckInClosed, NotAllowed
from bot.identifiers import MemberId, PostId, Seed
from bot.speech.asking import Asking
from bot.speech.effects import Deed, Effects, Post, Reply, Say, Silence, Telling
from bot.speech.events import CameDue, ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.speech.moving import Moved, holding, too_few
from bot.speech.results import result_message
from bot.speech.telling import tell
from bot.words import Phrase


def close_check_in(check_in: CheckIn, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Close the check-in now.

    Raises:
        CheckInClosed: It has closed or lapsed already.
        NotAllowed: A question waits for an answer.
    """
    if check_in.state is not CheckInState.OPEN:
        raise CheckInClosed(Phrase("close_check_in-already"))
    if waiting_in(asking.loaded(InCheckIn).remarks):
        raise NotAllowed(Phrase("close_check_in-question-waits"))
    keep, post = closing(check_in, asking.loaded(InCheckIn), event.at, event.seed)
    return Effects(
        keep=keep,
        reply=Say(Message(Phrase("close_check_in-done"))),
        posts=(post,),
        tell=_offers(asking.loaded(InCheckIn), event.seed, check_in),
        cancel=(check_in.closing,),
        deed=Deed(action=Action.CLOSE_CHECK_IN, target=check_in.statement),
    )


def close_check_in_when_due(check_in: CheckIn, asking: Asking, event: CameDue) -> Effects[Silence]:
    """
    Close the check-in because its time came; nothing happens where it is not open, or its close has moved.

    It stays open while a question waits for an answer, and for a day to be extended where too few responded.
    """
    if check_in.state is not CheckInState.OPEN or check_in.is_open(event.at):
        return Effects(reply=Silence())
    if moved := _moved(check_in, asking):
        return Effects(keep=moved.keep, reply=Silence(), posts=moved.posts)
    keep, post = closing(check_in, asking.loaded(InCheckIn), event.at, event.seed)
    told = _offers(asking.loaded(InCheckIn), event.seed, check_in)
    return Effects(keep=keep, reply=Silence(), posts=(post,), tell=told)


def _moved(check_in: CheckIn, asking: Asking) -> Moved | None:
    holds = asking.loaded(InCheckIn)
    if check_in.held_since is None and waiting_in(holds.remarks):
        return holding(check_in, asking.here.zone)
    responded = sum(bool(response.keys) for response in holds.responses)
    may_extend = check_in.manner.leads_to_decision and check_in.extension is Extension.NONE
    if may_extend and responded < check_in.quorum:
        return too_few(check_in, asking.here.zone)
    return None


def closing(check_in: CheckIn, holds: InCheckIn, now: datetime, seed: Seed) -> tuple[tuple[Kept, ...], Post]:
    """Return what is kept and posted: reasons and objections become words of the record only now."""
    after = closed(check_in, holds, now)
    opened = unsealed(check_in, holds, now, seed)
    beside = Beside(holds.remarks, opened.objections)
    seen = see_check_in(after, opened.responses, (), Reader(members=by_id(holds)), beside)
    post = Post(PostId(f"closed-{check_in.id}"), check_in.place, result_message(holds.statement, seen))
    return (after, *opened.keep), post


def close_with_dialogue(record: Record, now: datetime, seed: Seed) -> Effects[Silence]:
    """Return what follows for check-ins that are open as their dialogue ends: nobody can respond any more."""
    open_now = [check_in for check_in in record.check_ins if check_in.state is CheckInState.OPEN]
    keep, posts, told = list[Kept](), list[Post](), dict[str, Telling]()
    for check_in in open_now:
        holds = _held_in(check_in, record)
        kept, post = closing(check_in, holds, now, seed)
        keep += kept
        posts.append(post)
        told |= {telling.id: telling for telling in _offers(holds, seed, check_in)}
    return Effects(
        keep=tuple(keep),
        reply=Silence(),
        posts=tuple(posts),
        tell=tuple(told.values()),
        cancel=tuple(check_in.closing for check_in in open_now),
        settled=tuple(check_in.id for check_in in open_now),
    )


def _held_in(check_in: CheckIn, record: Record) -> InCheckIn:
    return InCheckIn(
        next(statement for statement in record.statements if statement.id == check_in.statement),
        tuple(response for response in record.responses if response.check_in == check_in.id),
        tuple(record.members.values()),
        tuple(remark for remark in record.remarks if remark.check_in == check_in.id),
    )


def by_id(holds: InCheckIn) -> dict[MemberId, Member]:
    """Return the people of the dialogue by their id."""
    return {member.id: member for member in holds.members}


def _offers(holds: InCheckIn, seed: Seed, check_in: CheckIn) -> tuple[Telling, ...]:
    """Tell those who differ that they can write a note that stands under the statement."""
    if not check_in.manner.leads_to_decision:
        return ()
    phrase = Phrase("close_check_in-note-told", {"number": holds.statement.number})
    resists = check_in.asks_on.resists
    differing = (response.member for response in holds.responses if response.key in resists)
    told = [
        telling
        for member in differing
        for telling in tell(seed, member, phrase, Action.WRITE_MINORITY_NOTE, check_in.id)
    ]
    stands = Phrase("settle_objection-told", {"number": holds.statement.number})
    for objection in unsealed(check_in, holds, check_in.closes_at, seed).objections:
        told += tell(seed, objection.member, stands, Action.SETTLE_OBJECTION, objection.id)
    return tuple(told)

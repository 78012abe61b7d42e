"""Say where one's own objection stands: met, withdrawn, or it stands; nobody else can, in any role."""

from dataclasses import replace

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.closing import read_again
from bot.dialogue.kept import Kept
from bot.dialogue.methods import Method
from bot.dialogue.objections import ANSWERS, Objection, ObjectionState
from bot.dialogue.responses import InCheckIn
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.speech.objecting import said_by, settle_choices
from bot.speech.standing_posts import posts_of
from bot.words import Phrase


def settle_objection(
    objection: Objection, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Ask where it stands, or keep what its author says; consent is read again with it.

    Raises:
        NotAllowed: Somebody else objects.
        NotFound: The button asks for something else.
    """
    objection.require_author(asking.me.id)
    if event.ticket.choice == "":
        asked = Message(Phrase("settle_objection-where"), settle_choices(objection.id), said_by(objection))
        return Effects(reply=Say(asked))
    if event.ticket.choice not in ANSWERS:
        raise NotFound(Phrase("refusals-button"))
    settled = objection.settled(ObjectionState(event.ticket.choice), event.at.date())
    holds = _with(settled, asking.loaded(InCheckIn))
    before = asking.loaded(CheckIn)
    after = _read_again(before, holds)
    keep: tuple[Kept, ...] = (settled,) if after == before else (settled, after)
    return Effects(
        keep=keep,
        reply=Say(Message(Phrase(f"settle_objection-kept-{settled.standing}"))),
        posts=posts_of(after, holds, asking),
        done=(objection.id,),
    )


def _with(settled: Objection, holds: InCheckIn) -> InCheckIn:
    return replace(
        holds,
        objections=tuple(settled if other.id == settled.id else other for other in holds.objections),
    )


def _read_again(check_in: CheckIn, holds: InCheckIn) -> CheckIn:
    """Consent depends on objections alone; what was confirmed, or asked in another way, stays as it was."""
    if check_in.method is not Method.CONSENT or holds.decision is not None:
        return check_in
    return replace(check_in, reading=read_again(check_in, holds))

"""Leave a dialogue: keep my words, take my name off, or erase them; the last facilitator hands over first."""

from dataclasses import replace

from bot.dialogue.attribution import Attribution
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.members import Role, require_successor
from bot.dialogue.parting import Parting, Unlinking
from bot.dialogue.standing import Everybody, Mine
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Deed, Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Phrase

YES = "yes"


def leave(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Say what can be chosen; then what one choice means, and ask; on "yes", let the member go.

    Raises:
        NotAllowed: No facilitator would be left.
        NotFound: The button asks for something else, or names cannot be taken off here.
    """
    if not event.ticket.choice:
        return Effects(reply=Say(_choices(dialogue)))
    named, _, sure = event.ticket.choice.partition(".")
    if named not in offered(dialogue) or sure not in ("", YES):
        raise NotFound(Phrase("refusals-button"))
    require_successor(asking.me, asking.loaded(Everybody).members)
    parting = Parting(named)
    if not sure:
        return Effects(reply=Say(_sure(dialogue, parting)))
    return _go(dialogue, asking, parting)


def offered(dialogue: Dialogue) -> tuple[Parting, ...]:
    """Return what can be chosen; where a platform may forbid words without a name, they keep theirs."""
    may_unname = dialogue.place.community.platform != "discord" or Attribution.UNNAMED in dialogue.levels
    return tuple(parting for parting in Parting if parting is not Parting.UNNAME or may_unname)


def _choices(dialogue: Dialogue) -> Message:
    pause = Choice(Phrase("pause-choice"), Ticket(Action.PAUSE, dialogue.id))
    return Message(
        Phrase("leave-how"),
        (),
        (
            Message(Phrase("leave-pause"), (pause,)),
            *(Message(Phrase(f"leave-{each}"), (_choice(dialogue, each),)) for each in offered(dialogue)),
        ),
    )


def _choice(dialogue: Dialogue, parting: Parting) -> Choice:
    return Choice(Phrase(f"leave-{parting}-choice"), Ticket(Action.LEAVE, dialogue.id, parting))


def _sure(dialogue: Dialogue, parting: Parting) -> Message:
    yes = Choice(Phrase(f"leave-{parting}-yes-choice"), Ticket(Action.LEAVE, dialogue.id, f"{parting}.{YES}"))
    return Message(Phrase("leave-sure"), (yes,), (Message(Phrase(f"leave-{parting}")),))


def _go(dialogue: Dialogue, asking: Asking, parting: Parting) -> Effects[Reply]:
    erased = asking.loaded(Mine).contributions if parting is Parting.ERASE else ()
    is_facilitator = asking.me.role is Role.FACILITATOR
    return Effects(
        keep=(replace(asking.me, has_left=True),),
        reply=Say(Message(Phrase(f"leave-{parting}-done"))),
        erase=tuple(contribution.id for contribution in erased),
        erase_member=asking.me.id if parting is Parting.ERASE else None,
        unlink=Unlinking(asking.me.id, takes_name_off=parting is not Parting.KEEP),
        settled=tuple(contribution.id for contribution in erased),
        deed=Deed(action=Action.LEAVE, target=dialogue.id) if is_facilitator else None,
    )

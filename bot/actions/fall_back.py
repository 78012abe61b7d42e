"""A member cannot be reached by direct message: what is for them waits in their list; nobody is blamed."""

from dataclasses import replace

from bot.actions.post_planned import pointer
from bot.dialogue.members import Member
from bot.dialogue.rhythm import Outcome
from bot.dialogue.standing import Facilitators
from bot.dialogue.tickets import Action
from bot.identifiers import WaitingId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Silence, Telling
from bot.speech.events import CameDue
from bot.words import Part, Phrase, Quote


def fall_back(member: Member, asking: Asking, event: CameDue) -> Effects[Silence]:
    """Mark them, point once in the place without names or content, and tell the facilitators once."""
    is_known = member.unreachable_since is not None
    marked = replace(member, unreachable_since=member.unreachable_since or event.at)
    return Effects(
        reply=Silence(),
        keep=() if is_known else (marked,),
        posts=(pointer(asking.here, event.at),),
        tell=(_to_member(member, event), *(() if is_known else _to_facilitators(asking, event))),
        outcome=Outcome.UNDELIVERABLE_TOLD,
    )


def _to_member(member: Member, event: CameDue) -> Telling:
    return Telling(
        id=WaitingId(new_id(event.seed, f"unreachable {member.id}")),
        member=member.id,
        phrase=Phrase("fall_back-told"),
        action=Action.SHOW_MINE,
        subject=member.dialogue,
    )


def _to_facilitators(asking: Asking, event: CameDue) -> tuple[Telling, ...]:
    phrase = Phrase("fall_back-one-unreachable", {"title": Quote(asking.here.id, Part.TITLE)})
    return tuple(
        Telling(
            id=WaitingId(new_id(event.seed, f"told {facilitator.id}")),
            member=facilitator.id,
            phrase=phrase,
            action=Action.SHOW_PLAN,
            subject=asking.here.id,
        )
        for facilitator in asking.loaded(Facilitators).members
    )

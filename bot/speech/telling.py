"""Telling one member something: it waits in their list, and stands under their next answer."""

from collections.abc import Iterable

from bot.dialogue.members import Member
from bot.dialogue.tickets import Action
from bot.identifiers import MemberId, Seed, WaitingId, new_id
from bot.speech.effects import Telling
from bot.words import Phrase


def tell(seed: Seed, member: MemberId, phrase: Phrase, action: Action, subject: str) -> tuple[Telling, ...]:
    """Tell one member; nobody, where the author is no longer known."""
    if not member:
        return ()
    waiting = WaitingId(new_id(seed, f"tell {member} {phrase.key}"))
    return (Telling(id=waiting, member=member, phrase=phrase, action=action, subject=subject),)


def tell_all(
    seed: Seed, members: Iterable[Member], phrase: Phrase, action: Action, subject: str
) -> tuple[Telling, ...]:
    """Tell several members the same."""
    return tuple(t for member in members for t in tell(seed, member.id, phrase, action, subject))

"""What its author asks for by a message, also by deleting or editing it where they wrote it."""

from collections.abc import Iterator
from dataclasses import replace

from bot.dialogue.contributions import Contribution
from bot.dialogue.members import Member
from bot.dialogue.origins import Origin, origin_id
from bot.dialogue.places import Account, Place
from bot.dialogue.tickets import Action, Ticket
from bot.from_text import read_as_form
from bot.ports import Work
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Silence
from bot.speech.events import (
    Asked,
    CameDue,
    ChoicePicked,
    Event,
    FormSubmitted,
    MessageDeleted,
    Mirrored,
    TextWritten,
)
from bot.speech.telling import tell
from bot.speech.writing import BODY
from bot.words import Phrase


def read_asked(event: Asked | CameDue | TextWritten | Mirrored, work: Work) -> Asked | CameDue:
    """
    Return what is asked for by a message, or by what became of one.

    Raises:
        Refusal: Nothing can be meant by it, or several things.
    """
    if isinstance(event, TextWritten):
        return read_as_form(event, work)
    return _read_mirrored(event, work) if isinstance(event, Mirrored) else event


def follow(effects: Effects[Reply], event: Event, asking: Asking) -> Effects[Reply]:
    """Note in which message words were written; answer nothing where nobody asked here."""
    if isinstance(event, Mirrored):
        return _quietly(effects, event, asking)
    if isinstance(event, TextWritten) and event.message:
        return replace(effects, keep=(*effects.keep, *_origins(effects, event)))
    return effects


def _read_mirrored(event: Mirrored, work: Work) -> Asked:
    """Return what the author would have asked for here: to take the words back, or to change them."""
    origin = work.get(Origin, origin_id(event.community.platform, event.message))
    author = work.get(Member, work.get(Contribution, origin.contribution).member)
    account = Account(community=event.community, id=author.account, name=author.name)
    place = Place.direct(account)
    if isinstance(event, MessageDeleted):
        return ChoicePicked(
            id=event.id, at=event.at, seed=event.seed, community=event.community, account=account,
            place=place, ticket=Ticket(Action.WITHDRAW, origin.contribution),
        )  # fmt: skip
    return FormSubmitted(
        id=event.id, at=event.at, seed=event.seed, community=event.community, account=account,
        place=place, ticket=Ticket(Action.REVISE, origin.contribution), answers={BODY: event.text},
    )  # fmt: skip


def _quietly(effects: Effects[Reply], event: Mirrored, asking: Asking) -> Effects[Reply]:
    """Answer nothing, since nobody asked here; but tell the author, since others may delete there too."""
    if not effects.keep:
        return Effects(reply=Silence())
    is_gone = isinstance(event, MessageDeleted)
    phrase = Phrase("withdraw-mirrored")
    told = tell(event.seed, asking.me.id, phrase, Action.SHOW_MINE, asking.here.id) if is_gone else ()
    return replace(effects, reply=Silence(), tell=(*effects.tell, *told))


def _origins(effects: Effects[Reply], event: TextWritten) -> Iterator[Origin]:
    for fact in effects.keep:
        if isinstance(fact, Contribution) and not fact.version:
            id = origin_id(event.community.platform, event.message)
            yield Origin(id=id, dialogue=fact.dialogue, contribution=fact.id)

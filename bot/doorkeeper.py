"""Who asks, about what, and may they: the same for every action, before anything is done."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from bot.acts import Act, Door
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.members import Member, Role
from bot.dialogue.places import Place
from bot.dialogue.rhythm import occurrence_id
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Other, Put, RoundOf, Rounds
from bot.dialogue.tickets import Ticket
from bot.errors import NotAllowed, NotFound, Refusal
from bot.identifiers import DialogueId
from bot.ports import Work
from bot.speech.asking import Asking, House
from bot.speech.events import Asked, CameDue, CommandGiven
from bot.words import Phrase

Offering = TypeVar("Offering")


class WhichRound(Refusal):
    """Several questions are open, and nothing is guessed: the person is asked which one is meant."""

    def __init__(self, rounds: Sequence[Round], ticket: Ticket) -> None:
        super().__init__(Phrase("refusals-which-round"))
        self.rounds = tuple(rounds)
        self.ticket = ticket


class NotJoined(NotAllowed):
    """Whoever asks has not agreed to take part, or has to agree anew."""

    def __init__(self, phrase: Phrase, dialogue: DialogueId) -> None:
        super().__init__(phrase)
        self.dialogue = dialogue


def admit(
    event: Asked, act: Act[object], loads: Sequence[type], house: House, work: Work
) -> tuple[object, Asking]:
    """
    Check workspace, dialogue, membership, consent and role, and load what the table says.

    The state of the thing itself (is the round open?) is the action's own guard.

    Raises:
        NotFound: This workspace has no such thing.
        NotAllowed: The role, or the consent, does not cover it.
        WhichRound: Several rounds could be meant.
    """
    found, held = _subject_of(event, act, work)
    subject, dialogue = _as_offered(event, house, found), _as_offered(event, house, held)
    member = work.member(event.account, dialogue.id) if dialogue else None
    _require_door(event, act.door, dialogue, member, house)
    if dialogue and not act.in_closed and dialogue.state is DialogueState.CLOSED:
        dialogue.require_open()
    return subject, _asking(event, subject, dialogue, member, loads, house, work)


def admit_moment(
    event: CameDue, act: Act[object], loads: Sequence[type], house: House, work: Work
) -> tuple[object, Asking]:
    """
    Load what a planned moment is about; nobody asks, so nobody is checked.

    Raises:
        NotFound: What it is about is no longer there.
    """
    subject = work.get(act.about, event.ticket.subject)
    dialogue = work.get(Dialogue, _dialogue_id(subject))
    of_this_date = occurrence_id(event.ticket.subject, event.day) if event.day else ""
    things: dict[type, object] = {
        kind: work.load(kind, dialogue.id, None, of_this_date if kind is Put else event.ticket.subject)
        for kind in loads
    }
    return subject, Asking(house, dialogue, None, things)


def _subject_of(event: Asked, act: Act[object], work: Work) -> tuple[object, Dialogue | None]:
    ticket = event.ticket
    if act.about is Place:
        named = ticket.subject and work.get(Dialogue, ticket.subject)
        return event.place, named or _held_here(event, work)
    if act.about is Dialogue and ticket.subject:
        dialogue = work.get(Dialogue, ticket.subject)
        return dialogue, dialogue
    if ticket.subject and not ticket.subject.isdecimal():
        subject = work.get(act.about, ticket.subject)
        return subject, work.get(Dialogue, _dialogue_id(subject))
    here = _held_here(event, work)
    if here is None:
        raise NotFound(Phrase("refusals-no-dialogue"))
    if act.about is Dialogue:
        return here, here
    if ticket.subject:
        return work.get(act.about, ticket.subject, here.id), here
    if act.about is not Round:
        raise NotFound(Phrase("refusals-button"))
    return _only_round(event, here, work), here


def _held_here(event: Asked, work: Work) -> Dialogue | None:
    held = work.dialogue_at(event.place)
    if held is not None:
        return held
    mine = work.dialogues_of(event.account)
    return mine[0] if len(mine) == 1 else None


def _only_round(event: Asked, dialogue: Dialogue, work: Work) -> Round:
    open_now = work.load(Rounds, dialogue.id, None, "").open_at(event.at)
    if not open_now:
        raise NotFound(Phrase("refusals-no-open-round"))
    if len(open_now) > 1:
        raise WhichRound(open_now, event.ticket)
    return open_now[0]


def _require_door(  # noqa: C901 - one case for each door
    event: Asked, door: Door, dialogue: Dialogue | None, member: Member | None, house: House
) -> None:
    match door:
        case Door.ANYONE:
            return
        case Door.MANAGER:
            if not event.account.may_manage:
                raise NotAllowed(Phrase("refusals-managers-only"))
        case Door.FACILITATORS:
            if member is None or member.has_left or member.role is not Role.FACILITATOR:
                raise NotAllowed(Phrase("refusals-facilitators-only"))
        case Door.MEMBERS:
            _require_member(member, dialogue)
        case Door.VOICES:
            _require_voice(_require_member(member, dialogue), house, dialogue)
        case Door.CLOCK:
            raise NotFound(Phrase("refusals-button"))
        case _:
            assert_never(door)


def _require_member(member: Member | None, dialogue: Dialogue | None) -> Member:
    if dialogue is None:
        raise NotFound(Phrase("refusals-no-dialogue"))
    if member is None:
        raise NotJoined(Phrase("refusals-not-joined"), dialogue.id)
    if member.has_left:
        raise NotJoined(Phrase("refusals-left"), dialogue.id)
    return member


def _require_voice(member: Member, house: House, dialogue: Dialogue | None) -> None:
    facts = dialogue.facts if dialogue else 0
    if member.role is Role.OBSERVER:
        raise NotAllowed(Phrase("refusals-observers-read"))
    if member.consent is None:
        raise NotJoined(Phrase("refusals-not-joined"), member.dialogue)
    if not member.consent.covers(house.notice.version, facts):
        raise NotJoined(Phrase("refusals-consent-again"), member.dialogue)


def _asking(  # noqa: PLR0913, PLR0917 - gathers what `admit` has found, for the action
    event: Asked,
    subject: object,
    dialogue: Dialogue | None,
    member: Member | None,
    loads: Sequence[type],
    house: House,
    work: Work,
) -> Asking:
    here = dialogue.id if dialogue else DialogueId("")
    me = member.id if member else None
    things: dict[type, object] = {
        kind: _as_offered(event, house, work.load(kind, here, me, _named(kind, event, subject)))
        for kind in loads
    }
    return Asking(house, dialogue, member, things)


def _as_offered(event: Asked, house: House, thing: Offering) -> Offering:
    """Return what was loaded with the levels that may be offered on this platform, and no others."""
    if isinstance(thing, RoundOf):
        return replace(thing, round=_as_offered(event, house, thing.round))
    if isinstance(thing, Dialogue | Round | CheckIn):
        return replace(thing, levels=house.levels_at(event.community, thing.levels))
    return thing


def _named(kind: type, event: Asked, subject: object) -> str:
    if kind is Other:
        return event.options.get("other", "") if isinstance(event, CommandGiven) else ""
    if isinstance(subject, Place):
        return subject.outer.channel
    return str(getattr(subject, "id", ""))


def _dialogue_id(subject: object) -> str:
    return str(getattr(subject, "dialogue", "") or getattr(subject, "id", ""))

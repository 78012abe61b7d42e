"""What may go out at this moment: a post with its words, or not yet, or not any more."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.manners import A_WEEK, Occasion, first_allowed
from bot.dialogue.members import Member
from bot.dialogue.rhythm import LATE, Outcome
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Answered
from bot.dialogue.tickets import Action
from bot.dialogue.waiting import Waiting
from bot.errors import NotFound
from bot.identifiers import WaitingId
from bot.ports import Delivery, Store, Work
from bot.speech.asking import House
from bot.speech.effects import Gone, Prepared, Ready, Wait
from bot.speech.messages import Message
from bot.speech.phrasebook import Phrasebook
from bot.wording import phrases_in, words_for
from bot.words import Part, Phrase, Quote

WEEK = timedelta(days=7)


class Preparing:
    """Gives posts their words, and asks for each member whether they want to be written to now."""

    def __init__(self, store: Store, phrasebook: Phrasebook, house: House) -> None:
        self._store = store
        self._phrasebook = phrasebook
        self._house = house

    def draw(self, delivery: Delivery) -> Ready | None:
        """Return a post with its words as they may be shown at this moment; nothing: take it down."""
        with self._store.reading(delivery.place.community) as work:
            return self._draw(delivery, work)

    def prepare(self, delivery: Delivery, now: datetime) -> Prepared:
        """Return a post with its words, or until when it waits, or how it ended. An edit disturbs nobody."""
        with self._store.reading(delivery.place.community) as work:
            ready = self._draw(delivery, work)
            if ready is None:
                return Gone(Outcome.CANCELLED if delivery.recipient else None)
            if delivery.remotes:
                return ready
            return self._held_back(delivery, now, work) or _marked_late(ready, delivery, now)

    def _draw(self, delivery: Delivery, work: Work) -> Ready | None:
        if delivery.message is None:
            return None
        try:
            dialogue = work.get(Dialogue, delivery.dialogue)
            reader = work.get(Member, delivery.recipient) if delivery.recipient else None
        except NotFound:
            return None
        words = words_for(phrases_in(delivery.message), self._phrasebook, work, dialogue, reader)
        return Ready(delivery.message, words)

    def _held_back(self, delivery: Delivery, now: datetime, work: Work) -> Wait | Gone | None:
        if not delivery.recipient:
            is_over = delivery.until is not None and now > delivery.until
            return Gone(Outcome.EXPIRED_TOLD) if is_over else None
        member, dialogue = work.get(Member, delivery.recipient), work.get(Dialogue, delivery.dialogue)
        if not _wants(member, delivery.occasion) or dialogue.state is not DialogueState.OPEN:
            return Gone(Outcome.CANCELLED)
        return _about_round(delivery, member, now, work) or self._by_manners(
            delivery, member, dialogue, now, work
        )

    def _by_manners(
        self, delivery: Delivery, member: Member, dialogue: Dialogue, now: datetime, work: Work
    ) -> Wait | Gone | None:
        """Ask what the member chose; what exceeds their week stands in their list instead."""
        if delivery.until is not None and now > delivery.until:
            return Gone(Outcome.EXPIRED_TOLD, _told(delivery, now, "post_planned-expired", Action.SHOW_ROUND))
        if not member.wishes.direct or member.unreachable_since is not None:
            return _listed(delivery, now)
        if (moment := self._allowed(delivery, member, dialogue, now)) > now:
            return Wait(min(moment, delivery.until or moment))
        if delivery.occasion.counts and work.messages_to(member.id, now - WEEK) >= A_WEEK:
            return _listed(delivery, now)
        return None

    def _allowed(self, delivery: Delivery, member: Member, dialogue: Dialogue, now: datetime) -> datetime:
        """Return the first moment from now on at which this member wants to be written to."""
        if member.paused_until is not None and now < member.paused_until:
            return member.paused_until
        if delivery.occasion is Occasion.ASKED:
            return now
        zone = ZoneInfo(member.zone or dialogue.zone)
        found = first_allowed(now, zone, member.quiet, member.wishes, self._house.calendar)
        return found or NEVER


NEVER = datetime(9000, 1, 1, tzinfo=UTC)


def _wants(member: Member, occasion: Occasion) -> bool:
    if not member.has_voice:
        return False
    return {Occasion.REMINDER: member.wishes.reminders, Occasion.DIGEST: member.wishes.digest}.get(
        occasion, True
    )


def _about_round(delivery: Delivery, member: Member, now: datetime, work: Work) -> Gone | None:
    """Let go of a question that has closed, or that this member has answered meanwhile."""
    if delivery.occasion is Occasion.DIGEST:
        return None
    try:
        round = work.get(Round, delivery.about)
    except NotFound:
        return Gone(Outcome.CANCELLED)
    if work.load(Answered, round.dialogue, member.id, round.id).has:
        return Gone(Outcome.CANCELLED)
    if not round.is_open(now):
        return Gone(Outcome.EXPIRED_TOLD, _told(delivery, now, "post_planned-expired", Action.SHOW_ROUND))
    return None


def _listed(delivery: Delivery, now: datetime) -> Gone:
    """Let it stand in the member's list instead: they see it under the next reply, and when they look."""
    if delivery.occasion is Occasion.DIGEST:
        return Gone(Outcome.CANCELLED)
    return Gone(Outcome.DELIVERED, _told(delivery, now, "post_planned-told", Action.CONTRIBUTE))


def _told(delivery: Delivery, now: datetime, key: str, action: Action) -> Waiting | None:
    if delivery.occasion is Occasion.DIGEST:
        return None
    return Waiting(
        id=WaitingId(delivery.post),
        dialogue=delivery.dialogue,
        member=delivery.recipient,
        phrase=Phrase(key, {"question": Quote(delivery.about, Part.QUESTION)}),
        action=action,
        subject=delivery.about,
        made_at=now,
    )


def _marked_late(ready: Ready, delivery: Delivery, now: datetime) -> Ready:
    """Say that it comes late, where it does, and when it was meant to come."""
    if delivery.meant_for is None or now - delivery.meant_for <= LATE:
        return ready
    late = Message(Phrase("post_planned-late", {"due": delivery.meant_for}))
    return replace(ready, message=replace(ready.message, below=(*ready.message.below, late)))

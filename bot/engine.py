"""The way through: let an event in, let its action decide, keep what follows, answer."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from bot.acts import ACTS
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.members import Member
from bot.dialogue.places import Account, Community
from bot.dialogue.rhythm import Outcome
from bot.dialogue.tickets import Action, Ticket
from bot.doorkeeper import NotJoined, WhichRound, admit, admit_moment
from bot.errors import NotFound, Refusal, StaleState
from bot.filing import Filing, WrittenFile
from bot.from_message import follow, read_asked
from bot.news import heed
from bot.ports import Delivery, Store, Work
from bot.preparing import Preparing
from bot.speech.asking import Asking, House
from bot.speech.effects import Answer, Effects, Prepared, Ready, Reply, Say, SendFile, Silence
from bot.speech.events import (
    Asked,
    CameDue,
    ChoicePicked,
    CommandGiven,
    Event,
    FormSubmitted,
    Mirrored,
    News,
    TextWritten,
)
from bot.speech.messages import Choice, Message
from bot.speech.phrasebook import Phrasebook, Words
from bot.wording import phrases_in, phrases_of, words_for
from bot.words import Phrase

ATTEMPTS = 3
GLIMPSE = 40
"""So many characters tell a person which question or which text is meant."""


class Engine:
    """Turns events into answers, and posts into words."""

    def __init__(self, store: Store, phrasebook: Phrasebook, house: House) -> None:
        self._store = store
        self._phrasebook = phrasebook
        self._house = house
        self._preparing = Preparing(store, phrasebook, house)

    def handle(self, event: Event) -> Answer:
        """
        Handle one event and return what to answer.

        Deciding has no side effect, so when somebody was quicker the step is simply taken again.

        Raises:
            StaleState: Even the last attempt came too late.
        """
        for _ in range(ATTEMPTS - 1):
            with suppress(StaleState):
                return self.handle_all([event])[0]
        return self.handle_all([event])[0]

    def handle_all(self, events: Sequence[Event]) -> list[Answer]:
        """
        Decide and keep each event in turn, in one transaction with one commit.

        Raises:
            StaleState: Somebody was quicker; nothing of the batch is kept.
        """
        with self._store.batch(events) as batch:
            return [self._handle(event, batch.work(event.community)) for event in events]

    def reads_only(self, event: Event) -> bool:
        """Whether the event asks only to see something, so that it needs no place in the writer's queue."""
        return isinstance(event, CommandGiven | ChoicePicked) and ACTS[event.ticket.action].reads

    def may_open_form(self, event: Event) -> bool:
        """Whether the answer may be a form, which some platforms take as the very first answer only."""
        return isinstance(event, CommandGiven | ChoicePicked) and ACTS[event.ticket.action].sent is not None

    def show(self, event: Event) -> Answer:
        """Answer an event that only asks to see something, from a short read of its own."""
        with self._store.reading(event.community) as work:
            effects, asking = self._decide_or_refuse(event, work)
            return self._answer(effects, asking, work, event)

    def draw(self, delivery: Delivery) -> Ready | None:
        """Return a post with its words as they may be shown at this moment; nothing: take it down."""
        return self._preparing.draw(delivery)

    def prepare(self, delivery: Delivery, now: datetime) -> Prepared:
        """Return a post that may go out now with its words, or until when it waits, or how it ended."""
        return self._preparing.prepare(delivery, now)

    def write_file(self, order: SendFile, event: Event) -> WrittenFile:
        """Return the file that a reply hands over; everything for it is read first."""
        return Filing(self._store, self._phrasebook).write(order, event)

    def sorry(self, reference: str) -> Answer:
        """Return the answer for a fault of ours: nothing was kept, and how to report it."""
        phrase = Phrase("general-sorry", {"reference": reference})
        return Answer(Say(Message(phrase)), words_for((), self._phrasebook, None, None, None))

    def cannot_keep(self, event: Event) -> Answer:
        """Return the answer while nothing can be kept: that it was not, with the person's own words."""
        reply = Say(Message(Phrase("general-cannot-keep"), (), _own_text(event)))
        return Answer(reply, words_for(phrases_of(reply), self._phrasebook, None, None, None))

    def communities_of(self, platform: str, account: str) -> tuple[Community, ...]:
        """Return where on a platform this account takes part, for a message that does not say so."""
        return self._store.communities_of(platform, account)

    def presence(self, platform: str) -> Mapping[Community, bool]:
        """Return the communities of a platform with dialogues, and whether the bot is there."""
        return self._store.presence(platform)

    def where_written(self, platform: str, message: str) -> Community | None:
        """Return the community in which a message became a contribution; nothing where it did not."""
        return self._store.where_written(platform, message)

    def dialogues_of(self, account: Account) -> tuple[Dialogue, ...]:
        """Return the open dialogues in which an account takes part, for whoever asks from no channel."""
        with self._store.reading(account.community) as work:
            return work.dialogues_of(account)

    def prompts(self) -> tuple[tuple[str, str], ...]:
        """Return the questions of the library: the id of each, and what it is about."""
        return tuple((prompt.id, prompt.what) for prompt in self._house.library.prompts)

    @property
    def phrasebook(self) -> Phrasebook:
        """Our words, for what a platform shows before anybody asks."""
        return self._phrasebook

    def plain_words(self) -> Words:
        """Return words for what needs no dialogue, such as the labels of a page."""
        return words_for((), self._phrasebook, None, None, None)

    def _handle(self, event: Event, work: Work) -> Answer:
        if work.has_handled(event):
            return self._answer(Effects(reply=Silence()), None, work, event)
        if isinstance(event, CameDue) and event.planned:
            event = work.still_planned(event)
            if not event.planned:
                return self._answer(Effects(reply=Silence()), None, work, event)
        effects, asking = self._decide_or_refuse(event, work)
        dialogue = asking.dialogue.id if asking and asking.dialogue else None
        work.keep(event, effects, dialogue, asking.member.id if asking and asking.member else None)
        return self._answer(effects, asking, work, event)

    def _decide_or_refuse(self, event: Event, work: Work) -> tuple[Effects[Reply], Asking | None]:
        asking: Asking | None = None
        if isinstance(event, News):
            return heed(event, work), None
        try:
            asked = read_asked(event, work)
            subject, asking = self._let_in(asked, work)
            return follow(_do(asked, subject, asking), event, asking), asking
        except WhichRound as which:
            message = Message(which.phrase, _round_choices(which), _own_text(event))
        except NotJoined as refusal:
            join = Choice(Phrase("join-choice"), Ticket(Action.JOIN, refusal.dialogue))
            message = Message(refusal.phrase, (join,), _own_text(event))
        except Refusal as refusal:
            message = Message(refusal.phrase, (), _own_text(event))
        if isinstance(event, Mirrored):
            return Effects(reply=Silence()), asking
        if isinstance(event, CameDue):
            return Effects(reply=Silence(), outcome=Outcome.CANCELLED if event.planned else None), asking
        return Effects(reply=Say(message)), asking

    def _let_in(self, event: Asked | CameDue, work: Work) -> tuple[object, Asking]:
        act = ACTS[event.ticket.action]
        if isinstance(event, CameDue):
            return admit_moment(event, act, act.due_loads, self._house, work)
        loads = act.sent_loads if isinstance(event, FormSubmitted) else act.asked_loads
        return admit(event, act, loads, self._house, work)

    def _answer(self, effects: Effects[Reply], asking: Asking | None, work: Work, event: Event) -> Answer:
        dialogue, member = (asking.dialogue, asking.member) if asking else (None, None)
        member = _as_kept(effects, member)
        is_open = isinstance(event, TextWritten) and not event.is_direct  # others may read what goes back
        waiting = () if is_open else self._waiting(effects, member, work)
        phrases = [*phrases_of(effects.reply), *(p for message in waiting for p in phrases_in(message))]
        words = words_for(phrases, self._phrasebook, work, dialogue, member)
        return Answer(effects.reply, words, waiting)

    def _waiting(self, effects: Effects[Reply], member: Member | None, work: Work) -> tuple[Message, ...]:
        if member is None or not effects.keep or not isinstance(effects.reply, Say):
            return ()
        return tuple(
            Message(
                waiting.phrase,
                (
                    Choice(
                        Phrase(f"show_mine-{waiting.action}-choice"), Ticket(waiting.action, waiting.subject)
                    ),
                ),
            )
            for waiting in work.untold(member.id)
        )


def _do(event: Asked | CameDue, subject: object, asking: Asking) -> Effects[Reply]:
    act = ACTS[event.ticket.action]
    if isinstance(event, CameDue) and act.due:
        return act.due(subject, asking, event)
    if isinstance(event, FormSubmitted) and act.sent:
        return act.sent(subject, asking, event)
    if isinstance(event, CommandGiven | ChoicePicked) and act.asked:
        return act.asked(subject, asking, event)
    raise NotFound(Phrase("refusals-button"))


def _as_kept(effects: Effects[Reply], member: Member | None) -> Member | None:
    kept = (thing for thing in effects.keep if isinstance(thing, Member))
    return next((m for m in kept if member is None or m.id == member.id), member)


def _round_choices(which: WhichRound) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            Phrase("refusals-round-choice", {"number": round.number, "question": round.question[:GLIMPSE]}),
            Ticket(which.ticket.action, round.id, which.ticket.choice),
        )
        for round in which.rounds[:10]
    )


def _own_text(event: Event) -> tuple[Message, ...]:
    """Give a person's words back: what was refused is stored nowhere (`house.md` 8.2)."""
    texts: list[str] = []
    if isinstance(event, FormSubmitted):
        texts = [text for text in event.answers.values() if len(text) > GLIMPSE]
    elif isinstance(event, TextWritten):
        texts = [event.text]
    return tuple(Message(Phrase("general-own-text", {"text": text})) for text in texts)

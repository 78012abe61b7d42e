"""Why people said they are here, then and now: one's own for oneself, others' as they were shared."""

from collections.abc import Iterator

from bot.actions.show_record import open_choice
from bot.actions.show_round import Sight, entry_phrase, sight_of
from bot.dialogue.contributions import ContributionState
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.evidence import is_evidence
from bot.dialogue.excerpts import Entry
from bot.dialogue.framework import Mechanism
from bot.dialogue.record import Record
from bot.dialogue.renewals import Renewal
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.speech.renewing import because_message, then_and_now
from bot.words import Part, Phrase, Quote

SHOWN = 30


def show_intentions(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show each person's own first and newest words beside each other, then what others shared.

    Raises:
        NotFound: The button asks for something else.
    """
    if event.ticket.choice:
        raise NotFound(Phrase("refusals-button"))
    sight = sight_of(asking, event)
    shared = [message for renewal in sight.excerpt.mirror.renewals for message in _shared(renewal, sight)]
    heading = Phrase("show_intentions-all", {"title": Quote(dialogue.id, Part.TITLE)})
    below = (*_own(asking, sight), *_group(shared, sight))
    return Effects(reply=Say(Message(heading, (), below)))


def _own(asking: Asking, sight: Sight) -> Iterator[Message]:
    """Show the reader what they wrote first and last, whatever name they wrote it under."""
    record = asking.loaded(Record)
    about = {round.id for round in record.rounds if round.mechanism is Mechanism.INTENTIONS}
    own = [
        entry
        for entry in sight.excerpt.entries()
        if entry.is_own and entry.round in about and entry.bodies and entry.state is ContributionState.LIVE
    ]
    made_at = {contribution.id: contribution.made_at for contribution in record.contributions}
    own.sort(key=lambda entry: made_at[entry.id])
    if not own:
        return
    yield Message(Phrase("show_intentions-yours"))
    if len(own) == 1:
        yield Message(Phrase("show_intentions-once", {"body": Quote(own[0].id)}))
    else:
        yield from then_and_now(own[0].id, own[-1].id)


def _group(shared: list[Message], sight: Sight) -> Iterator[Message]:
    if shared:
        yield Message(Phrase("show_intentions-shared"))
        yield from shared[-SHOWN:]
        return
    current = list(_current(sight))[-SHOWN:]
    if current:
        yield Message(Phrase("show_intentions-list"))
    for entry in current:
        yield Message(entry_phrase(entry, sight), (open_choice(entry),))


def _current(sight: Sight) -> Iterator[Entry]:
    """Return what people said, while nobody has said it anew."""
    for part in sight.excerpt.rounds:
        if part.round.mechanism is Mechanism.INTENTIONS:
            yield from (entry for entry in part.entries if is_evidence(entry))


def _shared(renewal: Renewal, sight: Sight) -> Iterator[Message]:
    now = sight.entries[renewal.id]
    if renewal.earlier is not None:
        values = {"author": Quote(now.id, Part.AUTHOR)}
        pair = tuple(then_and_now(renewal.earlier, now.id))
        why = (because_message(renewal.because_of),) if renewal.because_of else ()
        yield Message(Phrase("show_intentions-of", values), (open_choice(now),), (*pair, *why))
    elif renewal.because_of is not None:
        yield Message(entry_phrase(now, sight), (open_choice(now),), (because_message(renewal.because_of),))

"""What became of what was said: one's own first, then of all, with what nobody has answered yet."""

from collections.abc import Iterator

from bot.actions.show_record import is_facilitator, open_choice
from bot.actions.show_round import Sight, entry_phrase, sight_of
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.evidence import is_evidence
from bot.dialogue.fates import fates_in, unanswered
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.fated import commitment_message, fate_messages, note_message
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote

SHOWN = 20


def show_follow_up(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show what became of the reader's words, then everybody's, the commitments, and what is still open.

    Raises:
        NotFound: The button asks for something else.
    """
    if event.ticket.choice:
        raise NotFound(Phrase("refusals-button"))
    sight = sight_of(asking, event)
    heading = Phrase("show_follow_up-all", {"title": Quote(dialogue.id, Part.TITLE)})
    below = (*_own(sight), *_told(sight), *_commitments(sight, asking), *_open(sight, asking))
    return Effects(reply=Say(Message(heading, tuple(_choices(dialogue, asking)), below)))


def _own(sight: Sight) -> Iterator[Message]:
    own = [entry for entry in sight.excerpt.entries() if entry.is_own and is_evidence(entry)][-SHOWN:]
    if not own:
        return
    fates = fates_in(sight.excerpt)
    yield Message(Phrase("show_follow_up-yours"))
    for entry in own:
        told = tuple(fate_messages(fates.get(entry.id, ()), sight.day))
        below = told or (Message(Phrase("show_follow_up-nobody-yet")),)
        yield Message(entry_phrase(entry, sight), (open_choice(entry),), below)


def _told(sight: Sight) -> Iterator[Message]:
    notes = sight.excerpt.mirror.change_notes[-SHOWN:]
    if notes:
        yield Message(Phrase("show_follow_up-notes"))
    for note in notes:
        yield note_message(note, sight.day)


def _commitments(sight: Sight, asking: Asking) -> Iterator[Message]:
    commitments = sight.excerpt.mirror.commitments[-SHOWN:]
    if commitments:
        yield Message(Phrase("show_follow_up-commitments"))
    for seen in commitments:
        may = asking.me.has_voice and (is_facilitator(asking) or seen.commitment.member == asking.me.id)
        yield commitment_message(seen.commitment, sight.day, may_settle=may)


def _open(sight: Sight, asking: Asking) -> Iterator[Message]:
    """Show what nobody has answered; how many there are is no mark for anybody."""
    waiting = unanswered(sight.excerpt)
    yield Message(Phrase("show_follow_up-open", {"count": len(waiting)}))
    for entry in waiting[:SHOWN]:
        choices = [open_choice(entry)]
        if is_facilitator(asking):
            ticket = Ticket(Action.FOLLOW_UP, asking.here.id, str(entry.number))
            choices.append(Choice(Phrase("follow_up-one-choice"), ticket))
        yield Message(entry_phrase(entry, sight), tuple(choices))


def _choices(dialogue: Dialogue, asking: Asking) -> Iterator[Choice]:
    if is_facilitator(asking):
        yield Choice(Phrase("follow_up-choice"), Ticket(Action.FOLLOW_UP, dialogue.id))
    if asking.me.has_voice:
        yield Choice(Phrase("commit-choice"), Ticket(Action.COMMIT, dialogue.id))

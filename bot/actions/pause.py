"""Send a member nothing for a while, or until they say otherwise; what needs them waits in their list."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.members import Member
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_time
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Phrase

FOR_GOOD = datetime(9000, 1, 1, tzinfo=UTC)
"""A pause without an end: until the member says otherwise."""
LENGTHS = {"week": timedelta(days=7), "month": timedelta(days=30)}


def pause(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Pause, stop or go on; without a word, show how it is now and what can be chosen.

    Raises:
        Unreadable: What was typed is no time.
        NotFound: The button asks for something else.
    """
    typed = event.options.get("until", "") if isinstance(event, CommandGiven) else ""
    if typed:
        zone = ZoneInfo(asking.me.zone or dialogue.zone)
        return _until(read_time(typed, event.at, zone), asking.me, event.at)
    match event.ticket.choice:
        case "":
            return Effects(reply=Say(_shown(asking.me, dialogue, event.at)))
        case "stop":
            return _until(FOR_GOOD, asking.me, event.at)
        case "again":
            return _until(None, asking.me, event.at)
        case length if length in LENGTHS:
            return _until(event.at + LENGTHS[length], asking.me, event.at)
        case _:
            raise NotFound(Phrase("refusals-button"))


def _until(until: datetime | None, member: Member, now: datetime) -> Effects[Reply]:
    paused = replace(member, paused_until=until)
    return Effects(keep=(paused,), reply=Say(Message(_phrase(paused, now))))


def _phrase(member: Member, now: datetime) -> Phrase:
    if member.paused_until is None or member.paused_until <= now:
        return Phrase("pause-over")
    if member.paused_until == FOR_GOOD:
        return Phrase("pause-stopped")
    return Phrase("pause-until", {"until": member.paused_until})


def _shown(member: Member, dialogue: Dialogue, now: datetime) -> Message:
    is_paused = member.paused_until is not None and member.paused_until > now
    words = ("again",) if is_paused else ("week", "month", "stop")
    choices = tuple(
        Choice(Phrase(f"pause-{word}-choice"), Ticket(Action.PAUSE, dialogue.id, word)) for word in words
    )
    return Message(_phrase(member, now), choices, (Message(Phrase("pause-typed")),))

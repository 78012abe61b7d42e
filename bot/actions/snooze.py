"""Ask a member about an open question once more tomorrow, because they said so."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.rhythm import Occurrence, occurrence_id
from bot.dialogue.rounds import Round
from bot.dialogue.tickets import Action, Ticket
from bot.errors import RoundClosed
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.words import Phrase


def snooze(round: Round, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Plan it for the end of the member's quiet hours tomorrow, if the question is still open then.

    Raises:
        RoundClosed: It is not open, or closes before that.
    """
    round.require_open(event.at)
    me = asking.me
    zone = me.zone or asking.here.zone
    tomorrow = event.at.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    again = Occurrence(
        id=occurrence_id(f"later-{round.id}", tomorrow, me.id),
        dialogue=round.dialogue,
        ticket=Ticket(Action.REMIND, round.id),
        day=tomorrow,
        time=me.quiet.end,
        zone=zone,
        recipient=me.id,
    )
    if again.due >= round.closes_at:
        raise RoundClosed(Phrase("snooze-closes-before", {"closes": round.closes_at}))
    return Effects(keep=(again,), reply=Say(Message(Phrase("snooze-done", {"due": again.due}))))

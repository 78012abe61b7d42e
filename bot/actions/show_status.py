"""How things stand, in plain words for whoever facilitates: what waits, what failed, what comes next."""

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.standing import Health
from bot.dialogue.tickets import Action, Ticket
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Phrase, Value


def show_status(dialogue: Dialogue, asking: Asking, _event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Say it in sentences; nobody is named, and nobody's silence is counted."""
    health = asking.loaded(Health)
    comes = Phrase("show_status-nothing-planned")
    if health.next_due:
        comes = Phrase("show_status-next", {"due": health.next_due})
    counts: dict[str, Value] = {
        "waiting": health.waiting,
        "stuck": health.stuck,
        "unreachable": health.unreachable,
    }
    plan = Choice(Phrase("show_plan-choice"), Ticket(Action.SHOW_PLAN, dialogue.id))
    facts = Choice(Phrase("show_status-facts-choice"), Ticket(Action.FINISH_START, dialogue.id))
    about = Phrase("show_status-about", {"zone": dialogue.zone, "language": dialogue.language})
    parts = (comes, Phrase("show_status-posts", counts), Phrase("show_status-people", counts))
    return Effects(reply=Say(Message(about, (plan, facts), tuple(map(Message, parts)))))

"""Say hello to whoever asks."""

from bot.dialogue.dialogues import Dialogue
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.words import Phrase


def greet(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Greet the member by name; nothing is kept."""
    return Effects(
        reply=Say(Message(Phrase("greet-hello", {"name": asking.me.name, "title": dialogue.title})))
    )

"""Erase a dialogue thirty days after the bot was removed; or tell that it is back, and nothing is erased."""

from bot.dialogue.absences import BACK, Away
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.standing import Facilitators
from bot.dialogue.tickets import Action
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Silence
from bot.speech.events import CameDue
from bot.speech.telling import tell_all
from bot.words import Part, Phrase, Quote


def end_retention(dialogue: Dialogue, asking: Asking, event: CameDue) -> Effects[Silence]:
    """Delete the dialogue with everything in it, if the bot is away still."""
    away = asking.loaded(Away)
    if event.ticket.choice == BACK:
        return _tell(dialogue, asking, event, away)
    return Effects(reply=Silence(), delete_dialogue=dialogue.id if away.lasts else None)


def _tell(dialogue: Dialogue, asking: Asking, event: CameDue, away: Away) -> Effects[Silence]:
    if away.absence is None:
        return Effects(reply=Silence())
    phrase = Phrase(
        "end_retention-back", {"title": Quote(dialogue.id, Part.TITLE), "since": away.absence.left_at}
    )
    facilitators = asking.loaded(Facilitators).members
    return Effects(
        reply=Silence(),
        tell=tell_all(event.seed, facilitators, phrase, Action.SHOW_PLAN, dialogue.id),
    )

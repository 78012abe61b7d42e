"""What a platform tells that nobody asked for: the bot was removed, or it is back."""

from dataclasses import replace

from bot.dialogue.absences import Absence, Away, Held
from bot.identifiers import DialogueId
from bot.ports import Work
from bot.speech.effects import Effects, Silence
from bot.speech.events import CommunityLeft, News

NOWHERE = DialogueId("")
"""It is about no dialogue in particular."""


def heed(event: News, work: Work) -> Effects[Silence]:
    """Return what follows, which is nothing where it was known already."""
    held = work.load(Held, NOWHERE, None, "")
    absence = work.load(Away, NOWHERE, None, "").absence
    is_away = absence is not None and absence.lasts
    if isinstance(event, CommunityLeft):
        return Effects(reply=Silence()) if is_away or not held.dialogues else _leave(event, held, absence)
    return _come_back(event, held, absence) if absence and absence.lasts else Effects(reply=Silence())


def _leave(event: CommunityLeft, held: Held, before: Absence | None) -> Effects[Silence]:
    """Note since when the bot is away, and plan when each dialogue is erased."""
    absence = Absence.begun(event.community, event.at)
    absence = replace(absence, version=before.version if before else 0)
    erasing = (absence.erasing(dialogue) for dialogue in held.dialogues)
    return Effects(reply=Silence(), keep=(absence, *erasing))


def _come_back(event: News, held: Held, absence: Absence) -> Effects[Silence]:
    """Let everything go on; nothing is erased, and whoever runs a dialogue learns of the gap."""
    back = replace(absence, back_at=event.at)
    return Effects(
        reply=Silence(),
        keep=(back, *(absence.welcome(dialogue, event.at) for dialogue in held.dialogues)),
        cancel=tuple(absence.erasing_id(dialogue) for dialogue in held.dialogues),
    )

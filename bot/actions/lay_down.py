"""Let a plan count: its first occurrences are planned, for the place or for each member."""

from dataclasses import replace
from datetime import datetime

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.members import Member
from bot.dialogue.rhythm import NOBODY, Audience, Occurrence, Schedule, coming_for
from bot.dialogue.standing import Everybody, Schedules
from bot.dialogue.tickets import Action
from bot.errors import NotAllowed, NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Deed, Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.words import Phrase

PROMPTS_A_DAY = 3
"""More than this a day for each member is no dialogue (`promises.md` B16)."""


def lay_down(schedule: Schedule, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Plan the first occurrences, or drop the preview.

    Raises:
        NotFound: It was laid down or dropped already, or the button asks for something else.
        NotAllowed: It would be too many posts a day.
        DialogueClosed: The dialogue has ended.
    """
    asking.here.require_open()
    if schedule.number or schedule.ended_at is not None:
        raise NotFound(Phrase("lay_down-already"))
    if event.ticket.choice == "no":
        dropped = replace(schedule, ended_at=event.at)
        return Effects(keep=(dropped,), reply=Say(Message(Phrase("lay_down-dropped"))))
    if event.ticket.choice != "yes":
        raise NotFound(Phrase("refusals-button"))
    running = asking.loaded(Schedules).schedules
    if len([each for each in running if each.action is Action.POST_PLANNED]) >= 7 * PROMPTS_A_DAY:
        raise NotAllowed(Phrase("lay_down-too-many", {"most": PROMPTS_A_DAY}))
    numbered = replace(schedule, number=1 + max((each.number for each in running), default=0))
    planned = first_of(numbered, asking.here, asking.loaded(Everybody).members, event.at)
    if not planned:
        raise NotFound(Phrase("lay_down-over"))
    soonest = min(planned, key=lambda occurrence: occurrence.due)
    return Effects(
        keep=(numbered, *planned),
        reply=Say(Message(Phrase("lay_down-done", {"first": soonest.due, "number": numbered.number}))),
        deed=Deed(action=Action.PLAN, target=schedule.id),
    )


def first_of(
    schedule: Schedule, dialogue: Dialogue, members: tuple[Member, ...], now: datetime
) -> tuple[Occurrence, ...]:
    """Return the first occurrence for the place, or for each member who takes part."""
    if schedule.audience is Audience.PLACE:
        first = schedule.first_for(NOBODY, dialogue.zone, now)
        return (first,) if first else ()
    return tuple(
        occurrence for member in members for occurrence in coming_for(member, dialogue.zone, (schedule,), now)
    )

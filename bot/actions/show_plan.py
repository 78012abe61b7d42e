"""What is coming, each time in the zone of whoever reads it; facilitators can move, skip and end it."""

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.members import Role
from bot.dialogue.rhythm import NOBODY, Occurrence, Schedule
from bot.dialogue.standing import Coming, Rounds, Schedules
from bot.dialogue.tickets import Action, Ticket
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.planned import rhythm_phrase
from bot.words import Part, Phrase, Quote, Value

SHOWN = 12


def show_plan(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Show what is planned for the place and for the reader, the soonest first, then what closes."""
    schedules = {each.id: each for each in asking.loaded(Schedules).schedules}
    coming = [each for each in asking.loaded(Coming).occurrences if each.schedule in schedules]
    runs_it = asking.me.role is Role.FACILITATOR and not asking.me.has_left
    parts = [_planned(each, schedules[each.schedule], is_editable=runs_it) for each in coming[:SHOWN]]
    closing = [
        Message(Phrase("show_plan-closes", {"number": round.number, "closes": round.closes_at}))
        for round in asking.loaded(Rounds).open_at(event.at)
    ]
    pause = Choice(Phrase("pause-choice"), Ticket(Action.PAUSE, dialogue.id))
    key = "show_plan-coming" if parts or closing else "show_plan-nothing"
    flow = Choice(Phrase("use_flow-choice"), Ticket(Action.USE_FLOW, dialogue.id))
    choices = (flow, pause) if runs_it else (pause,)
    return Effects(reply=Say(Message(Phrase(key), choices, (*parts, *closing))))


def _planned(occurrence: Occurrence, schedule: Schedule, *, is_editable: bool) -> Message:
    values: dict[str, Value] = {
        "number": schedule.number,
        "due": occurrence.due,
        "question": Quote(schedule.subject, Part.QUESTION) if schedule.subject else Phrase("digest-name"),
        "rhythm": rhythm_phrase(schedule),
        "whom": Phrase(f"plan-{schedule.audience}-short"),
    }
    key = "show_plan-mine" if occurrence.recipient != NOBODY else "show_plan-place"
    return Message(Phrase(key, values), _changes(occurrence, schedule) if is_editable else ())


def _changes(occurrence: Occurrence, schedule: Schedule) -> tuple[Choice, ...]:
    day = occurrence.day.isoformat()
    words = [("move", f"move-{day}"), ("skip", f"skip-{day}"), ("end", "end")]
    if schedule.flow:
        words.append(("flow", "flow"))
    return tuple(
        Choice(
            Phrase(f"change_plan-{word}-choice", {"number": schedule.number}),
            Ticket(Action.CHANGE_PLAN, schedule.id, choice),
        )
        for word, choice in words
    )

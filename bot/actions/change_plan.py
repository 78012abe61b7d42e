"""Move one time of something that returns, skip it, end it, or move a whole flow by some days."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.lay_down import first_of
from bot.dialogue.local_time import moment_of
from bot.dialogue.rhythm import Occurrence, Schedule
from bot.dialogue.standing import Coming, Everybody, Schedules
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_time
from bot.errors import NotFound, Refusal, Unreadable
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, Move, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, Form, Message
from bot.words import Phrase

TO, BY_DAYS = "to", "by_days"
MOST_DAYS = 60


def offer_change(schedule: Schedule, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form for moving; skip or end at once.

    Raises:
        NotFound: It has come or ended already, or the button asks for something else.
    """
    _require_running(schedule)
    word, _, day = event.ticket.choice.partition("-")
    match word:
        case "move":
            return Effects(reply=OpenForm(_form(schedule, _planned_on(day, schedule, asking))))
        case "flow" if schedule.flow:
            return Effects(reply=OpenForm(_flow_form(schedule)))
        case "skip":
            return _skip(schedule, _planned_on(day, schedule, asking).day)
        case "end":
            return _end(schedule, event.at)
        case _:
            raise NotFound(Phrase("refusals-button"))


def change_plan(schedule: Schedule, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Move one time for everybody, each at their own clock, or all that is left of a flow.

    Raises:
        NotFound: It has come or ended already.
    """
    _require_running(schedule)
    if event.ticket.choice == "flow":
        return _move_flow(schedule, asking, event)
    planned = _planned_on(event.ticket.choice.partition("-")[2], schedule, asking)
    try:
        to = _read_to(event.answers.get(TO, ""), planned, schedule, asking, event.at)
    except Refusal as refusal:
        return Effects(reply=RejectForm(_form(schedule, planned), {TO: refusal.phrase}, event.answers))
    move = Move(schedule=schedule.id, day=planned.day, to=to.date(), at=to.time())
    return Effects(
        move=move,
        reply=Say(
            Message(Phrase("change_plan-moved", {"number": schedule.number, "to": f"{to:%Y-%m-%d %H:%M}"}))
        ),
        deed=Deed(action=Action.CHANGE_PLAN, target=schedule.id),
    )


def _read_to(typed: str, planned: Occurrence, schedule: Schedule, asking: Asking, now: datetime) -> datetime:
    """Read a local day and time: what is typed is meant for everybody's own clock."""
    zone = ZoneInfo(asking.here.zone)
    to = read_time(typed, now, zone).astimezone(zone)
    following = schedule.cadence.next_day(schedule.begins, planned.day)
    if following is not None and to.date() >= following:
        raise Unreadable(Phrase("change_plan-too-late", {"following": following.isoformat()}))
    if moment_of(to.date(), to.time(), ZoneInfo("Pacific/Kiritimati")) <= now:
        raise Unreadable(Phrase("change_plan-past-somewhere", {"typed": typed}))
    return to


def _skip(schedule: Schedule, day: date) -> Effects[Reply]:
    return Effects(
        move=Move(schedule=schedule.id, day=day, to=None),
        reply=Say(
            Message(Phrase("change_plan-skipped", {"day": day.isoformat(), "number": schedule.number}))
        ),
        deed=Deed(action=Action.CHANGE_PLAN, target=schedule.id),
    )


def _end(schedule: Schedule, now: datetime) -> Effects[Reply]:
    ended = replace(schedule, ended_at=now)
    return Effects(
        keep=(ended,),
        ended=(schedule.id,),
        reply=Say(Message(Phrase("change_plan-ended", {"number": schedule.number}))),
        deed=Deed(action=Action.CHANGE_PLAN, target=schedule.id),
    )


def _move_flow(schedule: Schedule, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    typed = event.answers.get(BY_DAYS, "").strip()
    if not typed.removeprefix("-").isdecimal() or not 0 < abs(int(typed)) <= MOST_DAYS:
        problem = Phrase("change_plan-no-days", {"typed": typed, "most": MOST_DAYS})
        return Effects(reply=RejectForm(_flow_form(schedule), {BY_DAYS: problem}, event.answers))
    coming = {each.schedule for each in asking.loaded(Coming).occurrences}
    together = [
        each
        for each in asking.loaded(Schedules).schedules
        if each.flow == schedule.flow and each.id in coming
    ]
    moved = [replace(each, begins=each.begins + timedelta(days=int(typed))) for each in together]
    members = asking.loaded(Everybody).members
    planned = [each for one in moved for each in first_of(one, asking.here, members, event.at)]
    return Effects(
        keep=(*moved, *planned),
        ended=tuple(each.id for each in together),
        reply=Say(Message(Phrase("change_plan-flow-moved", {"count": len(moved), "days": int(typed)}))),
        deed=Deed(action=Action.CHANGE_PLAN, target=schedule.id),
    )


def _require_running(schedule: Schedule) -> None:
    if schedule.ended_at is not None or not schedule.number:
        raise NotFound(Phrase("change_plan-over"))


def _planned_on(day: str, schedule: Schedule, asking: Asking) -> Occurrence:
    for occurrence in asking.loaded(Coming).occurrences:
        if occurrence.schedule == schedule.id and occurrence.day.isoformat() == day:
            return occurrence
    raise NotFound(Phrase("change_plan-over"))


def _form(schedule: Schedule, planned: Occurrence) -> Form:
    hint = Phrase("change_plan-to-hint")
    return Form(
        title=Phrase("change_plan-title"),
        ticket=Ticket(Action.CHANGE_PLAN, schedule.id, f"move-{planned.day.isoformat()}"),
        intro=(Phrase(f"change_plan-intro-{schedule.audience}"),),
        fields=(Field(id=TO, label=Phrase("change_plan-to-field"), hint=hint, most=60),),
        values={TO: f"{planned.moved_to or planned.day} {planned.time:%H:%M}"},
    )


def _flow_form(schedule: Schedule) -> Form:
    return Form(
        title=Phrase("change_plan-flow-title"),
        ticket=Ticket(Action.CHANGE_PLAN, schedule.id, "flow"),
        intro=(Phrase("change_plan-flow-intro"),),
        fields=(Field(id=BY_DAYS, label=Phrase("change_plan-by_days-field"), most=3),),
        values={BY_DAYS: "7"},
    )

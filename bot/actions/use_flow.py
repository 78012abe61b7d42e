"""Lay down a flow in one step: its questions with their days; each can be moved alone, or all as one."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.actions.lay_down import first_of
from bot.dialogue.cadence import Cadence
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.flows import Flow, Step
from bot.dialogue.local_time import moment_of
from bot.dialogue.rhythm import Audience, Occurrence, Schedule
from bot.dialogue.rounds import DEFAULT_REVEAL, Round
from bot.dialogue.standing import Everybody, Schedules
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_time
from bot.errors import NotFound, Refusal
from bot.identifiers import RoundId, ScheduleId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Phrase

FLOW, BEGINS, AUDIENCE = "flow", "begins", "audience"


def offer_flow(dialogue: Dialogue, asking: Asking, _event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form: which flow, from which day on, for whom.

    Raises:
        DialogueClosed: It has ended.
    """
    dialogue.require_open()
    return Effects(reply=OpenForm(_form(dialogue, asking)))


def use_flow(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Plan every question of the flow that is still to come.

    Raises:
        DialogueClosed: It has ended.
        NotFound: Every one of its days has passed.
    """
    dialogue.require_open()
    flow = asking.house.flows.get(event.answers.get(FLOW, ""))
    try:
        begins = read_time(event.answers.get(BEGINS, ""), event.at, ZoneInfo(dialogue.zone))
    except Refusal as refusal:
        problems = {BEGINS: refusal.phrase}
        return Effects(reply=RejectForm(_form(dialogue, asking), problems, event.answers))
    if flow is None:
        problems = {FLOW: Phrase("use_flow-which")}
        return Effects(reply=RejectForm(_form(dialogue, asking), problems, event.answers))
    first = begins.astimezone(ZoneInfo(dialogue.zone)).date()
    models = [_model(step, number, first, asking, event) for number, step in enumerate(flow.steps)]
    last = max((each.number for each in asking.loaded(Schedules).schedules), default=0)
    schedules = [
        replace(_schedule(model, step, flow, asking, event), number=number)
        for number, (model, step) in enumerate(zip(models, flow.steps, strict=True), start=last + 1)
    ]
    members = asking.loaded(Everybody).members
    planned: list[Occurrence] = []
    for schedule in schedules:
        planned += first_of(schedule, dialogue, members, event.at)
    if not planned:
        raise NotFound(Phrase("lay_down-over"))
    plan = Choice(Phrase("show_plan-choice"), Ticket(Action.SHOW_PLAN, dialogue.id))
    said = Phrase("use_flow-done", {"title": flow.title, "count": len(schedules)})
    return Effects(
        keep=(*models, *schedules, *planned),
        reply=Say(Message(said, (plan,))),
        deed=Deed(action=Action.USE_FLOW, target=dialogue.id),
    )


def _model(step: Step, number: int, first: date, asking: Asking, event: FormSubmitted) -> Round:
    """Return the model of one question; it closes for nobody, since only its copies are put."""
    prompt = asking.house.library.get(step.prompt)
    if prompt.mechanism is None or prompt.theme is None:
        raise NotFound(Phrase("refusals-no-prompt", {"id": step.prompt}))
    dialogue = asking.here
    return Round(
        id=RoundId(new_id(event.seed, f"model {number}")),
        dialogue=dialogue.id,
        place=dialogue.place,
        number=0,
        question=prompt.question,
        mechanism=prompt.mechanism,
        theme=prompt.theme,
        prompt=prompt.id,
        reveal=DEFAULT_REVEAL[prompt.mechanism],
        levels=dialogue.levels,
        closes_at=moment_of(step.day_from(first), step.at, ZoneInfo(dialogue.zone)),
    )


def _schedule(model: Round, step: Step, flow: Flow, asking: Asking, event: FormSubmitted) -> Schedule:
    """Return when a question of the flow is put."""
    zone, typed = ZoneInfo(asking.here.zone), event.answers.get(AUDIENCE, "")
    return Schedule(
        id=ScheduleId(new_id(event.seed, f"schedule of {model.id}")),
        dialogue=asking.here.id,
        number=0,
        action=Action.POST_PLANNED,
        subject=model.id,
        audience=Audience(typed) if typed in set(Audience) else Audience.PLACE,
        cadence=Cadence(),
        time=step.at,
        zone=asking.here.zone,
        begins=model.closes_at.astimezone(zone).date(),
        open_days=step.open_days,
        flow=new_id(event.seed, f"flow {flow.name}"),
        made_at=event.at,
    )


def _form(dialogue: Dialogue, asking: Asking) -> Form:
    flows = tuple(
        Option(flow.name, Phrase("use_flow-option", {"title": flow.title, "count": len(flow.steps)}))
        for flow in asking.house.flows.values()
    )
    audiences = tuple(Option(each, Phrase(f"plan-{each}-option")) for each in Audience)
    one_of, hint = FieldKind.ONE_OF, Phrase("use_flow-begins-hint")
    return Form(
        title=Phrase("use_flow-title"),
        ticket=Ticket(Action.USE_FLOW, dialogue.id),
        intro=(Phrase("use_flow-intro"),),
        fields=(
            Field(id=FLOW, label=Phrase("use_flow-flow-field"), kind=one_of, options=flows),
            Field(id=BEGINS, label=Phrase("use_flow-begins-field"), hint=hint, most=60),
            Field(id=AUDIENCE, label=Phrase("plan-audience-field"), kind=one_of, options=audiences),
        ),
        values={BEGINS: "Monday", AUDIENCE: Audience.PLACE},
    )

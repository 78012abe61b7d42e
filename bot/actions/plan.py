"""Plan a question that returns: how often, for whom, for how long; shown with its times before it counts."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.members import Member
from bot.dialogue.rhythm import NOBODY, Audience, Schedule
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Everybody
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_cadence import Rhythm, read_rhythm
from bot.errors import Refusal, RoundClosed
from bot.identifiers import ScheduleId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.planned import rhythm_phrase
from bot.words import Part, Phrase, Quote, Value

WHEN, AUDIENCE, OPEN_DAYS = "when", "audience", "open_days"
LONGEST_OPEN = 60
ZONES_SHOWN = 8


def offer_plan(round: Round, asking: Asking, _event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form for a question that is still a preview.

    Raises:
        RoundClosed: It was posted or dropped already.
        DialogueClosed: The dialogue has ended.
    """
    asking.here.require_open()
    require_model(round)
    return Effects(reply=OpenForm(_form(round, asking.here)))


def plan(round: Round, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Show what was planned, with the times in each zone, for the facilitator alone.

    Raises:
        RoundClosed: It was posted or dropped already.
    """
    asking.here.require_open()
    require_model(round)
    problems: dict[str, Phrase] = {}
    rhythm = _read_when(event, asking.here, problems)
    open_days = _read_days(event, problems)
    if problems or rhythm is None:
        return Effects(reply=RejectForm(_form(round, asking.here), problems, event.answers))
    typed = event.answers.get(AUDIENCE, "")
    schedule = Schedule(
        id=ScheduleId(new_id(event.seed, "schedule")),
        dialogue=asking.here.id,
        number=0,
        action=Action.POST_PLANNED,
        subject=round.id,
        audience=Audience(typed) if typed in set(Audience) else Audience.PLACE,
        cadence=rhythm.cadence,
        time=rhythm.time,
        zone=asking.here.zone,
        begins=rhythm.begins,
        open_days=open_days,
        made_at=event.at,
    )
    members = asking.loaded(Everybody).members
    return Effects(keep=(schedule,), reply=Say(preview(schedule, asking.here, members, event.at)))


def preview(schedule: Schedule, dialogue: Dialogue, members: Iterable[Member], now: datetime) -> Message:
    """Return what members will see and when, in every zone that somebody lives in."""
    values: dict[str, Value] = {
        "question": Quote(schedule.subject, Part.QUESTION),
        "rhythm": rhythm_phrase(schedule),
        "days": schedule.open_days,
    }
    yes = Choice(Phrase("lay_down-yes-choice"), Ticket(Action.LAY_DOWN, schedule.id, "yes"))
    no = Choice(Phrase("lay_down-no-choice"), Ticket(Action.LAY_DOWN, schedule.id, "no"))
    return Message(
        Phrase(f"plan-preview-{schedule.audience}", values),
        (yes, no),
        tuple(_times(schedule, dialogue, members, now)),
    )


def _times(
    schedule: Schedule, dialogue: Dialogue, members: Iterable[Member], now: datetime
) -> Iterable[Message]:
    zones = [dialogue.zone]
    if schedule.audience is Audience.MEMBERS:
        zones = sorted({member.zone or dialogue.zone for member in members if member.has_voice})
    for zone in zones[:ZONES_SHOWN]:
        first = schedule.first_for(NOBODY, zone, now)
        local = f"{first.due.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" if first else "-"
        yield Message(Phrase("plan-time", {"zone": zone, "local": local}))


def require_model(round: Round) -> None:
    """
    Let only a question pass that is neither posted nor dropped.

    Raises:
        RoundClosed: It is.
    """
    if round.opened_at is not None or round.closed_at is not None:
        raise RoundClosed(Phrase("post_round-no-preview"))


def _read_when(event: FormSubmitted, dialogue: Dialogue, problems: dict[str, Phrase]) -> Rhythm | None:
    try:
        return read_rhythm(event.answers.get(WHEN, ""), event.at, ZoneInfo(dialogue.zone))
    except Refusal as refusal:
        problems[WHEN] = refusal.phrase
        return None


def _read_days(event: FormSubmitted, problems: dict[str, Phrase]) -> int:
    typed = event.answers.get(OPEN_DAYS, "").strip()
    if typed.isdecimal() and 0 < int(typed) <= LONGEST_OPEN:
        return int(typed)
    problems[OPEN_DAYS] = Phrase("plan-no-days", {"typed": typed, "most": LONGEST_OPEN})
    return 0


def _form(round: Round, dialogue: Dialogue) -> Form:
    audiences = tuple(Option(each, Phrase(f"plan-{each}-option")) for each in Audience)
    return Form(
        title=Phrase("plan-title"),
        ticket=Ticket(Action.PLAN, round.id),
        intro=(Phrase("plan-intro", {"zone": dialogue.zone}),),
        fields=(
            Field(id=WHEN, label=Phrase("plan-when-field"), hint=Phrase("plan-when-hint"), most=80),
            Field(
                id=AUDIENCE,
                label=Phrase("plan-audience-field"),
                kind=FieldKind.ONE_OF,
                options=audiences,
            ),
            Field(id=OPEN_DAYS, label=Phrase("plan-open_days-field"), most=3),
        ),
        values={WHEN: "Thursdays 18:00", AUDIENCE: Audience.PLACE, OPEN_DAYS: "6"},
        send=Phrase("open_round-preview-choice"),
    )

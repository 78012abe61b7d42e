"""Put a question that returns: in the place, or to each member when their own clock says so."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.post_round import closing_of, reminder_of, round_message
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.local_time import moment_of
from bot.dialogue.manners import Occasion
from bot.dialogue.rhythm import LATEST, NOBODY, Outcome, Schedule, occurrence_id
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Facilitators, Model, Put, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import MemberId, PostId, RoundId, WaitingId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Mailing, Post, Silence, Telling
from bot.speech.events import CameDue
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value


def post_planned(schedule: Schedule, asking: Asking, event: CameDue) -> Effects[Silence]:
    """
    Put the question of this date: open its round if it is not open yet, and tell whoever is meant.

    The round of a date is opened by the first clock that reaches it; the others join it.

    Raises:
        NotFound: The moment has no date.
    """
    if event.day is None:
        raise NotFound
    if schedule.ended_at is not None or asking.here.state is not DialogueState.OPEN:
        return Effects(reply=Silence(), again=schedule, outcome=Outcome.CANCELLED)
    id = RoundId(occurrence_id(schedule.id, event.day))
    if put := asking.loaded(Put).round:
        return _tell(put, schedule, asking.here, event)
    round = _round_of(schedule, event.day, id, asking)
    if round.closes_at <= event.at or _due(event) + LATEST < event.at:
        return _missed(schedule, asking, event)
    opened = replace(round, opened_at=event.at, number=asking.loaded(Standing).rounds + 1)
    moments = (closing_of(opened, asking.here), *reminder_of(opened, asking.here))
    return replace(_tell(opened, schedule, asking.here, event), keep=(opened, *moments))


def _round_of(schedule: Schedule, day: date, id: RoundId, asking: Asking) -> Round:
    """Return the round of a date, after the model that the facilitator wrote."""
    closes_on = day + timedelta(days=schedule.open_days)
    closes_at = moment_of(closes_on, schedule.time, ZoneInfo(asking.here.zone))
    return replace(asking.loaded(Model).round, id=id, closes_at=closes_at, closed_at=None, version=0)


def _due(event: CameDue) -> datetime:
    """Return when the latest of what came together was due."""
    return max(planned.due for planned in event.planned)


def _tell(round: Round, schedule: Schedule, dialogue: Dialogue, event: CameDue) -> Effects[Silence]:
    members = tuple(planned.recipient for planned in event.planned if planned.recipient)
    until = min(_due(event) + LATEST, round.closes_at)
    post = Post(PostId(round.id), round.place, round_message(round), until)
    is_for_place = any(planned.recipient == NOBODY for planned in event.planned)
    return Effects(
        reply=Silence(),
        posts=(post,) if is_for_place else (),
        mail=prompt_mail(round, schedule.id, dialogue, members, event) if members else None,
        again=schedule,
    )


def prompt_mail(
    round: Round, of: str, dialogue: Dialogue, members: tuple[MemberId, ...], event: CameDue
) -> Mailing:
    """Return the question as it goes to single members, with a way to get fewer of these."""
    message = round_message(round)
    settings = Choice(Phrase("set_manners-choice"), Ticket(Action.SET_MANNERS, dialogue.id))
    later = Choice(Phrase("snooze-choice"), Ticket(Action.SNOOZE, round.id))
    fewer = Message(Phrase("post_planned-fewer"), (later, settings))
    return Mailing(
        of=of,
        day=event.day or event.at.date(),
        occasion=Occasion.PROMPT,
        members=members,
        message=replace(message, below=(*message.below, fewer)),
        until=round.closes_at,
        telling=Phrase("post_planned-told", {"question": Quote(round.id, Part.QUESTION)}),
        action=Action.CONTRIBUTE,
        subject=round.id,
        pointer=pointer(dialogue, event.at),
    )


def pointer(dialogue: Dialogue, now: datetime) -> Post:
    """Return the one post a day without names or content, for those whom no direct message reaches."""
    today = now.astimezone(ZoneInfo(dialogue.zone)).date()
    needs = Choice(Phrase("post_planned-needs-choice"), Ticket(Action.SHOW_MINE, dialogue.id))
    post = PostId(occurrence_id(f"needs-{dialogue.id}", today))
    return Post(post, dialogue.place, Message(Phrase("post_planned-needs"), (needs,)))


def _missed(schedule: Schedule, asking: Asking, event: CameDue) -> Effects[Silence]:
    """Tell the facilitators that it is too late for this date; nobody is sent a pile of old questions."""
    values: dict[str, Value] = {"day": f"{event.day}", "question": Quote(schedule.subject, Part.QUESTION)}
    told = tuple(
        Telling(
            id=WaitingId(new_id(event.seed, f"missed {member.id}")),
            member=member.id,
            phrase=Phrase("post_planned-missed", values),
            action=Action.SHOW_PLAN,
            subject=schedule.dialogue,
        )
        for member in asking.loaded(Facilitators).members
    )
    return Effects(reply=Silence(), tell=told, again=schedule, outcome=Outcome.EXPIRED_TOLD)

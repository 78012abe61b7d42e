"""What happened in a week, in at most 150 words: facts and questions, for those who asked for it."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from bot.dialogue.cadence import Cadence, Every
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.manners import Occasion
from bot.dialogue.rhythm import LATEST, Audience, Outcome, Schedule
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Rounds, Schedules
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import ScheduleId, Seed, new_id
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Mailing, Silence
from bot.speech.events import CameDue
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value

A_WEEK = timedelta(days=7)
OPEN_SHOWN, CLOSED_SHOWN = 4, 2
SHORT = 20
"""The most words of a question that is quoted; six of these and our own words stay below 150."""
SUNDAY, AT = 6, time(17, 0)


def digest(schedule: Schedule, asking: Asking, event: CameDue) -> Effects[Silence]:
    """Send it to whoever asked for one; where nothing happened, nothing is sent."""
    if schedule.ended_at is not None or asking.here.state is not DialogueState.OPEN:
        return Effects(reply=Silence(), again=schedule, outcome=Outcome.CANCELLED)
    parts = tuple(_parts(asking.loaded(Rounds).rounds, event.at))
    if not parts or event.day is None:
        return Effects(reply=Silence(), again=schedule, outcome=Outcome.CANCELLED)
    needs = Choice(Phrase("post_planned-needs-choice"), Ticket(Action.SHOW_MINE, asking.here.id))
    fewer = Choice(Phrase("set_manners-choice"), Ticket(Action.SET_MANNERS, asking.here.id))
    title: dict[str, Value] = {"title": Quote(asking.here.id, Part.TITLE)}
    mail = Mailing(
        of=schedule.id,
        day=event.day,
        occasion=Occasion.DIGEST,
        members=tuple(planned.recipient for planned in event.planned if planned.recipient),
        message=Message(Phrase("digest-week", title), (needs, fewer), parts),
        until=max(planned.due for planned in event.planned) + LATEST,
        telling=Phrase("digest-told"),
        action=Action.SHOW_RECORD,
        subject=asking.here.id,
    )
    return Effects(reply=Silence(), mail=mail, again=schedule)


def _parts(rounds: tuple[Round, ...], now: datetime) -> Iterator[Message]:
    """Return what is open, the next to close first, and what closed within a week."""
    is_open = sorted((r for r in rounds if r.is_open(now)), key=lambda round: round.closes_at)
    for round in is_open[:OPEN_SHOWN]:
        yield Message(Phrase("digest-open", _values(round) | {"closes": round.closes_at}))
    closed = [r for r in rounds if r.closed_at is not None and now - r.closed_at < A_WEEK]
    for round in closed[-CLOSED_SHOWN:]:
        yield Message(Phrase("digest-closed", _values(round)))


def _values(round: Round) -> dict[str, Value]:
    is_short = len(round.question.split()) <= SHORT
    question = Quote(round.id, Part.QUESTION) if is_short else Phrase("digest-long-question")
    return {"number": round.number, "question": question}


def digest_for(dialogue: Dialogue, asking: Asking, now: datetime) -> tuple[Schedule, ...]:
    """Return the weekly digest of a dialogue that has none yet."""
    running = asking.loaded(Schedules).schedules
    if any(each.action is Action.DIGEST for each in running):
        return ()
    weekly = Cadence(every=Every.WEEKS, weekdays=(SUNDAY,))
    return (
        Schedule(
            id=ScheduleId(new_id(Seed(dialogue.id.encode()), f"digest {len(running)}")),
            dialogue=dialogue.id,
            number=1 + max((each.number for each in running), default=0),
            action=Action.DIGEST,
            subject="",
            audience=Audience.MEMBERS,
            cadence=weekly,
            time=AT,
            zone=dialogue.zone,
            begins=now.date(),
            made_at=now,
        ),
    )

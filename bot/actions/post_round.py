"""After the preview: post the question, change it, or throw it away."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.actions.open_round import CLOSES, LEVELS, QUESTION, REVEAL, preview, question_fields, read_round
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.ways_back import Leading, WayBack
from bot.errors import NotFound, RoundClosed
from bot.identifiers import OccurrenceId, PostId
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.library import Prompt
from bot.speech.messages import Choice, Form, Message
from bot.speech.pointing import came_from
from bot.words import Part, Phrase, Quote, Value

REMINDED_BEFORE = timedelta(days=1)
SHORTEST_WITH_REMINDER = timedelta(days=3)


def post_round(round: Round, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Put the question to the group, or go back to its form, or drop it.

    Raises:
        RoundClosed: It was posted or dropped already, or its closing time has passed meanwhile.
        DialogueClosed: The dialogue has ended.
    """
    asking.here.require_open()
    _require_preview(round)
    match event.ticket.choice:
        case "post":
            return _post(round, asking, event)
        case "change":
            return Effects(reply=OpenForm(_form(round, asking.here)))
        case "drop":
            dropped = replace(round, closed_at=event.at)
            return Effects(keep=(dropped,), reply=Say(Message(Phrase("post_round-dropped"))))
        case _:
            raise NotFound(Phrase("refusals-button"))


def change_preview(round: Round, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the changed question and show the preview again.

    Raises:
        RoundClosed: It was posted or dropped already.
    """
    _require_preview(round)
    kind = Prompt(
        id=round.prompt, mechanism=round.mechanism, theme=round.theme, what="", question=round.question,
        help="", choices=(), page="",
    )  # fmt: skip
    changed = read_round(asking.here, kind, event)
    if isinstance(changed, dict):
        return Effects(reply=RejectForm(_form(round, asking.here), changed, event.answers))
    changed = replace(changed, id=round.id, version=round.version)
    return Effects(keep=(changed,), reply=Say(preview(changed)))


def round_message(round: Round, way: WayBack | None = None) -> Message:
    """Return the question as it stands in its place, with why the group came back to it, if it did."""
    values: dict[str, Value] = {
        "question": Quote(round.id, Part.QUESTION),
        "closes": round.closes_at,
        "number": round.number,
    }
    choices = (
        Choice(Phrase("post_round-answer-choice"), Ticket(Action.CONTRIBUTE, round.id)),
        Choice(Phrase("post_round-pass-choice"), Ticket(Action.CONTRIBUTE, round.id, "pass")),
        Choice(Phrase("post_round-unclear-choice"), Ticket(Action.CONTRIBUTE, round.id, "unclear")),
    )
    below = (Message(came_from(way)),) if way else ()
    sees = Message(Phrase(f"contribute-sees-{round.reveal}"))
    return Message(Phrase("post_round-asked", values), choices, (*below, sees))


def _post(round: Round, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    if round.closes_at <= event.at:
        raise RoundClosed(Phrase("refusals-time-past-now"))
    opened = replace(round, opened_at=event.at, number=asking.loaded(Standing).rounds + 1)
    way = asking.loaded(Leading).way
    return Effects(
        keep=(opened, closing_of(opened, asking.here), *reminder_of(opened, asking.here)),
        reply=Say(Message(Phrase("post_round-posted", {"number": opened.number, "closes": round.closes_at}))),
        posts=(Post(PostId(round.id), round.place, round_message(opened, way)),),
        deed=Deed(
            action=Action.RETURN_TO if way else Action.OPEN_ROUND,
            target=round.id,
            reason=way.reason if way else "",
        ),
    )


def closing_of(round: Round, dialogue: Dialogue) -> Occurrence:
    """Return the planned moment at which the round closes."""
    local = round.closes_at.astimezone(ZoneInfo(dialogue.zone))
    return Occurrence(
        id=OccurrenceId(f"close-{round.id}"),
        dialogue=dialogue.id,
        ticket=Ticket(Action.CLOSE_ROUND, round.id),
        day=local.date(),
        time=local.time(),
        zone=dialogue.zone,
    )


def reminder_of(round: Round, dialogue: Dialogue) -> tuple[Occurrence, ...]:
    """Return the moment of the one reminder, a day before the close, where there is time to answer first."""
    if round.opened_at is None or round.closes_at - round.opened_at < SHORTEST_WITH_REMINDER:
        return ()
    local = (round.closes_at - REMINDED_BEFORE).astimezone(ZoneInfo(dialogue.zone))
    return (
        Occurrence(
            id=OccurrenceId(f"remind-{round.id}"),
            dialogue=dialogue.id,
            ticket=Ticket(Action.REMIND, round.id),
            day=local.date(),
            time=local.time(),
            zone=dialogue.zone,
        ),
    )


def _require_preview(round: Round) -> None:
    if round.opened_at is not None or round.closed_at is not None:
        raise RoundClosed(Phrase("post_round-no-preview"))


def _form(round: Round, dialogue: Dialogue) -> Form:
    closes = f"{round.closes_at.astimezone(ZoneInfo(dialogue.zone)):%Y-%m-%d %H:%M}"
    return Form(
        title=Phrase("open_round-title"),
        ticket=Ticket(Action.POST_ROUND, round.id),
        intro=(Phrase("open_round-intro", {"zone": dialogue.zone}),),
        fields=question_fields(dialogue),
        values={
            QUESTION: round.question,
            CLOSES: closes,
            REVEAL: round.reveal,
            LEVELS: ",".join(round.levels),
        },
        send=Phrase("open_round-preview-choice"),
    )

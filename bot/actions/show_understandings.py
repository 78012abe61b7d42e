"""What the group understands, and every check of it, with as much as this reader may see."""

from bot.dialogue.blind_until_close import CheckExcerpt, RestatementExcerpt
from bot.dialogue.contributions import ContributionState
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.members import Role
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Stage
from bot.dialogue.visibility import excerpt
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.pointing import led_from
from bot.speech.understood import (
    asked_message,
    mark_choices,
    marking_message,
    next_choices,
    read_message,
    restate_choices,
    shown_message,
    understanding_message,
)
from bot.words import Phrase


def show_understandings(
    dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Show every check, the newest last, each with what can be done with it.

    Raises:
        NotFound: The button asks for something else.
    """
    if event.ticket.choice:
        raise NotFound(Phrase("refusals-button"))
    seen = excerpt(asking.loaded(Record), asking.me, event.at)
    below = []
    for part in seen.understanding:
        below += [_check(part, asking), *led_from(part.check.id, seen)]
    ask = Choice(Phrase("understand-choice"), Ticket(Action.UNDERSTAND, dialogue.id))
    may_ask = _may_act(asking) and asking.me.role is Role.FACILITATOR
    recorded = sum(part.understanding is not None for part in seen.understanding)
    values = {"count": len(seen.understanding), "recorded": recorded}
    heading = Phrase("show_understandings-all", values)
    return Effects(reply=Say(Message(heading, (ask,) if may_ask else (), tuple(below))))


def check_now(part: CheckExcerpt, asking: Asking) -> Message:
    """Return the step that is open, with what the reader has done in it."""
    check = part.check
    is_restating = check.stage is Stage.RESTATING
    takes_part = part.is_asked and _may_act(asking)
    choices = (restate_choices(check) if is_restating else mark_choices(check)) if takes_part else ()
    if _may_act(asking) and asking.me.role is Role.FACILITATOR:
        close = Ticket(Action.CLOSE_UNDERSTANDING, check.id)
        choices = (*choices, Choice(Phrase("close_understanding-choice"), close))
    said = asked_message(check, *choices) if is_restating else marking_message(check, *choices)
    return Message(said.phrase, said.choices, (*said.below, *_own(part)))


def _check(part: CheckExcerpt, asking: Asking) -> Message:
    if part.check.stage in (Stage.RESTATING, Stage.MARKING):
        return check_now(part, asking)
    choices = next_choices(part) if _may_act(asking) else ()
    if part.check.line is None:
        said = shown_message(part, *choices)
    elif part.understanding is not None:
        said = understanding_message(part.understanding, part, *choices)
    else:
        said = read_message(part, *choices)
    return Message(said.phrase, said.choices, (*said.below, *_take_back(part)))


def _own(part: CheckExcerpt) -> tuple[Message, ...]:
    """Say what the reader has said or marked, which nobody else can see."""
    if part.check.stage is Stage.RESTATING and part.own is not None:
        if part.own.is_pass:
            return (Message(Phrase("show_understandings-you-passed")),)
        return (Message(Phrase("show_understandings-yours", {"words": part.own.draft})),)
    if part.check.stage is Stage.MARKING and part.own_mark is not None:
        label = Phrase(f"mark-{part.own_mark.key}-option")
        return (Message(Phrase("show_understandings-you-marked", {"label": label})),)
    return ()


def _take_back(part: CheckExcerpt) -> tuple[Message, ...]:
    own: list[RestatementExcerpt] = [
        each for each in part.restatements if each.is_own and each.state is ContributionState.LIVE
    ]
    return tuple(
        Message(
            Phrase("show_understandings-own", {"reference": each.reference}),
            (Choice(Phrase("withdraw_restatement-choice"), Ticket(Action.WITHDRAW_RESTATEMENT, each.id)),),
        )
        for each in own
    )


def _may_act(asking: Asking) -> bool:
    return asking.here.state is DialogueState.OPEN and asking.me.has_voice

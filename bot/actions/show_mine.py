"""Exactly what still needs the member who asks, and what they have said."""

from datetime import datetime

from bot.actions.show_round import Sight, entry_phrase, reader_choices, rounds_in, sight_of, words_in
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.excerpts import Entry
from bot.dialogue.rounds import Round
from bot.dialogue.statement_excerpts import CheckInExcerpt, StatementExcerpt
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Stage
from bot.dialogue.waiting import StillWaiting, Waiting
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.results import respond_choices, statement_values
from bot.speech.understood import asked_message, mark_choices, marking_message, restate_choices
from bot.words import Part, Phrase, Quote, Value

OWN_SHOWN = 30
"""How many of one's own contributions are listed; the copy of one's own data holds all."""


def show_mine(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Show open questions in closing order, what waits for the member, then their own contributions."""
    sight = sight_of(asking, event)
    rounds = _not_answered(sight, asking, event.at)
    waiting = asking.loaded(StillWaiting).waiting
    needs = (
        *map(_round_message, rounds),
        *_check_ins(sight, asking, event.at),
        *_understanding(sight, asking, event.at),
        *map(_waiting_message, waiting),
    )
    heading = Phrase("show_mine-needs", {"count": len(needs)}) if needs else Phrase("show_mine-nothing")
    choices = (
        Choice(Phrase("set_preferences-choice"), Ticket(Action.SET_PREFERENCES, dialogue.id)),
        Choice(Phrase("my_data-choice"), Ticket(Action.MY_DATA, dialogue.id)),
        Choice(Phrase("my_data-erase-choice"), Ticket(Action.ERASE, dialogue.id)),
        Choice(Phrase("leave-choice"), Ticket(Action.LEAVE, dialogue.id)),
    )
    return Effects(
        reply=Say(
            Message(heading, choices, (*needs, *_private(sight, asking), *_own_messages(sight, asking)))
        )
    )


def _private(sight: Sight, asking: Asking) -> list[Message]:
    """Say how many interpretations of the member are private, and lead to them."""
    private = [part for part in sight.excerpt.interpretations if not part.is_shared]
    open_them = Ticket(Action.SHOW_INTERPRETATIONS, asking.here.id)
    choice = Choice(Phrase("show_interpretations-choice"), open_them)
    return [Message(Phrase("show_mine-private", {"count": len(private)}), (choice,))] if private else []


def _not_answered(sight: Sight, asking: Asking, now: datetime) -> list[Round]:
    """Return the open rounds in which the member has neither answered nor passed, the next to close first."""
    if asking.here.state is not DialogueState.OPEN or not asking.me.has_voice:
        return []
    parts = (part for part in rounds_in(sight.excerpt) if part.round.is_open(now))
    rounds = [part.round for part in parts if not any(entry.is_own for entry in part.entries)]
    return sorted(rounds, key=lambda round: (round.closes_at, round.number))


def _round_message(round: Round) -> Message:
    values: dict[str, Value] = {
        "number": round.number,
        "question": Quote(round.id, Part.QUESTION),
        "closes": round.closes_at,
    }
    choices = (
        Choice(Phrase("post_round-answer-choice"), Ticket(Action.CONTRIBUTE, round.id)),
        Choice(Phrase("post_round-pass-choice"), Ticket(Action.CONTRIBUTE, round.id, "pass")),
        Choice(Phrase("post_round-unclear-choice"), Ticket(Action.CONTRIBUTE, round.id, "unclear")),
    )
    return Message(Phrase("show_mine-round", values), choices)


def _check_ins(sight: Sight, asking: Asking, now: datetime) -> list[Message]:
    """Return the check-ins in which the member is asked and has not responded or passed."""
    if asking.here.state is not DialogueState.OPEN or not asking.me.has_voice:
        return []
    return [
        _check_in_message(part, seen)
        for part in sight.excerpt.statements
        for seen in part.check_ins
        if seen.is_asked and seen.own is None and seen.check_in.is_open(now)
    ]


def _understanding(sight: Sight, asking: Asking, now: datetime) -> list[Message]:
    """Return the checks of what is understood in which the member has not said or marked anything."""
    if asking.here.state is not DialogueState.OPEN or not asking.me.has_voice:
        return []
    open_now = [part for part in sight.excerpt.understanding if now < part.check.closes_at and part.is_asked]
    restating = [part.check for part in open_now if part.check.stage is Stage.RESTATING and part.own is None]
    marking = [part.check for part in open_now if part.check.stage is Stage.MARKING and part.own_mark is None]
    return [
        *(asked_message(check, *restate_choices(check)) for check in restating),
        *(marking_message(check, *mark_choices(check)) for check in marking),
    ]


def _check_in_message(part: StatementExcerpt, seen: CheckInExcerpt) -> Message:
    values = statement_values(part.statement) | {"closes": seen.check_in.closes_at}
    return Message(Phrase("show_mine-check_in", values), respond_choices(seen.check_in.id))


def _waiting_message(waiting: Waiting) -> Message:
    label = Phrase(f"show_mine-{waiting.action}-choice")
    return Message(waiting.phrase, (Choice(label, Ticket(waiting.action, waiting.subject)),))


def _own_messages(sight: Sight, asking: Asking) -> list[Message]:
    own = [entry for part in rounds_in(sight.excerpt) for entry in words_in(part) if entry.is_own]
    if not own:
        return [Message(Phrase("show_mine-no-words"))]
    heading = Phrase("show_mine-words", {"count": len(own)})
    if len(own) > OWN_SHOWN:
        heading = Phrase("show_mine-last-words", {"count": len(own), "shown": OWN_SHOWN})
    return [Message(heading), *(_own_message(entry, sight, asking) for entry in own[-OWN_SHOWN:])]


def _own_message(entry: Entry, sight: Sight, asking: Asking) -> Message:
    return Message(entry_phrase(entry, sight), reader_choices(entry, asking))

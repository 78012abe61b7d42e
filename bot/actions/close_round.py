"""Close a round, by hand or when due: show what was kept back, and say whether it was a dialogue."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.actions.share_unnamed import share_waiting, still_waiting
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.kept import Kept
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.signs import signs_of
from bot.dialogue.standing import InRound, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import Signs
from bot.errors import RoundClosed
from bot.identifiers import OccurrenceId, PostId, Seed
from bot.speech.asking import Asking
from bot.speech.effects import Deed, Effects, Post, Reply, Say, Silence
from bot.speech.events import CameDue, ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.shown import shared_message
from bot.words import Part, Phrase, Quote, Value


def close_by_hand(round: Round, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Close the round now.

    Raises:
        RoundClosed: It has closed already, or was never put to the group.
    """
    round.require_opened()
    if round.closed_at is not None:
        raise RoundClosed(Phrase("close_round-already"))
    keep, posts = closing(round, asking, event.at, event.seed)
    return Effects(
        keep=keep,
        reply=Say(Message(Phrase("close_round-done", {"number": round.number}))),
        posts=posts,
        cancel=planned_for(round),
        settled=(round.id,),
        deed=Deed(action=Action.CLOSE_ROUND, target=round.id),
    )


def close_when_due(round: Round, asking: Asking, event: CameDue) -> Effects[Silence]:
    """Close the round because its time came; nothing happens where somebody closed it before."""
    if round.closed_at is not None or round.opened_at is None:
        return Effects(reply=Silence())
    keep, posts = closing(round, asking, event.at, event.seed)
    return Effects(keep=keep, reply=Silence(), posts=posts, settled=(round.id,))


def planned_for(round: Round) -> tuple[OccurrenceId, ...]:
    """Return what has no sense once it is closed: its close and its reminder. Unnamed words still wait."""
    return (OccurrenceId(f"close-{round.id}"), OccurrenceId(f"remind-{round.id}"))


def closing(
    round: Round, asking: Asking, now: datetime, seed: Seed, *, is_for_good: bool = False
) -> tuple[tuple[Kept, ...], tuple[Post, ...]]:
    """Return what is kept and posted when a round closes; *for good* where its dialogue ends with it."""
    contributions = asking.loaded(InRound).contributions
    last = asking.loaded(Standing).contributions
    shared = share_waiting(round, still_waiting(contributions), last, seed, now)
    by_id = {c.id: c for c in (*contributions, *shared.contributions)}
    closed = replace(round, closed_at=now)
    key = "close_round-closed-for-good" if is_for_good else "close_round-closed"
    post = Post(PostId(f"closed-{round.id}"), round.place, _message(closed, tuple(by_id.values()), key))
    return (closed, *shared.contributions), (*shared.posts, post)


def _message(round: Round, contributions: tuple[Contribution, ...], key: str) -> Message:
    shown = _shown(contributions)
    values: dict[str, Value] = {
        "question": Quote(round.id, Part.QUESTION),
        "count": len(shown),
        "number": round.number,
    }
    below = [shared_message(c) for c in shown] if round.reveal is not Reveal.OPEN else []
    if passed := sum(c.kind is ContributionKind.PASS for c in contributions):
        below.append(Message(Phrase("close_round-passed", {"count": passed})))
    below += said_of(signs_of(contributions, (round,)))
    record = Choice(Phrase("close_round-record-choice"), Ticket(Action.SHOW_RECORD, round.dialogue))
    apart = Choice(Phrase("close_round-apart-choice"), Ticket(Action.SHOW_RECORD, round.dialogue, "apart"))
    take = Ticket(Action.INTERPRET, round.dialogue, f"q{round.number}")
    can_go_on = bool(shown) and key == "close_round-closed"
    choices = (record, apart, Choice(Phrase("interpret-choice"), take)) if can_go_on else (record, apart)
    return Message(Phrase(key, values), choices, tuple(below))


def said_of(signs: Signs) -> list[Message]:
    """Return the dialogue test in words: what was found, and for each missing sign what could be done."""
    missing = [Message(Phrase(f"close_round-missing-{sign}")) for sign in signs.missing]
    return [Message(Phrase(f"close_round-signs-{signs.label}")), *missing]


def _shown(contributions: Iterable[Contribution]) -> list[Contribution]:
    live = (c for c in contributions if c.state is ContributionState.LIVE and c.shared_on)
    return sorted((c for c in live if c.kind is ContributionKind.WORDS), key=lambda c: c.number)

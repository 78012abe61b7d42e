"""Show words without a name together and shuffled: three of them after a day, or all at the close."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.standing import InRound, Standing
from bot.identifiers import Seed, new_id
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Post, Silence
from bot.speech.events import CameDue
from bot.speech.shown import shared_post, sharing_of

COMPANY = 3
"""How many must wait before they are shown, so that one arrival leads to nobody (`decisions.md` 20)."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Words without a name that have just been shown, with their numbers drawn by lot."""

    contributions: tuple[Contribution, ...]
    posts: tuple[Post, ...]


def share_unnamed(round: Round, asking: Asking, event: CameDue) -> Effects[Silence]:
    """Show what waits if there is company enough; otherwise look again after another day."""
    waiting = still_waiting(asking.loaded(InRound).contributions)
    if not waiting:
        return Effects(reply=Silence())
    if len(waiting) < COMPANY:
        return Effects(reply=Silence(), keep=(sharing_of(round.id, asking.here, event.at),))
    shared = share_waiting(round, waiting, asking.loaded(Standing).contributions, event.seed, event.at)
    return Effects(reply=Silence(), keep=shared.contributions, posts=shared.posts)


def still_waiting(contributions: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """Return the words that nobody but their authors has seen yet."""
    return tuple(
        c
        for c in contributions
        if c.shared_on is None and c.kind is ContributionKind.WORDS and c.state is ContributionState.LIVE
    )


def share_waiting(
    round: Round, waiting: Iterable[Contribution], last_number: int, seed: Seed, now: datetime
) -> Shared:
    """Give what waits numbers in an order drawn by lot, and the posts that show it."""
    drawn = sorted(waiting, key=lambda c: new_id(seed, f"shuffle {c.id}"))
    shared = tuple(
        replace(c, number=last_number + place, shared_on=now.date()) for place, c in enumerate(drawn, start=1)
    )
    is_shown = round.reveal is Reveal.OPEN or round.closed_at is not None
    posts = tuple(shared_post(round, c) for c in shared) if is_shown else ()
    return Shared(shared, posts)

"""How much one member may send in a while, so that nobody floods a dialogue (`promises.md` A12)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import NotAllowed
from bot.words import Phrase

A_MINUTE = timedelta(minutes=1)
A_DAY = timedelta(days=1)
AGAIN_WITHIN = timedelta(minutes=10)
"""The same words within this time are the member's own second try (`promises.md` C4)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of each that one member may send."""

    words_a_minute: int = 10
    words_a_day: int = 100
    stances_a_minute: int = 120


UNLIMITED = Limits(10**9, 10**9, 10**9)
"""For replaying a conversation that has already taken place."""


def require_words_left(lately: Iterable[datetime], now: datetime, limits: Limits, earlier: int = 0) -> None:
    """
    Refuse what would be too much: *lately* are the last moments of a day, *earlier* is how many came before.

    Raises:
        NotAllowed: The member has to wait a little.
    """
    moments = list(lately)
    if len(moments) + earlier >= limits.words_a_day:
        raise NotAllowed(Phrase("refusals-too-many-today", {"most": limits.words_a_day}))
    if sum(now - moment < A_MINUTE for moment in moments) >= limits.words_a_minute:
        raise NotAllowed(Phrase("refusals-too-fast", {"most": limits.words_a_minute}))


def require_stances_left(last_minute: int, limits: Limits) -> None:
    """
    Refuse more stances than a person gives by hand.

    Raises:
        NotAllowed: The member has to wait a little.
    """
    if last_minute >= limits.stances_a_minute:
        raise NotAllowed(Phrase("refusals-too-fast", {"most": limits.stances_a_minute}))

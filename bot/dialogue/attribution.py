"""Named, chosen name, unnamed: how an author is shown, and what is honest to offer."""

from collections.abc import Sequence
from enum import StrEnum

from bot.errors import NotAllowed
from bot.words import Phrase

FEWEST_FOR_HIDING = 5
"""Below this many people who could have written it, leaving the name off hides nobody (K32)."""

FEWEST_WITHOUT_WARNING = 8
"""Below this, style and content identify; the form says so (`domain.md` 13.2)."""


class Attribution(StrEnum):
    """How an author is shown, from the mildest to the strictest level."""

    NAMED = "named"
    CHOSEN_NAME = "chosen_name"
    UNNAMED = "unnamed"


ALL_LEVELS = tuple(Attribution)


def levels_with_a_name(levels: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the levels of *levels* at which a name stands, for a platform on which it must."""
    return tuple(level for level in levels if level is not Attribution.UNNAMED) or (Attribution.NAMED,)


def honest_levels(offered: Sequence[Attribution], eligible: int) -> tuple[Attribution, ...]:
    """Return the levels of *offered* that can be kept when *eligible* people could have written."""
    if eligible >= FEWEST_FOR_HIDING:
        return tuple(offered)
    return tuple(level for level in offered if level is not Attribution.UNNAMED) or (Attribution.NAMED,)


def require_honest(level: Attribution, offered: Sequence[Attribution], eligible: int) -> None:
    """
    Refuse a level that this round does not offer or that would promise too much.

    Raises:
        NotAllowed: It is not offered, or fewer than five people could have written it.
    """
    if level is Attribution.UNNAMED and level in offered and eligible < FEWEST_FOR_HIDING:
        raise NotAllowed(
            Phrase("contribute-too-few-to-hide", {"eligible": eligible, "fewest": FEWEST_FOR_HIDING})
        )
    if level not in honest_levels(offered, eligible):
        raise NotAllowed(Phrase("contribute-level-not-offered"))

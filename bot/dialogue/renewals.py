"""A new version of an intention: what it follows, and what changed it; then and now stand side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.framework import Mechanism
from bot.dialogue.rounds import Reveal, Round
from bot.identifiers import ContributionId, DialogueId, MemberId, RoundId


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """One new version; its id is that of the contribution. It names no member."""

    id: ContributionId
    dialogue: DialogueId
    earlier: ContributionId | None = None
    """What it follows, where both are shown under the same name: else the link would tell who wrote them."""
    because_of: ContributionId | None = None
    """What somebody said that changed it."""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Intentions:
    """What was said in a dialogue about why people are here, and all that may have changed it."""

    contributions: tuple[Contribution, ...] = ()
    rounds: Mapping[RoundId, Round] | None = None

    def before(self, member: MemberId, round: Round) -> Contribution | None:
        """Return the newest intention of a member from another question than this."""
        own = (c for c in self.contributions if c.member == member and c.round != round.id)
        intentions = [c for c in own if _is_there(c) and self._round(c).mechanism is Mechanism.INTENTIONS]
        return max(intentions, key=lambda c: c.made_at, default=None)

    def numbered(self, typed: str) -> Contribution | None:
        """Return the words with this number, where everybody can read them."""
        number = typed.strip().removeprefix("#")
        for contribution in self.contributions:
            is_it = number.isdecimal() and contribution.number == int(number[:9])
            if is_it and _is_there(contribution) and self._is_open_to_all(contribution):
                return contribution
        return None

    def _is_open_to_all(self, contribution: Contribution) -> bool:
        if contribution.shared_on is None:
            return False
        round = self._round(contribution)
        return round.reveal is Reveal.OPEN or round.closed_at is not None

    def _round(self, contribution: Contribution) -> Round:
        return (self.rounds or {})[contribution.round]


def is_shown_alike(one: Contribution, other: Contribution) -> bool:
    """Whether both show the same name, so that to link them tells nobody anything."""
    has_name = one.level is not Attribution.UNNAMED and bool(one.shown_name)
    return has_name and (one.level, one.shown_name) == (other.level, other.shown_name)


def _is_there(contribution: Contribution) -> bool:
    is_words = contribution.kind is ContributionKind.WORDS
    return is_words and contribution.state is ContributionState.LIVE

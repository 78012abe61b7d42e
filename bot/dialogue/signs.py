"""The dialogue test for contributions that are still there, of one round or of a whole dialogue."""

from collections.abc import Collection, Iterable

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionState
from bot.dialogue.rounds import Round
from bot.dialogue.turns import Signs, Turn, dialogue_signs
from bot.identifiers import MemberId, RoundId

ASK_FOR_INSIGHT = frozenset({"DLG-7", "UND-5", "INT-7"})
"""Questions whose answers say by themselves that a view was changed or newly opened (`domain.md` 6)."""


def signs_of(contributions: Iterable[Contribution], rounds: Iterable[Round] = ()) -> Signs:
    """Return the dialogue test; *rounds* are those whose question may have asked for insight."""
    live = [c for c in contributions if c.state is ContributionState.LIVE and c.shared_on]
    asked = {round.id for round in rounds if round.prompt in ASK_FOR_INSIGHT}
    wanted = {c.to for c in live}
    answered = {c.id: c for c in live if c.id in wanted}
    turns = [
        Turn(_shown(c), c.id, _shown(answered[c.to]), c.to, c.turn)
        for c in live
        if c.to in answered and c.turn is not None and c.to is not None
    ]
    return dialogue_signs(turns, {c.id for c in live if _is_insight(c, asked)})


def _is_insight(contribution: Contribution, asked: Collection[RoundId]) -> bool:
    return contribution.is_new_to_me or (contribution.round in asked and contribution.number > 0)


def _shown(contribution: Contribution) -> MemberId:
    """Return the author as everybody is shown them, or nobody: a sign would tell who wrote without a name."""
    if contribution.level is Attribution.UNNAMED or not contribution.member:
        return MemberId("")
    return MemberId(f"{contribution.level}:{contribution.shown_name}")

"""Who answered whom and how, and the three signs that it was a dialogue."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from bot.identifiers import ContributionId, MemberId


class TurnKind(StrEnum):
    """How a contribution answers another."""

    QUESTION = "question"
    ANSWER = "answer"
    BUILD = "build"
    DIFFER = "differ"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Turn:
    """A contribution that answers a contribution."""

    author: MemberId
    contribution: ContributionId
    to_author: MemberId
    to_contribution: ContributionId
    kind: TurnKind


@dataclass(frozen=True, slots=True)
class Signs:
    """The dialogue test: yes or no for each sign, said in words, never counted together (`domain.md` 6)."""

    mutuality: bool
    clarification: bool
    insight: bool

    @property
    def label(self) -> str:
        """Return the key of what the signs allow to be said."""
        found = (self.mutuality, self.clarification, self.insight)
        return "recorded" if all(found) else "begun" if any(found) else "collected"

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of the signs that were not found."""
        return tuple(name for name in ("mutuality", "clarification", "insight") if not getattr(self, name))


NO_SIGNS = Signs(mutuality=False, clarification=False, insight=False)


def dialogue_signs(turns: Collection[Turn], new_views: Collection[ContributionId]) -> Signs:
    """
    Look for the three signs of dialogue.

    Mutuality: turns in both directions between two members. Clarification: a question from one
    member, answered by someone else than the asker. Insight: somebody says it changed their view.
    After the inclusion criterion of Masterson et al. 2024; the rule is ours.
    """
    between = [turn for turn in turns if turn.author and turn.to_author and turn.author != turn.to_author]
    heard = {(turn.author, turn.to_author) for turn in between}
    asker = {turn.contribution: turn.author for turn in between if turn.kind is TurnKind.QUESTION}
    return Signs(
        mutuality=any((other, author) in heard for author, other in heard),
        clarification=any(
            turn.kind is TurnKind.ANSWER
            and turn.to_contribution in asker
            and turn.author != asker[turn.to_contribution]
            for turn in between
        ),
        insight=bool(new_views),
    )

"""Say that one reads the counts this way; once as many do as were needed, the group has confirmed it."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.decide import require_undecided
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.decisions import LASTING, Decision
from bot.dialogue.responses import InCheckIn
from bot.errors import NotAllowed
from bot.identifiers import DecisionId, MemberId, new_id
from bot.speech.asking import Asking
from bot.speech.deciding import made
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.speech.standing_posts import posts_of
from bot.words import Phrase, Value

REVIEW_AFTER = timedelta(days=90)
"""When something comes back that the group confirmed without naming a day."""


def agree_reading(check_in: CheckIn, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Count the member among those who read it this way; it is neither a response nor a vote.

    Raises:
        NotAllowed: Nothing was read, it was recorded already, or the member was not asked.
    """
    require_undecided(check_in, asking)
    if asking.me.id not in check_in.eligible:
        raise NotAllowed(Phrase("respond-not-asked"))
    others = tuple(member for member in check_in.read_by if member != asking.me.id)
    counted = replace(check_in, read_by=(*others, asking.me.id))
    values: dict[str, Value] = {"count": len(counted.read_by), "quorum": check_in.quorum}
    if len(counted.read_by) < check_in.quorum:
        return Effects(keep=(counted,), reply=Say(Message(Phrase("agree_reading-counted", values))))
    return _confirmed(counted, asking, event)


def _confirmed(check_in: CheckIn, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    outcome = check_in.reading
    assert outcome is not None  # noqa: S101 - `require_undecided` has looked
    decision = Decision(
        id=DecisionId(new_id(event.seed, "decision")),
        dialogue=check_in.dialogue,
        statement=check_in.statement,
        check_in=check_in.id,
        outcome=outcome,
        decided_by="",
        member=MemberId(""),
        made_at=event.at,
        review_at=event.at + REVIEW_AFTER if outcome in LASTING else None,
    )
    holds = asking.loaded(InCheckIn)
    keep, cancel = made(decision, holds.statement, asking, event.at)
    return Effects(
        keep=(check_in, *keep),
        reply=Say(Message(Phrase("agree_reading-confirmed"))),
        posts=posts_of(check_in, holds, asking, decision=decision),
        cancel=cancel,
    )

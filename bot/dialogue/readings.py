"""What the counts of a check-in suggest: a question to the group, never a decision or an average."""

from collections import Counter
from collections.abc import Collection, Mapping
from enum import StrEnum

from bot.dialogue.scales import RESIST, Gradient

FEWEST_TO_SEE_A_GROUP = 3
"""So many responses of a group are needed before its resistance is looked at apart."""

Responses = Mapping[str, str]
"""Who responded, and with which key; a pass is no response here."""
Roles = Mapping[str, Collection[str]]


class Stakes(StrEnum):
    """How much hangs on it; the more, the more support is needed before it reads as agreement."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


NEEDED: Mapping[Stakes, float] = {Stakes.LOW: 0.25, Stakes.NORMAL: 0.5, Stakes.HIGH: 0.75}
"""Which part of those who voiced a view has to endorse, or nearly so."""


class Reading(StrEnum):
    """What the counts suggest; people say whether they read it this way."""

    AGREED = "agreed"
    AGREED_WITH_RECORDED_DISSENT = "agreed_with_recorded_dissent"
    MORE_DIALOGUE = "more_dialogue"
    BLOCKED = "blocked"
    INCONCLUSIVE = "inconclusive"


def suggested_quorum(eligible: int) -> int:
    """Return two thirds of those asked, at least three, of two people both; never more than are asked."""
    return min(eligible, 2 if eligible == 2 else max(3, -(-2 * eligible // 3)))  # noqa: PLR2004 - a pair


def concentrated(responses: Responses, roles: Roles, resist: Collection[str]) -> bool:
    """Whether half or more of a role group with at least three responses resists."""
    groups = ([responses[m] for m in members if m in responses] for members in roles.values())
    return any(
        len(group) >= FEWEST_TO_SEE_A_GROUP and 2 * sum(key in resist for key in group) >= len(group)
        for group in groups
    )


def read_gradients(
    responses: Responses, roles: Roles, quorum: int, stakes: Stakes = Stakes.NORMAL
) -> Reading:
    """Return what these responses on the gradients of agreement suggest."""
    responded, counts = len(responses), Counter(responses.values())
    voiced = responded - counts[Gradient.ABSTAIN]
    open_matters = counts[Gradient.SERIOUS_DISAGREEMENT] + counts[Gradient.MORE_DISCUSSION]
    support = counts[Gradient.ENDORSE] + counts[Gradient.MINOR_POINT]
    in_order = (
        (responded < quorum, Reading.INCONCLUSIVE),
        (counts[Gradient.VETO] > 0, Reading.BLOCKED),
        (concentrated(responses, roles, RESIST), Reading.MORE_DIALOGUE),
        (open_matters > 0, Reading.MORE_DIALOGUE),
        (3 * voiced < 2 * responded, Reading.INCONCLUSIVE),  # too many abstain to read anything
        (support < NEEDED[stakes] * voiced, Reading.MORE_DIALOGUE),
        (counts[Gradient.DISLIKE_WILL_SUPPORT] > 0, Reading.AGREED_WITH_RECORDED_DISSENT),
    )
    return next((reading for holds, reading in in_order if holds), Reading.AGREED)

"""What the counts of a check-in suggest: a question to the group, never a decision or an average."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.dialogue.methods import A_PAIR, Method
from bot.dialogue.scales import CONSENSUS, GRADIENTS_2014, Gradient, Scale

FEWEST_TO_SEE_A_GROUP = 3
"""So many responses of a group are needed before its resistance is looked at apart."""
MOST_EDITIONS = 3
"""After so many editions with an objection that stands, the group has tried enough."""
MANY_STAND_ASIDE = 3
"""So many who stand aside keep it from being read as agreement, however large the group."""

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
    AGREED_FOR_NOW = "agreed_for_now"
    AGREED_TO_DIFFER = "agreed_to_differ"  # recorded by people, never computed
    MORE_DIALOGUE = "more_dialogue"
    BLOCKED = "blocked"
    NOT_AGREED = "not_agreed"
    INCONCLUSIVE = "inconclusive"
    WITHDRAWN = "withdrawn"  # set by people, never computed


AGREEMENTS = frozenset({Reading.AGREED, Reading.AGREED_WITH_RECORDED_DISSENT, Reading.AGREED_FOR_NOW})
"""What suggests that a group goes along; never read below quorum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What a reading looks at."""

    responses: Responses
    roles: Roles = field(default_factory=dict)
    quorum: int
    stakes: Stakes = Stakes.NORMAL
    unresolved: int = 0
    """How many objections to this edition are open or stand."""
    edition: int = 1
    is_held: bool = False
    """Whether a question that holds it open was never answered."""


def suggested_quorum(eligible: int) -> int:
    """Return two thirds of those asked, at least three, of two people both; never more than are asked."""
    return min(eligible, A_PAIR if eligible == A_PAIR else max(3, -(-2 * eligible // 3)))


def holds_open(scale: Scale, responses: Responses) -> bool:
    """Whether somebody needs something answered first; nothing is read until then."""
    return any(key in scale.holds_open for key in responses.values())


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
    return _first_that_holds(
        (responded < quorum, Reading.INCONCLUSIVE),
        (counts[Gradient.VETO] > 0, Reading.BLOCKED),
        (concentrated(responses, roles, GRADIENTS_2014.resists), Reading.MORE_DIALOGUE),
        (open_matters > 0, Reading.MORE_DIALOGUE),
        (3 * voiced < 2 * responded, Reading.INCONCLUSIVE),  # too many abstain to read anything
        (support < NEEDED[stakes] * voiced, Reading.MORE_DIALOGUE),
        (counts[Gradient.DISLIKE_WILL_SUPPORT] > 0, Reading.AGREED_WITH_RECORDED_DISSENT),
        otherwise=Reading.AGREED,
    )


def read_consent(
    unresolved: int, responses: Responses, edition: int, quorum: int, most: int = MOST_EDITIONS
) -> Reading:
    """Return what it suggests that nobody, or somebody, objects; *unresolved* are open or stand."""
    return _first_that_holds(
        (unresolved > 0 and edition >= most, Reading.NOT_AGREED),
        (unresolved > 0, Reading.MORE_DIALOGUE),
        (len(responses) < quorum, Reading.INCONCLUSIVE),
        otherwise=Reading.AGREED_FOR_NOW,
    )


def read_consensus(responses: Responses, roles: Roles, quorum: int) -> Reading:
    """Return what these responses suggest where some may stand aside and some may block."""
    responded, counts = len(responses), Counter(responses.values())
    aside = counts["stand_aside"]
    return _first_that_holds(
        (responded < quorum, Reading.INCONCLUSIVE),
        (counts["block"] > 0, Reading.BLOCKED),
        (aside >= MANY_STAND_ASIDE or 5 * aside > responded, Reading.MORE_DIALOGUE),
        (concentrated(responses, roles, CONSENSUS.resists), Reading.MORE_DIALOGUE),
        (3 * (responded - counts["abstain"]) < 2 * responded, Reading.INCONCLUSIVE),
        (counts["reservations"] + aside > 0, Reading.AGREED_WITH_RECORDED_DISSENT),
        otherwise=Reading.AGREED,
    )


def read_fist(responses: Responses, quorum: int) -> Reading:
    """Return what these hands suggest; that nobody is against it is not yet that somebody wants it."""
    counts = Counter(responses.values())
    return _first_that_holds(
        (len(responses) < quorum, Reading.INCONCLUSIVE),
        (counts["0"] > 0, Reading.BLOCKED),
        (counts["1"] + counts["2"] > 0, Reading.MORE_DIALOGUE),
        (counts["4"] + counts["5"] == 0, Reading.MORE_DIALOGUE),
        otherwise=Reading.AGREED,
    )


def read_two_person(responses: Responses) -> Reading:
    """Return what two people said to each other; nobody is outvoted between two."""
    said = set(responses.values())
    return _first_that_holds(
        (len(responses) < A_PAIR, Reading.INCONCLUSIVE),
        ("not_yet" in said, Reading.NOT_AGREED),
        ("yes_if" in said, Reading.MORE_DIALOGUE),
        otherwise=Reading.AGREED,
    )


def read(method: Method, weighed: Weighed) -> Reading | None:
    """Return what a check-in suggests, or nothing where the counts and the words are all there is to it."""
    reader = _READERS.get(method)
    if reader is None:
        return None
    return Reading.INCONCLUSIVE if weighed.is_held else reader(weighed)


def _first_that_holds(*rows: tuple[bool, Reading], otherwise: Reading) -> Reading:
    return next((reading for holds, reading in rows if holds), otherwise)


_READERS: Mapping[Method, Callable[[Weighed], Reading]] = {
    Method.GRADIENTS: lambda w: read_gradients(w.responses, w.roles, w.quorum, w.stakes),
    Method.CONSENT: lambda w: read_consent(w.unresolved, w.responses, w.edition, w.quorum),
    Method.CONSENSUS: lambda w: read_consensus(w.responses, w.roles, w.quorum),
    Method.FIST_TO_FIVE: lambda w: read_fist(w.responses, w.quorum),
    Method.TWO_PERSON: lambda w: read_two_person(w.responses),
}
"""Sense checks, member checks and firmness have counts and words, and nothing is read into them."""

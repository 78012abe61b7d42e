"""The ways in which a group can be asked about a statement: on which scale, how long, to what end."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.scales import (
    CONSENSUS,
    CONSENT,
    FIRMNESS,
    FIST_TO_FIVE,
    GRADIENTS_2014,
    RINGS_TRUE,
    SENSE_CHECK,
    TWO_PERSON,
    Scale,
)

A_PAIR = 2
"""Two people have a method of their own, and none that counts a majority."""


class Method(StrEnum):
    """How people are asked, in the order in which it is offered."""

    TWO_PERSON = "two_person"
    SENSE_CHECK = "sense_check"
    FIST_TO_FIVE = "fist_to_five"
    GRADIENTS = "gradients"
    CONSENT = "consent"
    CONSENSUS = "consensus"
    RINGS_TRUE = "rings_true"
    FIRMNESS = "firmness"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What one method brings along."""

    scale: Scale
    days: int
    """How long it is open unless something else is chosen."""
    leads_to_decision: bool = True
    counts_majorities: bool = False
    """Whether the reading compares how many stand on each side; of no use between two."""
    needs_review: bool = False
    """Whether what is agreed holds only until a day that is named."""


MANNERS: Mapping[Method, Manner] = {
    Method.TWO_PERSON: Manner(scale=TWO_PERSON, days=3),
    Method.SENSE_CHECK: Manner(scale=SENSE_CHECK, days=3, leads_to_decision=False),
    Method.FIST_TO_FIVE: Manner(scale=FIST_TO_FIVE, days=1, counts_majorities=True),
    Method.GRADIENTS: Manner(scale=GRADIENTS_2014, days=5, counts_majorities=True),
    Method.CONSENT: Manner(scale=CONSENT, days=7, needs_review=True),
    Method.CONSENSUS: Manner(scale=CONSENSUS, days=7, counts_majorities=True),
    Method.RINGS_TRUE: Manner(scale=RINGS_TRUE, days=7, leads_to_decision=False),
    Method.FIRMNESS: Manner(scale=FIRMNESS, days=3, leads_to_decision=False),
}


def methods_for(eligible: int) -> tuple[Method, ...]:
    """Return the methods that can be used among so many people; the one that is proposed comes first."""
    if eligible == A_PAIR:
        return tuple(method for method in Method if not MANNERS[method].counts_majorities)
    return tuple(method for method in Method if method is not Method.TWO_PERSON)

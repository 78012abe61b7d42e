"""The theory a dialogue rests on: six mechanisms in three pairs, seven themes, in no order."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Mechanism(StrEnum):
    """What makes co-production work when it interacts; alone, none of them is enough."""

    INTENTIONS = "intentions"  # why we are here
    ASSETS = "assets"  # what we bring
    DIALOGUE = "dialogue"  # talk
    DOCUMENTATION = "documentation"  # notes
    INTERPRETATION = "interpretation"  # making sense
    UNDERSTANDING = "understanding"  # checking we understand


class Pair(StrEnum):
    """What two mechanisms lead to together; the theory calls it an outcome."""

    ENGAGEMENT = "engagement"
    ALIGNMENT = "alignment"
    AGREEMENT = "agreement"


MECHANISMS_OF: Mapping[Pair, tuple[Mechanism, Mechanism]] = MappingProxyType(
    {
        Pair.ENGAGEMENT: (Mechanism.INTENTIONS, Mechanism.ASSETS),
        Pair.ALIGNMENT: (Mechanism.DIALOGUE, Mechanism.DOCUMENTATION),
        Pair.AGREEMENT: (Mechanism.INTERPRETATION, Mechanism.UNDERSTANDING),
    }
)


class Theme(StrEnum):
    """What a question is about. A group goes back and forth between themes and may skip some."""

    WHY = "why"  # aims; a need or an idea that starts things off
    WHO = "who"  # key people, those most affected, a network taking form
    HOW = "how"  # ways of working: resources, venue, trust, power
    WHAT = "what"  # new ideas
    REFINE = "refine"  # improving, testing and choosing among ideas
    RESULT = "result"  # what was made, decided or put to use
    REFLECT = "reflect"  # looking back; it may also open a process


FRAMEWORK_VERSION = "EAA-initial-2024"
"""Kept with every dialogue, because the theory is still being refined."""

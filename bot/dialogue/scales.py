"""The scale on which people respond: its keys in their order, and the labels printed with it."""

from collections.abc import Mapping
from enum import StrEnum

GRADIENTS_2014 = "gradients-2014"
"""Gradients of agreement after Kaner and others, with the later labels (`NOTICE.md`)."""


class Gradient(StrEnum):
    """The eight points, in their order. They are no ruler: two are not between yes and no."""

    ENDORSE = "endorse"
    MINOR_POINT = "minor_point"
    RESERVATIONS = "reservations"
    ABSTAIN = "abstain"
    MORE_DISCUSSION = "more_discussion"
    DISLIKE_WILL_SUPPORT = "dislike_will_support"
    SERIOUS_DISAGREEMENT = "serious_disagreement"
    VETO = "veto"


LABELS: Mapping[Gradient, str] = {
    Gradient.ENDORSE: "Whole-hearted endorsement",
    Gradient.MINOR_POINT: "Agreement with a minor point of contention",
    Gradient.RESERVATIONS: "Support with reservations",
    Gradient.ABSTAIN: "Abstain",
    Gradient.MORE_DISCUSSION: "More discussion needed",
    Gradient.DISLIKE_WILL_SUPPORT: "Don't like but will support",
    Gradient.SERIOUS_DISAGREEMENT: "Serious disagreement",
    Gradient.VETO: "Veto",
}
"""The labels of the edition, kept with each response: a key alone says little in ten years."""

NEEDS_REASON = frozenset({Gradient.VETO})
"""Where a reason is required; everywhere else it is invited."""

RESIST = frozenset({Gradient.DISLIKE_WILL_SUPPORT, Gradient.SERIOUS_DISAGREEMENT, Gradient.VETO})
"""What counts as resisting; a resigned "will support" too."""

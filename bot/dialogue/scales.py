"""The scales on which people respond: their keys in order, the labels printed, and what each asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """One edition of a scale; a key alone says little in ten years, so the labels are kept with it."""

    edition: str
    words: str
    """How its phrases are called: `scales-<words>-<key>-label`."""
    labels: Mapping[str, str]
    """Each key with the words of its label as this edition prints them, in their order."""
    needs_reason: frozenset[str] = NOTHING
    """Where a reason is required; everywhere else it is invited."""
    holds_open: frozenset[str] = NOTHING
    """What asks something first, and holds the check-in open until it is answered."""
    resists: frozenset[str] = NOTHING
    """What counts as resisting; a resigned "will support" too."""
    stops: frozenset[str] = NOTHING
    """What stands against the statement until whoever chose it says otherwise."""
    concerns: frozenset[str] = NOTHING
    """What is heard, does not stop anything, and is read again at the review."""
    takes_several: bool = False

    def place_of(self, key: str) -> int:
        """Return where a key stands in the order of the scale."""
        return tuple(self.labels).index(key)

    def names(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return the labels of keys."""
        return tuple(self.labels[key] for key in keys)


class Gradient(StrEnum):
    """The eight points of the later gradients. They are no ruler: two are not between yes and no."""

    ENDORSE = "endorse"
    MINOR_POINT = "minor_point"
    RESERVATIONS = "reservations"
    ABSTAIN = "abstain"
    MORE_DISCUSSION = "more_discussion"
    DISLIKE_WILL_SUPPORT = "dislike_will_support"
    SERIOUS_DISAGREEMENT = "serious_disagreement"
    VETO = "veto"


LABELS: Mapping[str, str] = {
    Gradient.ENDORSE: "Whole-hearted endorsement",
    Gradient.MINOR_POINT: "Agreement with a minor point of contention",
    Gradient.RESERVATIONS: "Support with reservations",
    Gradient.ABSTAIN: "Abstain",
    Gradient.MORE_DISCUSSION: "More discussion needed",
    Gradient.DISLIKE_WILL_SUPPORT: "Don't like but will support",
    Gradient.SERIOUS_DISAGREEMENT: "Serious disagreement",
    Gradient.VETO: "Veto",
}
GRADIENTS_2014 = Scale(
    edition="gradients-2014",
    words="gradients",
    labels=LABELS,
    needs_reason=frozenset({Gradient.VETO}),
    resists=frozenset({Gradient.DISLIKE_WILL_SUPPORT, Gradient.SERIOUS_DISAGREEMENT, Gradient.VETO}),
    stops=frozenset({Gradient.VETO}),
    concerns=frozenset({Gradient.MINOR_POINT, Gradient.RESERVATIONS}),
)
"""Gradients of agreement after Kaner and others, with the later labels (`NOTICE.md`)."""

GRADIENTS_EARLY = Scale(
    edition="gradients-early",
    words="early",
    labels={
        "endorse": "Endorsement",
        "minor_point": "Endorsement with a minor point of contention",
        "reservations": "Agreement with reservations",
        "abstain": "Abstain",
        "stand_aside": "Stand aside",
        "disagree_go_along": "Formal disagreement but willing to go with majority",
        "disagree_absolved": (
            "Formal disagreement, with request to be absolved of responsibility for implementation"
        ),
        "block": "Block",
    },
    stops=frozenset({"block"}),
)
"""The earlier labels, as some groups have them on paper; the fifth point means the opposite there."""

_CONSENT = {
    "consent": "No objection. Good enough for now, safe enough to try",
    "consent_concern": "No objection, but please note this concern",
    "question": "I need something answered first",
    "objection": "I object. I see harm to our aim, or it stops me doing my part",
}
CONSENT = Scale(
    edition="consent",
    words="consent",
    labels={key: label for key, label in _CONSENT.items() if key != "consent_concern"},
    needs_reason=frozenset({"question", "objection"}),
    holds_open=frozenset({"question"}),
    resists=frozenset({"objection"}),
    stops=frozenset({"objection"}),
)
CONSENT_WITH_CONCERNS = Scale(
    edition="consent-with-concerns",
    words="consent",
    labels=_CONSENT,
    needs_reason=frozenset({"consent_concern", "question", "objection"}),
    holds_open=frozenset({"question"}),
    resists=frozenset({"objection"}),
    stops=frozenset({"objection"}),
    concerns=frozenset({"consent_concern"}),
)
CONSENSUS = Scale(
    edition="consensus",
    words="consensus",
    labels={
        "agree": "I agree",
        "reservations": "I have doubts, and I go along with it",
        "stand_aside": "I cannot support it. I will not stop it and will not carry it out",
        "block": "I block it. It goes against what we stand for, or would do serious harm",
        "abstain": "I have no view on this",
        "need_info": "I need to know more first",
    },
    needs_reason=frozenset({"stand_aside", "block", "need_info"}),
    holds_open=frozenset({"need_info"}),
    resists=frozenset({"stand_aside", "block"}),
    stops=frozenset({"block"}),
    concerns=frozenset({"reservations"}),
)
FIST_TO_FIVE = Scale(
    edition="fist-0-to-5",
    words="fist",
    labels={
        "0": "No. It has to change before I can go along",
        "1": "Serious concerns; let's discuss",
        "2": "Some concerns; let's discuss",
        "3": "Not fully with it; I can let it pass",
        "4": "Good idea; I will work for it",
        "5": "Great; I will help lead it",
    },
    needs_reason=frozenset({"0", "1"}),
    resists=frozenset({"0", "1", "2"}),
    stops=frozenset({"0"}),
    concerns=frozenset({"3"}),
)
SENSE_CHECK = Scale(
    edition="sense-check",
    words="sense",
    labels={"looks_good": "Looks good", "not_sure": "Not sure", "concern": "I have a concern"},
    needs_reason=frozenset({"concern"}),
    concerns=frozenset({"concern"}),
)
TWO_PERSON = Scale(
    edition="two-person",
    words="two",
    labels={"yes": "Yes", "yes_if": "Yes, if …", "not_yet": "Not yet"},
    needs_reason=frozenset({"yes_if"}),
    concerns=frozenset({"yes_if"}),
)
RINGS_TRUE = Scale(
    edition="rings-true",
    words="rings",
    labels={
        "rings_true": "Rings true",
        "partly": "Partly",
        "does_not": "Does not",
        "missing": "Something is missing",
    },
    takes_several=True,
)
FIRMNESS = Scale(
    edition="firmness",
    words="firmness",
    labels={"just_for_now": "Just for now", "fairly_firm": "Fairly firm", "firm": "Firm"},
)

SCALES: Mapping[str, Scale] = {
    scale.edition: scale
    for scale in (
        GRADIENTS_2014,
        GRADIENTS_EARLY,
        CONSENT,
        CONSENT_WITH_CONCERNS,
        CONSENSUS,
        FIST_TO_FIVE,
        SENSE_CHECK,
        TWO_PERSON,
        RINGS_TRUE,
        FIRMNESS,
    )
}
"""Every edition that a response can have been given on; none is ever changed, only added to."""

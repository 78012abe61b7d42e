"""One check-in: who may respond, and how the responses are counted."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckInState
from bot.dialogue.responses import Response, ResponseKind, count
from bot.dialogue.scales import GRADIENTS_EARLY, SCALES, Gradient, Scale
from bot.errors import CheckInClosed, NotAllowed
from bot.identifiers import CheckInId, MemberId, ResponseId
from tests.people import A_WEEK, BEN, GARDEN, MONDAY
from tests.statements import CHECK_IN

PEOPLE = tuple(MemberId(f"person {number}") for number in range(12))
GIVEN = st.dictionaries(st.sampled_from(PEOPLE), st.none() | st.sampled_from(Gradient))


def responses(given: dict[MemberId, Gradient | None], check_in: str = CHECK_IN.id) -> list[Response]:
    """Return what people responded; nothing: they passed."""
    return [
        Response(
            id=ResponseId(f"{check_in} {member}"),
            check_in=CheckInId(check_in),
            dialogue=GARDEN.id,
            member=member,
            kind=ResponseKind.CHOICE if key else ResponseKind.PASS,
            keys=(key,) if key else (),
            level=Attribution.NAMED,
            made_at=MONDAY,
        )
        for member, key in given.items()
    ]


@given(GIVEN, GIVEN)
def test_the_counts_add_up_to_those_who_were_asked(
    given: dict[MemberId, Gradient | None], elsewhere: dict[MemberId, Gradient | None]
) -> None:
    """Five different things are counted apart, and nobody twice; another edition's responses never count."""
    others = responses(elsewhere, "another")
    counts = count(replace(CHECK_IN, eligible=PEOPLE), [*responses(given), *others])

    assert (
        counts.eligible == counts.responded + counts.passed + counts.no_response + counts.left == len(PEOPLE)
    )
    assert counts.responded == sum(number for _, number in counts.labels)
    assert counts == count(replace(CHECK_IN, eligible=PEOPLE), responses(given))


def test_only_those_who_were_there_respond_while_it_is_open() -> None:
    """The list is fixed at opening, and the close is the close."""
    CHECK_IN.require_asked(BEN.id, MONDAY)
    with pytest.raises(NotAllowed):
        CHECK_IN.require_asked(MemberId("late"), MONDAY)
    with pytest.raises(CheckInClosed):
        CHECK_IN.require_asked(BEN.id, MONDAY + A_WEEK)
    with pytest.raises(CheckInClosed):
        replace(CHECK_IN, state=CheckInState.LAPSED).require_asked(BEN.id, MONDAY)


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_the_labels_that_are_kept_are_those_that_are_shown(scale: Scale) -> None:
    """A key alone says little in ten years."""
    page = (Path(__file__).parents[3] / "prompts/en/scales.ftl").read_text(encoding="utf-8")

    for key, label in scale.labels.items():
        assert f"scales-{scale.words}-{key}-label = {label}\n" in page
        if scale is not GRADIENTS_EARLY:
            assert re.search(f"^scales-{scale.words}-{key}-option = .*{re.escape(label)}", page, re.MULTILINE)

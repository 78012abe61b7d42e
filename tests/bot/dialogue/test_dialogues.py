"""When a dialogue takes part in anything, and what is fixed, open or unsure in it."""

from dataclasses import replace

import pytest

from bot.dialogue.dialogues import (
    EXAMPLE_CHANNEL,
    Constraint,
    ConstraintKind,
    DialogueState,
    is_example_place,
    read_constraints,
)
from bot.dialogue.places import Community, Place
from bot.errors import DialogueClosed
from bot.words import Phrase
from tests.people import GARDEN

FIXED, OPEN, UNSURE = ConstraintKind


def test_an_open_dialogue_lets_through() -> None:
    """The usual case."""
    GARDEN.require_open()


@pytest.mark.parametrize(
    ("state", "key"),
    [
        (DialogueState.PREPARED, "refusals-dialogue-not-open-yet"),
        (DialogueState.CLOSED, "refusals-dialogue-ended"),
    ],
)
def test_a_dialogue_that_is_not_open_takes_nothing(state: DialogueState, key: str) -> None:
    """Before the safety contacts are there, and after the end, nothing can be added."""
    with pytest.raises(DialogueClosed) as refusal:
        replace(GARDEN, state=state).require_open()

    assert refusal.value.phrase == Phrase(key)


def test_each_line_says_what_can_move() -> None:
    """Members read it before the first question."""
    text = "Fixed: the budget\n- OPEN : what grows\n\n* unsure:the opening day\t"

    assert read_constraints(text) == (
        Constraint(FIXED, "the budget"),
        Constraint(OPEN, "what grows"),
        Constraint(UNSURE, "the opening day"),
    )


def test_a_line_without_a_word_goes_on_with_the_one_before() -> None:
    """People break long lines, and a colon in the middle of one means nothing."""
    text = "Fixed: the budget,\nnamely: 900 euros\nOpen:"

    assert read_constraints(text) == (Constraint(FIXED, "the budget, namely: 900 euros Open:"),)


@pytest.mark.parametrize("text", ["", " \n-\n", "the budget", "budget: fixed", "fixed:\nopen: all"])
def test_what_does_not_say_whether_it_can_move_is_not_guessed(text: str) -> None:
    """A constraint filed under the wrong word would mislead everybody who reads it."""
    assert read_constraints(text) is None


def test_only_the_place_of_the_web_room_is_an_example() -> None:
    """A channel of the same name in somebody's community is theirs, and nothing in it is made up."""
    example = Place(Community("web", "room"), EXAMPLE_CHANNEL)

    assert is_example_place(example)
    assert not is_example_place(GARDEN.place)
    assert not is_example_place(replace(example, community=Community("slack", "room")))

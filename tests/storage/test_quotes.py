"""Somebody's words behind a quote, as they may be shown at this moment, and to nobody beyond the wall."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.dialogue.appeals import Appeal
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionState
from bot.dialogue.tickets import Action
from bot.identifiers import AppealId, RevisionId
from bot.speech.effects import Deed
from bot.words import Part, Phrase, Quote
from tests.people import ADA, BEN, CHIDI, GARDEN, MONDAY, ROOM, a_contribution, a_revision, a_round
from tests.storage.memory import Memory

LIFT = a_contribution(BEN, 1)
BY_ADA = a_contribution(ADA, 2)
HIDDEN_NAME = a_contribution(CHIDI, 3, level=Attribution.UNNAMED)
WAITING = a_contribution(CHIDI, 0, level=Attribution.UNNAMED)
CHOSEN = replace(a_contribution(BEN, 4, level=Attribution.CHOSEN_NAME), shown_name="Heron")
COMPLAINT = Appeal(id=AppealId("appeal"), dialogue=GARDEN.id, member=BEN.id, about=None, made_at=MONDAY)
GONE = Phrase("general-gone")


@pytest.fixture
def said(memory: Memory) -> Memory:
    """A memory in which things were said in every way."""
    for contribution in (LIFT, BY_ADA, HIDDEN_NAME, WAITING, CHOSEN):
        memory.say(contribution)
    memory.keep(
        COMPLAINT, replace(a_revision(LIFT), id=RevisionId("words"), of=COMPLAINT.id, body="That was unfair")
    )
    return memory


def quoted(memory: Memory, id: str, part: Part = Part.BODY) -> Any:
    """Return what one quote says."""
    with memory.store.reading(ROOM) as work:
        return work.quoted([Quote(id, part)])[Quote(id, part)]


@pytest.mark.parametrize(
    ("id", "part", "said_now"),
    [
        (LIFT.id, Part.BODY, "Words of ben-1."),
        (LIFT.id, Part.AUTHOR, "Ben"),
        (LIFT.id, Part.NUMBER, "#1"),
        (CHOSEN.id, Part.AUTHOR, "Heron"),
        (BY_ADA.id, Part.AUTHOR, Phrase("general-a-facilitator", {"name": "Ada"})),
        (HIDDEN_NAME.id, Part.AUTHOR, Phrase("general-a-member")),
        (HIDDEN_NAME.id, Part.NUMBER, "#3"),
        (WAITING.id, Part.NUMBER, Phrase("general-not-shown-yet")),
        (COMPLAINT.id, Part.BODY, "That was unfair"),
        (BEN.id, Part.NAME, "Ben"),
        (a_round().id, Part.QUESTION, "What is the garden for?"),
        (GARDEN.id, Part.TITLE, GARDEN.title),
        (GARDEN.id, Part.PURPOSE, GARDEN.purpose),
        ("nothing", Part.BODY, GONE),
        ("nothing", Part.AUTHOR, GONE),
        ("nothing", Part.REASON, GONE),
    ],
)
def test_a_quote_says_what_may_be_shown_now(id: str, part: Part, said_now: object, said: Memory) -> None:
    """Posts hold ids; this is where they become words, at the last moment."""
    assert quoted(said, id, part) == said_now


def test_the_latest_words_are_quoted(said: Memory) -> None:
    """A post follows its author's changes."""
    said.keep(replace(a_revision(LIFT, "A ramp", 2)))

    assert quoted(said, LIFT.id) == "A ramp"


def test_a_name_that_was_chosen_later_does_not_change_what_was_said(said: Memory) -> None:
    """The name stands as it was chosen when the words were sent (C8)."""
    ben = said.get(type(BEN), BEN.id)
    said.keep(replace(ben, name="Benjamin", chosen_name="Stork"))

    assert quoted(said, LIFT.id, Part.AUTHOR) == "Ben"
    assert quoted(said, CHOSEN.id, Part.AUTHOR) == "Heron"


@pytest.mark.parametrize(
    ("state", "key"),
    [(ContributionState.WITHDRAWN, "general-withdrawn"), (ContributionState.HELD, "general-hidden")],
)
def test_words_that_are_gone_become_a_dated_marker(state: ContributionState, key: str, said: Memory) -> None:
    """Nobody's words and nobody's name stand where something was taken back or hidden."""
    kept = said.get(Contribution, LIFT.id)
    said.keep(replace(kept, state=state, state_on=date(2026, 5, 7)))

    assert quoted(said, LIFT.id) == Phrase(key, {"day": "2026-05-07"})
    assert quoted(said, LIFT.id, Part.AUTHOR) == Phrase("general-a-member")


def test_erased_words_become_a_dated_marker(said: Memory) -> None:
    """What is left tells that something was here, and no more."""
    said.keep(erase=(LIFT.id,))

    assert quoted(said, LIFT.id) == Phrase("general-withdrawn", {"day": "2026-05-04"})
    assert quoted(said, LIFT.id, Part.AUTHOR) == Phrase("general-a-member")


def test_a_reason_is_quoted_from_where_it_is_kept(said: Memory) -> None:
    """The ledger shows why, without holding the words."""
    said.keep(deed=Deed(action=Action.HOLD, target=LIFT.id, reason="It names somebody"))
    (row,) = said.rows_of("SELECT id FROM reason")

    assert quoted(said, row[0], Part.REASON) == "It names somebody"


def test_only_what_was_asked_for_is_looked_up(said: Memory) -> None:
    """An answer gets the words it needs and no others."""
    wanted = [Quote(LIFT.id, Part.NUMBER), Quote(BEN.id, Part.NAME)]

    with said.store.reading(ROOM) as work:
        assert set(work.quoted(wanted)) == set(wanted)
        assert work.quoted([]) == {}

"""A message written to the bot: the answer to the one question it can be meant for, or a question back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.dialogue.attribution import Attribution
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.places import Place
from bot.dialogue.rounds import Round
from bot.dialogue.tickets import Action, Ticket
from bot.doorkeeper import NotJoined, WhichRound
from bot.errors import NotFound
from bot.from_text import read_as_form
from bot.identifiers import DialogueId, MemberId, RoundId
from bot.speech.events import FormSubmitted, TextWritten
from bot.speech.writing import BODY, LEVEL
from storage.database import open_in_memory
from tests.people import BEN, ELSEWHERE, GARDEN, MONDAY, ROOM, a_round, account, wrote
from tests.storage.memory import Memory

SECOND = a_round(number=2)


@pytest.fixture
def memory() -> Iterator[Memory]:
    """The garden, with one open round."""
    made = Memory(open_in_memory()).with_garden()
    yield made
    made.close()


def read(memory: Memory, event: TextWritten) -> FormSubmitted:
    """Read a message as a form."""
    with memory.store.reading(ROOM) as work:
        return read_as_form(event, work)


def test_a_mention_answers_the_open_round_of_the_place_with_ones_name(memory: Memory) -> None:
    """Everybody in the channel saw who wrote it (decision 14)."""
    event = wrote(BEN, "A lift")
    form = read(memory, event)

    assert form.ticket == Ticket(Action.CONTRIBUTE, a_round().id)
    assert form.answers == {BODY: "A lift", LEVEL: Attribution.NAMED}
    assert (form.id, form.at, form.seed, form.account) == (event.id, event.at, event.seed, event.account)


def test_a_direct_message_answers_the_open_round_at_ones_usual_level(memory: Memory) -> None:
    """Nobody saw it, so the name is not given away by it."""
    form = read(memory, replace(wrote(BEN, "A lift", is_direct=True), place=ELSEWHERE))

    assert form.ticket == Ticket(Action.CONTRIBUTE, a_round().id)
    assert form.answers == {BODY: "A lift"}


def test_the_post_that_was_answered_says_which_round(memory: Memory) -> None:
    """Several questions may be open; an answer to a post is meant for that one."""
    memory.keep(SECOND)

    form = read(memory, wrote(BEN, "A lift", round=SECOND.id))

    assert form.ticket.subject == SECOND.id
    with pytest.raises(NotFound):
        read(memory, wrote(BEN, "A lift", round="another"))


@pytest.mark.parametrize("is_direct", [True, False])
def test_with_several_open_rounds_the_person_is_asked(is_direct: bool, memory: Memory) -> None:
    """Nothing is guessed (decision 15)."""
    memory.keep(SECOND)

    with pytest.raises(WhichRound) as asked:
        read(memory, wrote(BEN, "A lift", is_direct=is_direct))

    assert [round.id for round in asked.value.rounds] == [a_round().id, SECOND.id]
    assert asked.value.ticket == Ticket(Action.CONTRIBUTE)


def test_a_direct_message_may_be_meant_for_any_dialogue_of_the_person(memory: Memory) -> None:
    """Two groups, one person, one inbox."""
    kitchen = replace(GARDEN, id=DialogueId("kitchen"), place=ELSEWHERE)
    there = replace(a_round(), id=RoundId("there"), dialogue=kitchen.id)
    memory.keep(kitchen, replace(BEN, id=MemberId("ben there"), dialogue=kitchen.id), there)

    with pytest.raises(WhichRound) as asked:
        read(memory, wrote(BEN, "A lift", is_direct=True))

    assert {round.id for round in asked.value.rounds} == {a_round().id, there.id}


def test_a_stranger_is_asked_to_join_and_nothing_is_read(memory: Memory) -> None:
    """Nothing is kept before the yes (I4)."""
    with pytest.raises(NotJoined) as refused:
        read(memory, wrote(account("Stranger"), "A lift"))

    assert refused.value.dialogue == GARDEN.id
    with pytest.raises(NotFound):
        read(memory, wrote(account("Stranger"), "A lift", is_direct=True))


@pytest.mark.parametrize("is_direct", [True, False])
def test_without_an_open_round_that_is_said(is_direct: bool, memory: Memory) -> None:
    """A closed round takes late words by its button, never by a message that may be meant otherwise."""
    memory.keep(replace(memory.get(Round, a_round().id), closed_at=MONDAY))

    with pytest.raises(NotFound) as refused:
        read(memory, wrote(BEN, "A lift", is_direct=is_direct))

    assert refused.value.phrase.key == "refusals-no-open-round"


def test_a_dialogue_that_has_ended_takes_no_messages(memory: Memory) -> None:
    """Its channel is used for other things again."""
    memory.keep(replace(memory.get(Dialogue, GARDEN.id), state=DialogueState.CLOSED))

    with pytest.raises(NotFound):
        read(memory, wrote(BEN, "A lift"))


def test_a_mention_where_nothing_is_held_finds_no_round(memory: Memory) -> None:
    """Also for somebody who takes part elsewhere."""
    with pytest.raises(NotFound):
        read(memory, replace(wrote(BEN, "A lift"), place=Place(ROOM, "cellar")))

"""On a platform whose rules may forbid it, nobody is offered to write without a name, also not later."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.acts import ACTS
from bot.dialogue.attribution import ALL_LEVELS, Attribution, levels_with_a_name
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.standing import RoundOf
from bot.dialogue.tickets import Action, Ticket
from bot.doorkeeper import admit
from bot.errors import NotAllowed
from bot.speech.asking import Asking
from bot.speech.effects import Effects, OpenForm, Reply
from bot.speech.events import Asked, CommandGiven, FormSubmitted
from storage.database import open_in_memory
from tests.people import ADA, BEN, GARDEN, HOUSE, ROOM, a_contribution, a_round, sent, typed
from tests.statements import CHECK_IN, STATEMENT
from tests.storage.memory import Memory

HERE_NAMES_STAND = replace(HOUSE, names_stand_on=frozenset({ROOM.platform}))
WITH_A_NAME = (Attribution.NAMED, Attribution.CHOSEN_NAME)
LIFT = a_contribution(ADA, 1)


@pytest.fixture
def memory() -> Iterator[Memory]:
    """The garden, where hiding was offered before the operator changed their mind."""
    made = Memory(open_in_memory()).with_garden()
    made.say(LIFT)
    made.keep(replace(STATEMENT, version=0), replace(CHECK_IN, version=0))
    yield made
    made.close()


def let_in(memory: Memory, event: Asked) -> tuple[object, Asking]:
    """Let somebody in where names stand."""
    act = ACTS[event.ticket.action]
    loads = act.sent_loads if isinstance(event, FormSubmitted) else act.asked_loads
    with memory.store.reading(ROOM) as work:
        return admit(event, act, loads, HERE_NAMES_STAND, work)


def test_what_has_a_name_stays() -> None:
    """A dialogue that offered only to hide can still be spoken in."""
    assert levels_with_a_name(ALL_LEVELS) == WITH_A_NAME
    assert levels_with_a_name((Attribution.UNNAMED,)) == (Attribution.NAMED,)


@pytest.mark.parametrize(
    "ticket",
    [
        Ticket(Action.CONTRIBUTE, a_round().id),
        Ticket(Action.OPEN_ROUND, GARDEN.id),
        Ticket(Action.RESPOND, CHECK_IN.id),
    ],
)
def test_nothing_that_is_asked_about_offers_to_hide(memory: Memory, ticket: Ticket) -> None:
    """Also a question from before: a form that is open must not bring in what is off now."""
    subject, asking = let_in(memory, typed(ADA, ticket))

    assert Attribution.UNNAMED not in subject.levels  # type: ignore[attr-defined]  # each of the three has them
    assert asking.here.levels == WITH_A_NAME


def test_also_the_round_of_what_is_answered_offers_none(memory: Memory) -> None:
    """An answer to somebody is a contribution like any other."""
    _, asking = let_in(memory, typed(BEN, Ticket(Action.ANSWER, LIFT.id)))

    assert asking.loaded(RoundOf).round.levels == WITH_A_NAME


def test_a_form_that_asks_for_it_all_the_same_is_refused(memory: Memory) -> None:
    """Anybody can forge what a form sends."""
    event = typed(BEN, Ticket(Action.CONTRIBUTE, a_round().id), level="unnamed", body="A lift.")
    subject, asking = let_in(memory, event)

    with pytest.raises(NotAllowed, match="contribute-level-not-offered"):
        _do(event, subject, asking)


def test_whoever_starts_a_dialogue_is_not_offered_it(memory: Memory) -> None:
    """The first place where it could be chosen."""
    memory.keep(replace(memory.get(Dialogue, GARDEN.id), state=DialogueState.PREPARED))
    event = typed(ADA, Ticket(Action.FINISH_START, GARDEN.id))
    reply = _do(event, *let_in(memory, event)).reply
    assert isinstance(reply, OpenForm)
    levels = next(field for field in reply.form.fields if field.id == "levels")
    form = sent(
        ADA, event.ticket, zone="UTC", language="en", levels="unnamed", keeping="Two years.", run_by="Ada"
    )
    subject, asking = let_in(memory, form)
    act = ACTS[form.ticket.action]
    assert act.sent
    kept = act.sent(subject, asking, form).keep

    assert tuple(option.key for option in levels.options) == WITH_A_NAME
    assert [thing.levels for thing in kept if isinstance(thing, Dialogue)] == [(Attribution.NAMED,)]


def _do(event: CommandGiven, subject: object, asking: Asking) -> Effects[Reply]:
    act = ACTS[event.ticket.action]
    assert act.asked
    return act.asked(subject, asking, event)

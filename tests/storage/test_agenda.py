"""What is planned: due when its local time says so, with one id for its event, done when it was handled."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue.rhythm import Occurrence
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import OccurrenceId
from storage.agenda import SqlAgenda
from tests.people import GARDEN, MONDAY, ROOM, TODAY, a_round
from tests.storage.memory import Memory

CLOSING = Occurrence(
    id=OccurrenceId("closing"),
    dialogue=GARDEN.id,
    ticket=Ticket(Action.CLOSE_ROUND, a_round().id),
    day=TODAY,
    time=time(18, 0),
    zone="Asia/Kolkata",
)
DUE = datetime.combine(TODAY, time(18, 0), ZoneInfo("Asia/Kolkata")).astimezone(UTC)
LATER = replace(CLOSING, id=OccurrenceId("later"), time=time(19, 0))


@pytest.fixture
def agenda(memory: Memory) -> SqlAgenda:
    """An agenda with two moments in it."""
    memory.keep(LATER, CLOSING)
    return SqlAgenda(memory.store)


def test_an_empty_agenda_has_nothing_next(memory: Memory) -> None:
    """The clock may rest."""
    agenda = SqlAgenda(memory.store)

    assert agenda.next_due() is None
    assert agenda.claim(MONDAY, 9) == ()
    assert agenda.planned(GARDEN.id) == ()


def test_the_moment_follows_from_local_time_and_zone(agenda: SqlAgenda) -> None:
    """People agreed on six in the evening where they live."""
    assert agenda.next_due() == DUE
    assert agenda.claim(DUE - timedelta(microseconds=1), 9) == ()
    (event,) = agenda.claim(DUE, 9)
    assert (event.ticket, event.occurrence, event.at, event.community) == (
        CLOSING.ticket, CLOSING.id, DUE, ROOM,
    )  # fmt: skip


def test_the_soonest_comes_first_and_not_all_at_once(agenda: SqlAgenda) -> None:
    """Ten thousand due moments must not be held in memory together."""
    after = DUE + timedelta(days=1)

    assert [event.occurrence for event in agenda.claim(after, 1)] == [CLOSING.id]
    assert [event.occurrence for event in agenda.claim(after, 9)] == [CLOSING.id, LATER.id]
    assert [occurrence.id for occurrence in agenda.planned(GARDEN.id)] == [CLOSING.id, LATER.id]


def test_the_event_has_one_id_however_often_it_is_claimed(memory: Memory, agenda: SqlAgenda) -> None:
    """A bot that is killed between looking and keeping does it once, after its restart."""
    (first,) = agenda.claim(DUE, 9)
    (second,) = agenda.claim(DUE + timedelta(minutes=1), 9)
    memory.keep(event=first)

    assert first.id == second.id
    assert first.seed != second.seed
    assert agenda.claim(DUE, 9) == ()
    assert agenda.next_due() == LATER.due


def test_what_is_cancelled_does_not_come(memory: Memory, agenda: SqlAgenda) -> None:
    """A round closed by hand must not close again."""
    memory.keep(cancel=(CLOSING.id,))

    assert [occurrence.id for occurrence in agenda.planned(GARDEN.id)] == [LATER.id]


def test_what_is_planned_again_comes_again_under_another_id(memory: Memory, agenda: SqlAgenda) -> None:
    """Words that wait for company are looked at a day later, and that is another event."""
    (first,) = agenda.claim(DUE, 9)
    memory.keep(replace(CLOSING, day=TODAY + timedelta(days=1)), event=first)

    (second,) = (e for e in agenda.claim(DUE + timedelta(days=1), 9) if e.occurrence == CLOSING.id)

    assert second.id != first.id

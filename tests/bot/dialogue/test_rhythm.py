"""What is planned, and when it is due."""

from datetime import UTC, date, datetime, time

from bot.dialogue.rhythm import Occurrence
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import OccurrenceId
from tests.people import GARDEN


def test_an_occurrence_is_due_at_its_local_time() -> None:
    """Only date, time and zone are kept, so that a new rule for the zone moves it without loss."""
    planned = Occurrence(
        id=OccurrenceId("close-round-1"),
        dialogue=GARDEN.id,
        ticket=Ticket(Action.CLOSE_ROUND, "round-1"),
        day=date(2026, 5, 7),
        time=time(18),
        zone="Asia/Kolkata",
    )

    assert planned.due == datetime(2026, 5, 7, 12, 30, tzinfo=UTC)

"""What is planned: when the next is due, what is due now, what is to come."""

from datetime import datetime
from secrets import token_bytes

from sqlalchemy import func, select

from bot.dialogue.rhythm import Occurrence
from bot.dialogue.tickets import Ticket
from bot.identifiers import DialogueId, EventId, OccurrenceId, Seed
from bot.speech.events import CameDue
from storage.rows import community_of, fact_of, from_micros, to_micros
from storage.schema import T
from storage.sql import SqlStore


class SqlAgenda:
    """The agenda, read on a connection of its own."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def next_due(self) -> datetime | None:
        """Return when the next occurrence is due, or nothing when none is planned."""
        occurrence = T.occurrence.c
        with self._store.looking() as connection:
            due = connection.execute(select(func.min(occurrence.due)).where(~occurrence.is_done)).scalar()
        return None if due is None else from_micros(due)

    def claim(self, now: datetime, most: int) -> tuple[CameDue, ...]:
        """Return events for what is due; each has the same id however often it is claimed."""
        occurrence = T.occurrence.c
        due = (
            select(T.occurrence)
            .where(~occurrence.is_done, occurrence.due <= to_micros(now))
            .order_by(occurrence.due)
            .limit(most)
        )
        with self._store.looking() as connection:
            rows = [dict(row) for row in connection.execute(due).mappings()]
        return tuple(
            CameDue(
                id=EventId(f"due:{row['id']}:{row['due']}"),
                at=now,
                seed=Seed(token_bytes(32)),
                community=community_of(row["workspace"]),
                ticket=Ticket.read(row["ticket"]),
                occurrence=OccurrenceId(row["id"]),
            )
            for row in rows
        )

    def planned(self, dialogue: DialogueId) -> tuple[Occurrence, ...]:
        """Return what is still to come in a dialogue, the soonest first."""
        occurrence = T.occurrence.c
        coming = select(T.occurrence).where(occurrence.dialogue == dialogue, ~occurrence.is_done)
        with self._store.looking() as connection:
            rows = connection.execute(coming.order_by(occurrence.due)).mappings().all()
        return tuple(fact_of(Occurrence, dict(row)) for row in rows)

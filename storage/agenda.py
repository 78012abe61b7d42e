"""What is planned: when the next is due, what is due now, what is to come."""

from datetime import date, datetime
from secrets import token_bytes
from typing import Any

from sqlalchemy import bindparam, func, select

from bot.dialogue.rhythm import Occurrence, Planned
from bot.dialogue.tickets import Ticket
from bot.identifiers import DialogueId, EventId, MemberId, OccurrenceId, Seed, new_id
from bot.speech.events import CameDue
from storage.rows import community_of, fact_of, from_micros, to_micros
from storage.schema import T
from storage.sql import SqlStore
from storage.whereabouts import may_come

DUE = (
    select(T.occurrence)
    .where(~T.occurrence.c.is_done, T.occurrence.c.due <= bindparam("moment"), may_come())
    .order_by(T.occurrence.c.due)
    .limit(bindparam("most"))
)
"""What is asked at every beat, put into words once."""


class SqlAgenda:
    """The agenda, read on a connection of its own."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def next_due(self) -> datetime | None:
        """Return when the next occurrence is due, or nothing when none is planned."""
        occurrence = T.occurrence.c
        with self._store.looking() as connection:
            due = connection.execute(
                select(func.min(occurrence.due)).where(~occurrence.is_done, may_come())
            ).scalar()
        return None if due is None else from_micros(due)

    def claim(self, now: datetime, most: int) -> tuple[CameDue, ...]:
        """
        Return events for what is due, one for each schedule and date, at most so many occurrences.

        What stands alone has the same id however often it is claimed.
        """
        asked = {"moment": to_micros(now), "most": most}
        with self._store.looking() as connection:
            found = connection.execute(DUE, asked)
            names = tuple(found.keys())
            rows = [dict(zip(names, row, strict=True)) for row in found.all()]
        together: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for row in rows:
            together.setdefault((row["schedule"] or row["id"], row["day"]), []).append(row)
        return tuple(_came_due(each, now) for each in together.values())

    def planned(self, dialogue: DialogueId) -> tuple[Occurrence, ...]:
        """Return what is still to come in a dialogue, the soonest first."""
        occurrence = T.occurrence.c
        coming = select(T.occurrence).where(occurrence.dialogue == dialogue, ~occurrence.is_done)
        with self._store.looking() as connection:
            rows = connection.execute(coming.order_by(occurrence.due)).mappings().all()
        return tuple(fact_of(Occurrence, dict(row)) for row in rows)


def _came_due(rows: list[dict[str, Any]], now: datetime) -> CameDue:
    first = rows[0]
    ids = "".join(row["id"] for row in rows) if len(rows) > 1 else first["id"]
    name = new_id(Seed(b"due"), ids) if len(rows) > 1 else ids
    return CameDue(
        id=EventId(f"due:{name}:{first['due']}"),
        at=now,
        seed=Seed(token_bytes(32)),
        community=community_of(first["workspace"]),
        ticket=Ticket.read(first["ticket"]),
        occurrence=OccurrenceId(first["id"]),
        day=date.fromisoformat(first["day"]),
        planned=tuple(_planned(row) for row in rows) if first["schedule"] or first["recipient"] else (),
    )


def _planned(row: dict[str, Any]) -> Planned:
    recipient = MemberId(row["recipient"])
    return Planned(OccurrenceId(row["id"]), recipient, row["zone"], from_micros(row["due"]))

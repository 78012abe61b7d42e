"""Who holds what, under fencing numbers, and what was spent of a budget: the same for all processes."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from storage.rows import to_micros
from storage.schema import T
from storage.sql import SqlStore

FIRST = 1


class SqlLeases:
    """The leases; everything but `holds` runs on the writer's thread."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def take(self, name: str, holder: str, now: datetime, length: timedelta) -> int | None:
        """
        Take a lease, or hold it for longer; return its fencing number, or nothing while another has it.

        The number grows each time a lease changes hands or was let run out, and never otherwise.
        """
        until = to_micros(now + length)

        def unit(connection: Connection) -> int | None:
            row = _find(connection, name)
            if row is None:
                values = {"name": name, "holder": holder, "fence": FIRST, "until": until}
                connection.execute(insert(T.lease).values(**values))
                return FIRST
            is_running = row["until"] > to_micros(now)
            if is_running and row["holder"] != holder:
                return None
            fence = int(row["fence"]) + (0 if is_running else 1)
            taking = update(T.lease).where(T.lease.c.name == name)
            connection.execute(taking.values(holder=holder, fence=fence, until=until))
            return fence

        return self._store.do(unit, [f"lease {name}"])

    def holds(self, name: str, fence: int, now: datetime) -> bool:
        """Whether the lease with this number is still the one that counts."""
        with self._store.looking() as connection:
            row = _find(connection, name)
        return row is not None and row["fence"] == fence and row["until"] > to_micros(now)

    def release(self, name: str, fence: int) -> None:
        """Let the next process have it at once."""
        mine = (T.lease.c.name == name, T.lease.c.fence == fence)
        self._store.do(lambda connection: connection.execute(update(T.lease).where(*mine).values(until=0)))

    def spend(self, name: str, now: datetime, most: int, within: timedelta) -> bool:
        """Spend once of a budget of *most* within so long; return whether there was anything left."""
        spending = T.spending.c
        row = {"id": token_urlsafe(16), "name": name, "at": to_micros(now)}

        def unit(connection: Connection) -> bool:
            gone = (spending.name == name, spending.at <= to_micros(now - within))
            connection.execute(delete(T.spending).where(*gone))
            spent = connection.execute(select(func.count()).where(spending.name == name)).scalar_one()
            if spent >= most:
                return False
            connection.execute(insert(T.spending).values(**row))
            return True

        return self._store.do(unit, [f"budget {name}"])


def _find(connection: Connection, name: str) -> Mapping[str, Any] | None:
    row = connection.execute(select(T.lease).where(T.lease.c.name == name)).mappings().first()
    return dict(row) if row else None

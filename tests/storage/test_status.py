"""How things stand: counts and ids for the operator, no word of anybody; and whether the file is whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.dialogue.tickets import Action, Ticket
from bot.errors import StoreUnusable
from storage.database import FILE_NAME, Database, open_file
from storage.rows import to_micros
from storage.schema import T
from storage.status import LATE, find_figures, looking_at, read_status, require_whole
from tests.fakes.group import Group


@pytest.fixture
def group(database: Database) -> Iterator[Group]:
    """A room in which nothing has happened, in a memory of each kind."""
    made = Group(database)
    yield made
    made.close()


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """A folder with a dialogue in it."""
    group = Group(open_file(tmp_path))
    dialogue = group.start(title="A title of the group")
    group.join("Ben", dialogue)
    group.say("Ben", group.ask(dialogue), "Something that only Ben would say")
    group.close()
    return tmp_path


def told(group: Group) -> list[str]:
    """Return what the operator reads."""
    with group.store.looking() as connection:
        return list(read_status(connection))


def test_nothing_yet_is_said_in_three_lines(group: Group) -> None:
    """A bot that has just been set up is in order."""
    assert told(group) == [
        "Dialogues: 0, open: 0.",
        "Posts that wait: 0. Posts that could not be delivered: 0.",
        "Nothing is planned.",
    ]


def test_each_dialogue_is_told_with_its_counts(group: Group) -> None:
    """The id is what `export` asks for; who has left or not yet agreed is not counted."""
    first = group.start()
    for who in ("Ben", "Chidi", "Dana"):
        group.join(who, first)
    with group.store.writing() as connection:
        connection.execute(update(T.member).where(T.member.c.name == "Dana").values(has_left=True))
    round = group.ask(first)
    group.ask(first)
    group.say("Ben", round, "A lift")
    group.does("Ada", Action.CLOSE_ROUND, round)
    group.place = replace(group.place, channel="kitchen")
    second = group.start()
    group.sends("Ada", Ticket(Action.CLOSE_DIALOGUE, second), reason="It is done")

    assert told(group)[:3] == [
        "Dialogues: 2, open: 1.",
        f"  {first} in web:room, open. People: 2, open questions: 1, contributions: 1.",
        f"  {second} in web:room, closed. People: 0, open questions: 0, contributions: 0.",
    ]


def test_no_word_of_anybody_is_told(group: Group) -> None:
    """What an operator pastes into a question for help must hold nothing of the group."""
    dialogue = group.start(title="A canary title")
    group.join("Ben", dialogue, chosen_name="A canary name")
    group.say("Ben", group.ask(dialogue), "A canary")

    assert [word for word in ("canary", "Ben", "Ada") if word in "".join(told(group))] == []


def test_posts_are_counted_by_what_keeps_them(group: Group) -> None:
    """What waits will come; what could not be delivered needs somebody; what was taken down needs nobody."""
    group.join("Ben", group.start())
    waiting, delivery, taken_down = told(group), group.deliver()[0], update(T.post).values(message=None)
    delivered = told(group)
    group.outbox.failed(delivery, None)
    stuck = told(group)
    with group.store.writing() as connection:
        connection.execute(taken_down)
    gone = told(group)

    assert [lines[-2] for lines in (waiting, delivered, stuck, gone)] == [
        "Posts that wait: 1. Posts that could not be delivered: 0.",
        "Posts that wait: 0. Posts that could not be delivered: 0.",
        "Posts that wait: 0. Posts that could not be delivered: 1.",
        "Posts that wait: 0. Posts that could not be delivered: 0.",
    ]


@pytest.mark.parametrize(
    ("from_now", "added"),
    [(timedelta(days=1), ""), (-LATE / 2, ""), (-2 * LATE, " (it is late: is the bot running?)")],
)
def test_the_next_moment_is_told_and_whether_it_is_late(
    from_now: timedelta, added: str, group: Group
) -> None:
    """A bot that runs looks four times a minute; what is due for longer waits for one that does not run."""
    group.ask(group.start())
    due = datetime.now(UTC) + from_now
    with group.store.writing() as connection:
        connection.execute(update(T.occurrence).values(due=to_micros(due)))

    assert told(group)[-1] == f"Next planned moment: {due:%Y-%m-%d %H:%M} UTC{added}."


def test_a_look_says_what_kept_it_from_looking(used: Path) -> None:
    """No folder, no database of ours, a page that cannot be read: three sentences, and never a traceback."""
    damage(used, "ledger")

    with pytest.raises(StoreUnusable, match=r"^There is nothing in "), looking_at(used / "elsewhere"):
        pass
    with (
        pytest.raises(StoreUnusable, match="cannot be read: database disk image is malformed"),
        looking_at(used) as connection,
    ):
        connection.execute(select(T.ledger)).all()
    (used / FILE_NAME).write_bytes(b"no database at all" * 9)
    with pytest.raises(StoreUnusable, match="is not a database of Counterpoint"), looking_at(used):
        pass


def test_looking_leaves_nothing_and_changes_nothing(used: Path) -> None:
    """The operator may look at any time, also at a copy somebody else needs as it is."""
    before = {path.name: path.read_bytes() for path in used.iterdir()}

    with looking_at(used) as connection:
        list(read_status(connection))
        require_whole(connection, used)

    assert {path.name: path.read_bytes() for path in used.iterdir()} == before


def test_the_figures_say_how_long_the_oldest_waits(group: Group) -> None:
    """An alert on them rings before members begin to wonder."""
    group.join("Ben", group.start())
    later = group.clock.at + timedelta(minutes=5)
    with group.store.looking() as connection:
        first, then = find_figures(connection, group.clock.at), find_figures(connection, later)

    assert (first.waiting, first.undeliverable, first.oldest_moment) == (1, 0, 0.0)
    assert then.oldest_post - first.oldest_post == 300.0


@pytest.mark.parametrize("table", ["dialogue", "revision", "ledger", "occurrence", "member"])
def test_a_page_that_cannot_be_read_is_found_wherever_it_is(table: str, used: Path) -> None:
    """It would come up in the middle of a dialogue, when the last whole backup may be gone (F21)."""
    with looking_at(used) as connection:
        require_whole(connection, used)
    damage(used, table)
    before = (used / FILE_NAME).read_bytes()

    with (
        pytest.raises(StoreUnusable, match=f"^{used / FILE_NAME} is damaged .*last backup"),
        looking_at(used) as connection,
    ):
        require_whole(connection, used)

    assert (used / FILE_NAME).read_bytes() == before


def damage(folder: Path, table: str) -> None:
    """Overwrite the first page of a table, as a bad disk would."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        found = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(found, (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)

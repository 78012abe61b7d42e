"""What PostgreSQL adds: a wall of its own, a role without rights, and processes that share the work."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.exc import ProgrammingError

from bot.dialogue.contributions import Contribution
from bot.dialogue.places import Community
from bot.dialogue.tickets import Action
from bot.errors import StoreUnusable
from bot.identifiers import DialogueId
from bot.speech.effects import Deed
from storage import owning
from storage.owning import find_faults, look_at_postgres, open_postgres
from storage.schema import T
from storage.walls import TABLES, enter
from tests.fakes.real_postgres import new_address, open_emptied, shared_server
from tests.people import BEN, GARDEN, a_contribution
from tests.storage.memory import Memory

LIFT = a_contribution(BEN, 1)
OTHER_ROOM = Community("web", "other room")


@pytest.fixture
def memory() -> Iterator[Memory]:
    """The garden on a server, with words and an act in its ledger."""
    made = Memory(open_emptied()).with_garden()
    made.say(LIFT, "A lift", deed=Deed(action=Action.HOLD, target="x", reason="why"))
    yield made
    made.close()


def test_what_one_process_keeps_another_one_reads() -> None:
    """That is all an operator asks of DATABASE_URL."""
    address = new_address()
    first, second = Memory(open_postgres(address)).with_garden(), Memory(open_postgres(address))

    first.say(LIFT, "A lift")

    assert second.get(Contribution, LIFT.id).number == 1
    assert second.rows(select(T.revision.c.body)) == [("A lift",)]
    first.close()
    second.close()


def test_a_database_is_made_once_by_all_who_start_together() -> None:
    """Two processes are started at the same moment, and each finds a whole database."""
    address = new_address("template0")

    with ThreadPoolExecutor(3) as starting:
        opened = list(starting.map(open_postgres, [address] * 3))

    for database in opened:
        with database.reading() as connection:
            assert connection.execute(select(T.dialogue.c.id)).all() == []
        database.close()


# --- the second wall ---


def test_every_table_of_a_group_stands_behind_the_wall(memory: Memory) -> None:
    """A table that somebody adds and forgets would be a hole for all workspaces."""
    walled = memory.rows_of(
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relkind = 'r'"
    )

    assert {name for (name,) in walled} == {table.name for table in TABLES if "workspace" in table.c}


def test_a_question_that_forgets_the_workspace_finds_nothing_of_another(memory: Memory) -> None:
    """One forgotten clause must not show a group's words to another group (A6)."""
    with memory.database.reading(OTHER_ROOM.workspace) as connection:
        assert connection.execute(select(T.revision)).all() == []
        assert connection.execute(select(T.member)).all() == []
    with memory.database.reading("web:room") as connection:
        assert len(connection.execute(select(T.revision)).all()) == 1


def test_a_row_cannot_be_put_behind_the_wall_of_another_workspace(memory: Memory) -> None:
    """The wall stands for what is written as well."""

    def smuggle() -> None:
        with memory.database.writing() as connection:
            enter(connection, OTHER_ROOM.workspace)
            connection.execute(T.inbox.insert().values(id="x", workspace="web:room", at=0))

    with pytest.raises(ProgrammingError, match="row-level security"):
        smuggle()


def test_whoever_has_entered_no_workspace_sees_nothing(memory: Memory) -> None:
    """What was forgotten must fail closed."""
    with memory.database.writing() as connection:
        connection.exec_driver_sql("RESET counterpoint.workspace")
        enter(connection, "")
        assert connection.execute(select(T.dialogue)).all() == []


def test_a_batch_goes_from_one_workspace_to_the_next(memory: Memory) -> None:
    """Events of several groups share a commit, and each is written behind its own wall."""
    here = memory.event()
    there = replace(memory.event(), community=OTHER_ROOM)
    garden = replace(GARDEN, place=replace(GARDEN.place, community=OTHER_ROOM), id=DialogueId("other garden"))

    with memory.store.batch([here, there, here]) as batch:
        batch.work(here.community).keep(here, memory.effects(a_contribution(BEN, 2)), GARDEN.id, BEN.id)
        batch.work(OTHER_ROOM).keep(there, memory.effects(garden), None, None)
        assert batch.work(here.community).has_handled(here)

    assert sorted(memory.rows(select(T.dialogue.c.workspace))) == [("web:other room",), ("web:room",)]


# --- the role without rights ---


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE ledger SET actor = 'x'",
        "DELETE FROM ledger",
        "TRUNCATE revision",
        "DROP TABLE ledger",
        "DROP TRIGGER ledger_is_never_cut ON ledger",
        "ALTER TABLE ledger DISABLE ROW LEVEL SECURITY",
        "UPDATE alembic_version SET version_num = '9999'",
    ],
)
def test_the_running_bot_may_not(words: str, memory: Memory) -> None:
    """What the role may not do, no fault and no stolen connection of the bot can do (C6)."""
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        memory.store.writing() as bot,
    ):
        bot.exec_driver_sql(words)


def test_a_deleted_dialogue_still_takes_its_ledger_along(memory: Memory) -> None:
    """The one way out, and it goes by the hand of the owner."""
    memory.keep(delete_dialogue=GARDEN.id)

    assert memory.rows(select(T.ledger)) == []


# --- what is said to the operator ---


def test_a_newer_database_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Older code would misread what newer code wrote (R7)."""
    address = new_address()
    monkeypatch.setattr(owning, "NEWEST", "0000")

    with pytest.raises(StoreUnusable, match="newer version"):
        open_postgres(address)
    with pytest.raises(StoreUnusable, match="another version"):
        look_at_postgres(address)
    assert [fault for fault in find_faults(address) if "newer version" in fault]


def test_an_empty_database_is_no_fault_and_nothing_to_look_at() -> None:
    """`doctor` is asked before the first start, `status` after it."""
    address = new_address("template0")

    assert list(find_faults(address)) == []
    with pytest.raises(StoreUnusable, match="nothing in the database yet"):
        look_at_postgres(address)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://me:hunter2@127.0.0.1:9/talks",
        "mysql://me:hunter2@localhost/talks",
        "hunter2",
        "://hunter2",
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(address: str) -> None:
    """The operator pastes the sentence into a question for help."""
    with pytest.raises(StoreUnusable) as raised:
        open_postgres(address)

    assert "hunter2" not in str(raised.value)


def test_an_account_that_may_not_make_roles_is_told_what_is_missing() -> None:
    """Whoever rents a database gets an account with few rights."""
    server, address = shared_server(), new_address("template0")
    server.run("DROP ROLE IF EXISTS poor", "CREATE ROLE poor LOGIN")

    with pytest.raises(StoreUnusable, match="PostgreSQL cannot be used: permission denied"):
        open_postgres(address.replace("postgres@", "poor@"))

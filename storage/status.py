"""How things stand, in plain words for the operator: no names and no words of anybody."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Table, func, select
from sqlalchemy.exc import DatabaseError

from bot.dialogue.dialogues import DialogueState
from bot.errors import StoreUnusable
from bot.ports import Figures
from storage.database import FILE_NAME
from storage.faults import told
from storage.opening import open_to_look
from storage.rows import from_micros
from storage.schema import T
from storage.sql import SqlStore

LATE = timedelta(minutes=1)
"""A bot that runs looks at its agenda more often than that."""


@contextmanager
def looking_at(folder: Path, address: str = "") -> Iterator[Connection]:
    """
    Open the memory that the settings name for one look at everything; the bot may be running on it.

    Raises:
        StoreUnusable: There is nothing yet, it is not ours, or something in it cannot be read.
    """
    with closing(SqlStore(open_to_look(folder, address))) as store:
        try:
            with store.looking() as connection:
                yield connection
        except DatabaseError as error:
            where = "The database" if address else str(folder / FILE_NAME)
            raise StoreUnusable(
                f"{where} cannot be read: {told(error)}. "
                "If it stays so, keep it as it is, and put your last backup in its place."
            ) from error


def read_status(connection: Connection) -> Iterator[str]:
    """Return one sentence for each thing an operator asks first."""
    dialogue = T.dialogue.c
    found = select(dialogue.id, dialogue.state, dialogue.workspace).order_by(dialogue.started_at, dialogue.id)
    dialogues = connection.execute(found).all()
    are_open = sum(state == DialogueState.OPEN for _, state, _ in dialogues)
    yield f"Dialogues: {len(dialogues)}, open: {are_open}."
    for id, state, workspace in dialogues:
        yield from _of_dialogue(connection, id, state, workspace)
    waiting = _count(connection, T.post, T.post.c.state == "waiting")
    # What was taken down on purpose ends in the same state, but without a message.
    stuck = _count(connection, T.post, (T.post.c.state == "undeliverable") & T.post.c.message.is_not(None))
    yield f"Posts that wait: {waiting}. Posts that could not be delivered: {stuck}."
    due = connection.execute(select(func.min(T.occurrence.c.due)).where(~T.occurrence.c.is_done)).scalar()
    yield "Nothing is planned." if due is None else f"Next planned moment: {_moment(due)}."


def find_figures(connection: Connection, now: datetime) -> Figures:
    """Return how much waits."""
    post, planned = T.post.c, T.occurrence.c
    waiting, stuck = post.state == "waiting", (post.state == "undeliverable") & post.message.is_not(None)
    first_post = connection.execute(select(func.min(post.due)).where(waiting)).scalar()
    first_moment = connection.execute(select(func.min(planned.due)).where(~planned.is_done)).scalar()
    return Figures(
        waiting=_count(connection, T.post, waiting),
        undeliverable=_count(connection, T.post, stuck),
        oldest_post=_seconds_since(first_post, now),
        oldest_moment=_seconds_since(first_moment, now),
    )


def require_whole(connection: Connection, folder: Path) -> None:
    """
    Look through the whole file in *folder*, so that nobody builds upon a page that cannot be read.

    Raises:
        StoreUnusable: Something in it is damaged.
    """
    if connection.dialect.name == "postgresql":
        return  # a server looks after its own pages
    try:
        found = connection.exec_driver_sql("PRAGMA quick_check(3)").scalars().all()
    except DatabaseError as error:
        found = [str(error.orig)]
    if found != ["ok"]:
        raise StoreUnusable(
            f"{folder / FILE_NAME} is damaged ({'; '.join(' '.join(line.split()) for line in found)}). "
            "Nothing was changed. Keep it as it is, and put your last backup in its place."
        )


def _of_dialogue(connection: Connection, id: str, state: str, workspace: str) -> Iterator[str]:
    member = T.member.c
    is_here = (member.dialogue == id) & member.consent.is_not(None) & ~member.has_left
    is_open = (T.round.c.dialogue == id) & T.round.c.opened_at.is_not(None) & T.round.c.closed_at.is_(None)
    contributions = _count(connection, T.contribution, T.contribution.c.dialogue == id)
    yield (
        f"  {id} in {workspace}, {state}. People: {_count(connection, T.member, is_here)}, "
        f"open questions: {_count(connection, T.round, is_open)}, contributions: {contributions}."
    )


def _seconds_since(micros: int | None, now: datetime) -> float:
    return max(0.0, (now - from_micros(micros)).total_seconds()) if micros is not None else 0.0


def _count(connection: Connection, table: Table, where: ColumnElement[bool]) -> int:
    counting = select(func.count()).select_from(table).where(where)
    return connection.execute(counting).scalar_one()


def _moment(micros: int) -> str:
    late = " (it is late: is the bot running?)" if from_micros(micros) < datetime.now(UTC) - LATE else ""
    return f"{from_micros(micros):%Y-%m-%d %H:%M} UTC{late}"

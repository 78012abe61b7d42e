"""How things stand, in plain words for the operator: no names and no words of anybody."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Table, func, select

from bot.dialogue.dialogues import DialogueState
from storage.rows import from_micros
from storage.schema import T


def read_status(connection: Connection) -> Iterator[str]:
    """Return one sentence for each thing an operator asks first."""
    dialogues = connection.execute(select(T.dialogue.c.id, T.dialogue.c.state, T.dialogue.c.workspace)).all()
    yield f"Dialogues: {len(dialogues)}, open: {sum(state == DialogueState.OPEN for _, state, _ in dialogues)}."
    for id, state, workspace in dialogues:
        yield from _of_dialogue(connection, id, state, workspace)
    waiting = _count(connection, T.post, T.post.c.state == "waiting")
    stuck = _count(connection, T.post, T.post.c.state == "undeliverable")
    yield f"Posts that wait: {waiting}. Posts that could not be delivered: {stuck}."
    due = connection.execute(select(func.min(T.occurrence.c.due)).where(~T.occurrence.c.is_done)).scalar()
    yield f"Next planned moment: {_moment(due)}." if due else "Nothing is planned."


def _of_dialogue(connection: Connection, id: str, state: str, workspace: str) -> Iterator[str]:
    members = _count(connection, T.member, (T.member.c.dialogue == id) & T.member.c.consent.is_not(None))
    is_open = (T.round.c.dialogue == id) & T.round.c.opened_at.is_not(None) & T.round.c.closed_at.is_(None)
    contributions = _count(connection, T.contribution, T.contribution.c.dialogue == id)
    yield (
        f"  {id} in {workspace}, {state}: {members} people take part, "
        f"{_count(connection, T.round, is_open)} open questions, {contributions} contributions."
    )


def _count(connection: Connection, table: Table, where: ColumnElement[bool]) -> int:
    counting = select(func.count()).select_from(table).where(where)
    return connection.execute(counting).scalar_one()


def _moment(micros: int) -> str:
    late = " (it is late: is the bot running?)" if from_micros(micros) < datetime.now(UTC) else ""
    return f"{from_micros(micros):%Y-%m-%d %H:%M} UTC{late}"

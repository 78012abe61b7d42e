"""What was erased on purpose, as a list of ids beside the backups: none of it may come back with one."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from bot.dialogue.contributions import ContributionState
from storage.schema import OF_A_DIALOGUE, T

LIST_NAME = "erasures.jsonl"
Line = Mapping[str, str]
MARKED = tuple(
    table
    for name, table in vars(T).items()
    if not name.startswith("_") and {"id", "member", "state", "state_on", "shown_name"} <= set(table.c.keys())
)
"""What keeps a dated marker where words were."""


def write_erasures(connection: Connection, folder: Path) -> None:
    """Add to the list in *folder* whatever has been erased; what stands there stays."""
    path = folder / LIST_NAME
    lines = dict.fromkeys(read_erasures_as_text(path))
    for kind, table in (("text", T.erasure), ("dialogue", T.gone)):
        rows = connection.execute(select(table.c.id, table.c.workspace, table.c.on).order_by(table.c.id))
        for id, workspace, on in rows:
            lines[json.dumps({"kind": kind, "id": id, "workspace": workspace, "on": on})] = None
    scratch = path.with_name(f".{path.name}.part")
    with os.fdopen(
        os.open(scratch, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8"
    ) as out:
        out.writelines(f"{line}\n" for line in lines)
    scratch.replace(path)


def read_erasures_as_text(path: Path) -> tuple[str, ...]:
    """Return the lines of the list; none where there is no list."""
    return tuple(path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()


def read_erasures(path: Path) -> Iterator[Line]:
    """Return what was erased."""
    for line in read_erasures_as_text(path):
        found: Line = json.loads(line)
        yield found


def replay_erasures(connection: Connection, folder: Path) -> int:
    """Erase again what is on the list in *folder*; return how much of it had come back."""
    return sum(_erase_again(connection, line) for line in read_erasures(folder / LIST_NAME))


def _erase_again(connection: Connection, line: Line) -> int:
    if line["kind"] == "dialogue":
        return _delete_again(connection, line)
    found = connection.execute(select(T.revision).where(T.revision.c.id == line["id"])).mappings().first()
    if found is None:
        return 0
    connection.execute(delete(T.revision).where(T.revision.c.id == line["id"]))
    row = {name: found[name] for name in ("id", "workspace", "dialogue")} | {"on": line["on"]}
    connection.execute(insert(T.erasure).values(**row))
    for table in MARKED:
        connection.execute(_marking(table, found["of"], line["on"]))
    connection.execute(delete(T.stance).where(T.stance.c.contribution == found["of"]))
    return 1


def _marking(table: Table, id: str, on: str) -> Any:
    gone = {"state": ContributionState.ERASED, "state_on": on, "member": "", "shown_name": ""}
    return update(table).where(table.c.id == id).values(**gone, version=table.c.version + 1)


def _delete_again(connection: Connection, line: Line) -> int:
    dialogue = line["id"]
    if not connection.execute(select(T.dialogue.c.id).where(T.dialogue.c.id == dialogue)).scalar():
        return 0
    connection.execute(insert(T.gone).values(id=dialogue, workspace=line["workspace"], on=line["on"]))
    for table in OF_A_DIALOGUE:
        connection.execute(delete(table).where(table.c.dialogue == dialogue))
    connection.execute(delete(T.dialogue).where(T.dialogue.c.id == dialogue))
    connection.execute(delete(T.ledger_head).where(T.ledger_head.c.dialogue == dialogue))
    return 1

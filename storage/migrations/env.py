"""Run by Alembic: puts migrations on the connection that `upgrade` hands over, or on a scratch database."""

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

from storage import tables
from storage.database import open_in_memory


def _run(connection: Connection) -> None:
    # SQLite takes part of a table's change only as a new table; "batch" mode writes it like that.
    # https://alembic.sqlalchemy.org/en/latest/batch.html
    context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True)
    context.run_migrations()


_ = tables
given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:  # the command line of Alembic, used by whoever writes the next migration
    with open_in_memory().engine.connect() as scratch:
        _run(scratch)

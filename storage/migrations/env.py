"""Run by Alembic for `upgrade`, which hands over its connection and its transaction."""

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

from storage import tables

_ = tables
connection: Connection = context.config.attributes["connection"]
# SQLite takes part of a table's change only as a new table; "batch" mode writes it like that.
# https://alembic.sqlalchemy.org/en/latest/batch.html
context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True)
context.run_migrations()

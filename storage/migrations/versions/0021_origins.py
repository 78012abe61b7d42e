"""In which message words were written, so that whoever deletes it there takes them back here."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0021"
down_revision: Final = "0020"


def upgrade() -> None:
    op.create_table(
        "origin",
        sa.Column("id", sa.String(), primary_key=True, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("contribution", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["dialogue"], ["dialogue.id"]),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_origin_dialogue", "origin", ["dialogue"])
    op.create_index("ix_origin_contribution", "origin", ["contribution"])

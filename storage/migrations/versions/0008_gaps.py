"""Why parts of the map are empty."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0008"
down_revision: Final = "0007"


def upgrade() -> None:
    op.create_table(
        "gap",
        sa.Column("id", sa.String(), primary_key=True, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("mechanism", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("has_note", sa.Boolean(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["dialogue"], ["dialogue.id"]),
    )
    op.create_index("ix_gap_dialogue", "gap", ["dialogue"])

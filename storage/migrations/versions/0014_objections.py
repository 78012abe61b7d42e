"""Objections: what they say while they are sealed, and where each stands once its check-in has closed."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0014"
down_revision: Final = "0013"


def upgrade() -> None:
    for name in ("part", "need", "idea"):
        op.add_column("response", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.create_table(
        "objection",
        sa.Column("id", sa.String(), primary_key=True, nullable=False),
        _text("workspace"),
        sa.Column("version", sa.Integer(), nullable=False),
        *map(_text, ("dialogue", "statement", "check_in", "response", "member", "level", "shown_name")),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        _text("points"),
        _text("standing"),
        _text("settled_on", may_be_empty=True),
        sa.Column("was_asked", sa.Boolean(), nullable=False),
        _text("state"),
        _text("state_on", may_be_empty=True),
        sa.ForeignKeyConstraint(["dialogue"], ["dialogue.id"]),
        sa.ForeignKeyConstraint(["statement"], ["statement.id"]),
        sa.ForeignKeyConstraint(["check_in"], ["check_in.id"]),
    )
    op.create_index("ix_objection_check_in", "objection", ["check_in"])
    op.create_index("ix_objection_dialogue", "objection", ["dialogue"])


def _text(name: str, *, may_be_empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=may_be_empty)

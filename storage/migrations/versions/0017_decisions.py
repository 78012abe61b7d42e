"""What people confirmed of a reading, who decided, when it comes back, and what became of it."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0017"
down_revision: Final = "0016"


def upgrade() -> None:
    op.add_column("check_in", sa.Column("read_by", sa.String(), nullable=False, server_default="[]"))
    op.create_table(
        "decision",
        sa.Column("id", sa.String(), primary_key=True, nullable=False),
        _text("workspace"),
        sa.Column("version", sa.Integer(), nullable=False),
        *map(_text, ("dialogue", "statement", "check_in", "outcome", "fallback", "decided_by", "member")),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        _text("measure"),
        sa.Column("review_at", sa.BigInteger(), nullable=True),
        *map(_text, ("state", "history")),
        sa.ForeignKeyConstraint(["dialogue"], ["dialogue.id"]),
        sa.ForeignKeyConstraint(["statement"], ["statement.id"]),
        sa.ForeignKeyConstraint(["check_in"], ["check_in.id"]),
    )
    op.create_index("ix_decision_check_in", "decision", ["check_in"])
    op.create_index("ix_decision_dialogue", "decision", ["dialogue"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)

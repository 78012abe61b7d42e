"""Questions that hold a check-in open, answers, comments; a close that moves, and one withdrawn."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0011"
down_revision: Final = "0010"


def upgrade() -> None:
    op.add_column("check_in", sa.Column("extension", sa.String(), nullable=False, server_default="none"))
    op.add_column("check_in", sa.Column("held_since", sa.BigInteger(), nullable=True))
    op.add_column("check_in", sa.Column("moves", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("check_in", sa.Column("because", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "remark",
        sa.Column("id", sa.String(), primary_key=True, nullable=False),
        _text("workspace"),
        sa.Column("version", sa.Integer(), nullable=False),
        _text("dialogue"),
        _text("check_in"),
        _text("kind"),
        _text("to", may_be_empty=True),
        _text("member"),
        _text("level"),
        _text("shown_name"),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("is_settled", sa.Boolean(), nullable=False),
        _text("state"),
        _text("state_on", may_be_empty=True),
        sa.ForeignKeyConstraint(["dialogue"], ["dialogue.id"]),
        sa.ForeignKeyConstraint(["check_in"], ["check_in.id"]),
    )
    op.create_index("ix_remark_check_in", "remark", ["check_in"])
    op.create_index("ix_remark_dialogue", "remark", ["dialogue"])


def _text(name: str, *, may_be_empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=may_be_empty)

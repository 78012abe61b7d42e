"""What people take from the record: private first, shared when they choose."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0013"
down_revision: Final = "0012"


def upgrade() -> None:
    op.create_table(
        "interpretation",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"),
        _number("number"), _text("member"), _text("level"), _text("shown_name"), _text("based_on"),
        _text("rival_of", may_be_empty=True), _text("sureness"), _text("draft"),
        sa.Column("made_at", sa.BigInteger(), nullable=False), _text("shared_on", may_be_empty=True),
        _number("edits"), _text("state"), _text("state_on", may_be_empty=True),
        sa.ForeignKeyConstraint(["dialogue"], ["dialogue.id"]),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("ix_interpretation_dialogue", "interpretation", ["dialogue"])


def _text(name: str, *, is_key: bool = False, may_be_empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=is_key, nullable=may_be_empty)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)

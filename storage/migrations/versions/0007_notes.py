"""Lines of the notes in editions, what the authors they cite said, and who may draft."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0007"
down_revision: Final = "0006"


def upgrade() -> None:
    _lines()
    _drafters()
    _checks()


def _text(name: str, *, is_key: bool = False, may_be_empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=is_key, nullable=may_be_empty)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _moment(name: str) -> sa.Column[int]:
    """Microseconds since 1970."""
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _of(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([table], [f"{table}.id"])


def _lines() -> None:
    op.create_table(
        "line",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"),
        _number("number"), _number("edition"), _text("kind"), _text("sources"), _text("origin"),
        _text("member"), _text("level"), _text("shown_name"), _moment("made_at"), _text("state"),
        _text("state_on", may_be_empty=True), _of("dialogue"),
    )  # fmt: skip
    op.create_index("line_by_number", "line", ["dialogue", "number", "edition"], unique=True)


def _drafters() -> None:
    op.create_table(
        "drafters",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"),
        _text("drafting"), _of("dialogue"),
    )  # fmt: skip
    op.create_index("ix_drafters_dialogue", "drafters", ["dialogue"])


def _checks() -> None:
    op.create_table(
        "line_check",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("line"), _text("source"),
        _text("dialogue"), _text("member"), _text("answer"), _text("level"), _text("shown_name"),
        _moment("made_at"), _number("edits"), _text("state"), _text("state_on", may_be_empty=True),
        _of("line"), _of("dialogue"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("line_check_by_source", "line_check", ["line", "source"])
    op.create_index("ix_line_check_dialogue", "line_check", ["dialogue"])

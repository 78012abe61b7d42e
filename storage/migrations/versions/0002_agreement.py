"""Statements in editions, check-ins with their responses, and minority notes."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0002"
down_revision: Final = "0001"


def upgrade() -> None:
    _statements()
    _check_ins()
    _responses()
    _notes()


def _text(name: str, *, is_key: bool = False, may_be_empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=is_key, nullable=may_be_empty)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _moment(name: str, *, may_be_empty: bool = False) -> sa.Column[int]:
    """Microseconds since 1970."""
    return sa.Column(name, sa.BigInteger(), nullable=may_be_empty)


def _of(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([table], [f"{table}.id"])


def _statements() -> None:
    op.create_table(
        "statement",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"),
        _number("number"), _number("edition"), _text("member"), _text("level"), _text("shown_name"),
        _moment("made_at"), _text("state"), _text("state_on", may_be_empty=True), _of("dialogue"),
    )  # fmt: skip
    op.create_index("statement_by_number", "statement", ["dialogue", "number", "edition"], unique=True)


def _check_ins() -> None:
    op.create_table(
        "check_in",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"),
        _text("statement"), _text("place"), _text("method"), _text("scale"), _text("eligible"),
        _number("quorum"), _text("stakes"), _text("rule"), _text("levels"), _moment("opened_at"),
        _moment("closes_at"), _text("state"), _moment("closed_at", may_be_empty=True), _number("left"),
        _text("reading", may_be_empty=True), _of("dialogue"), _of("statement"),
    )  # fmt: skip
    op.create_index("ix_check_in_dialogue", "check_in", ["dialogue"])
    op.create_index("ix_check_in_statement", "check_in", ["statement"])


def _responses() -> None:
    op.create_table(
        "response",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("check_in"),
        _text("dialogue"), _text("member"), _text("kind"), _text("key", may_be_empty=True), _text("label"),
        _text("reason"), sa.Column("has_reason", sa.Boolean(), nullable=False), _text("level"),
        _text("shown_name"), _moment("made_at"), _text("state"), _text("state_on", may_be_empty=True),
        _of("check_in"), _of("dialogue"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("response_by_member", "response", ["check_in", "member"])
    op.create_index("ix_response_dialogue", "response", ["dialogue"])


def _notes() -> None:
    op.create_table(
        "minority_note",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"),
        _text("check_in"), _text("member"), _text("level"), _text("shown_name"), _moment("made_at"),
        _number("edits"), _text("signed_by"), _text("state"), _text("state_on", may_be_empty=True),
        _of("dialogue"), _of("check_in"),
    )  # fmt: skip
    op.create_index("ix_minority_note_check_in", "minority_note", ["check_in"])
    op.create_index("ix_minority_note_dialogue", "minority_note", ["dialogue"])

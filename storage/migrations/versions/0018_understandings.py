"""What is understood: a question, answers that are blind until the close, marks, and what came of it."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0018"
down_revision: Final = "0017"


def upgrade() -> None:
    _checks()
    _restatements()
    _marks()
    _understandings()


def _text(name: str, *, is_key: bool = False, may_be_empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=is_key, nullable=may_be_empty)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _moment(name: str, *, may_be_empty: bool = False) -> sa.Column[int]:
    """Microseconds since 1970."""
    return sa.Column(name, sa.BigInteger(), nullable=may_be_empty)


def _of(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{table}.id"])


def _checks() -> None:
    op.create_table(
        "understanding_check",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"),
        _number("number"), _text("place"), _text("question"), _text("eligible"), _number("quorum"),
        _text("levels"), _moment("opened_at"), _moment("closes_at"), _text("stage"),
        _text("line", may_be_empty=True), _number("left"), _text("reading", may_be_empty=True),
        _moment("closed_at", may_be_empty=True), _of("dialogue", "dialogue"),
    )  # fmt: skip
    op.create_index("ix_understanding_check_dialogue", "understanding_check", ["dialogue"])


def _restatements() -> None:
    op.create_table(
        "restatement",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("check"), _text("dialogue"),
        _number("number"), _text("member"), sa.Column("is_pass", sa.Boolean(), nullable=False),
        _text("level"), _text("shown_name"), _text("draft"), _moment("made_at"),
        _text("shared_on", may_be_empty=True), _text("state"), _text("state_on", may_be_empty=True),
        _of("check", "understanding_check"), _of("dialogue", "dialogue"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("ix_restatement_check", "restatement", ["check"])
    op.create_index("ix_restatement_dialogue", "restatement", ["dialogue"])


def _marks() -> None:
    op.create_table(
        "mark",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("check"), _text("dialogue"),
        _text("member"), _text("key"), _text("firmness"), _text("differs"),
        sa.Column("has_words", sa.Boolean(), nullable=False), _text("level"), _text("shown_name"),
        _moment("made_at"), _text("shared_on", may_be_empty=True), _text("state"),
        _text("state_on", may_be_empty=True),
        _of("check", "understanding_check"), _of("dialogue", "dialogue"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("ix_mark_check", "mark", ["check"])
    op.create_index("ix_mark_dialogue", "mark", ["dialogue"])


def _understandings() -> None:
    op.create_table(
        "understanding",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"),
        _number("number"), _text("check"), _text("scope"), _text("firmness"), _number("shared_by"),
        _text("seen_differently"), _text("based_on"), _text("returned_turns"), _text("returned_lines"),
        _text("recorded_by"), _moment("made_at"), _of("dialogue", "dialogue"),
        _of("check", "understanding_check"),
    )  # fmt: skip
    op.create_index("ix_understanding_dialogue", "understanding", ["dialogue"])

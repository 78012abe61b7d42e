"""Intentions written anew, what people bring, what became of words, and what somebody took on."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0016"
down_revision: Final = "0015"


def upgrade() -> None:
    _table("renewal", _text("earlier", may_be_empty=True), _text("because_of", may_be_empty=True))
    _table(
        "asset",
        _number("number"), *_author(), _text("kind"), _text("offered_as"), _text("limits"),
        _text("may_contact"), _text("audience"), _text("offered_for", may_be_empty=True),
        _moment("made_at"), _number("edits"), *_state(),
    )  # fmt: skip
    _table(
        "change_note",
        _number("number"), _text("sources"), _text("became"), _text("decided_by"), *_author(),
        _moment("made_at"), *_state(),
    )  # fmt: skip
    _table(
        "commitment",
        _number("number"), _text("sources"), _text("who"), _text("by_when"), _text("progress"),
        _text("why_not"), _text("progress_on", may_be_empty=True), *_author(), _moment("made_at"), *_state(),
    )  # fmt: skip


def _table(name: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(), primary_key=True, nullable=False),
        _text("workspace"),
        _number("version"),
        _text("dialogue"),
        *columns,
        sa.ForeignKeyConstraint(["dialogue"], ["dialogue.id"]),
    )
    op.create_index(f"ix_{name}_dialogue", name, ["dialogue"])


def _author() -> tuple[sa.Column[str], ...]:
    return _text("member"), _text("level"), _text("shown_name")


def _state() -> tuple[sa.Column[str], ...]:
    return _text("state"), _text("state_on", may_be_empty=True)


def _text(name: str, *, may_be_empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=may_be_empty)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _moment(name: str) -> sa.Column[int]:
    """Microseconds since 1970."""
    return sa.Column(name, sa.BigInteger(), nullable=False)

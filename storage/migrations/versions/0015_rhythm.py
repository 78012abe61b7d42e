"""What returns: schedules, who an occurrence and a post are for, and how members want to be met."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0015"
down_revision: Final = "0014"


def upgrade() -> None:
    _schedules()
    for name, default in (("schedule", ""), ("recipient", ""), ("moved_to", None), ("outcome", None)):
        op.add_column("occurrence", _text(name, default))
    op.create_index("occurrence_of_schedule", "occurrence", ["schedule", "day"])
    for name in ("recipient", "occasion", "about"):
        op.add_column("post", _text(name))
    for name in ("meant_for", "until", "stood_at"):
        op.add_column("post", _moment(name))
    op.create_index("post_for", "post", ["recipient", "stood_at"])
    op.add_column("member", _text("wishes", "{}"))
    for name in ("paused_until", "unreachable_since"):
        op.add_column("member", _moment(name))


def _schedules() -> None:
    op.create_table(
        "schedule",
        _text("id", None, is_key=True),
        _kept("workspace"),
        _kept("version", sa.Integer()),
        _kept("dialogue"),
        _kept("number", sa.Integer()),
        *map(_kept, ("action", "subject", "audience", "cadence", "time", "zone", "begins")),
        _kept("open_days", sa.Integer()),
        _kept("flow"),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        _moment("ended_at"),
        sa.ForeignKeyConstraint(["dialogue"], ["dialogue.id"]),
    )
    op.create_index("ix_schedule_dialogue", "schedule", ["dialogue"])


def _kept(name: str, kind: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    """Return a column that every row fills."""
    return sa.Column(name, kind or sa.String(), nullable=False)


def _text(name: str, default: str | None = "", *, is_key: bool = False) -> sa.Column[str]:
    """Return a text that rows of before have as *default*; without one it may be missing."""
    may_be_missing = default is None and not is_key
    return sa.Column(name, sa.String(), primary_key=is_key, nullable=may_be_missing, server_default=default)


def _moment(name: str) -> sa.Column[int]:
    """Return microseconds since 1970, or nothing."""
    return sa.Column(name, sa.BigInteger(), nullable=True)

"""More ways of asking: fallback, standing aside, counts from paper; several choices, and private reasons."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0006"
down_revision: Final = "0005"


def upgrade() -> None:
    _check_ins()
    _responses()


def _text(name: str, default: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=default)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _check_ins() -> None:
    op.add_column("check_in", _text("fallback", ""))
    op.add_column("check_in", _flag("stand_aside_binds"))
    op.add_column("check_in", _text("on_paper", "[]"))
    op.add_column("check_in", sa.Column("asked_on_paper", sa.Integer(), nullable=False, server_default="0"))


def _responses() -> None:
    op.add_column("response", _text("keys", "[]"))
    op.add_column("response", _text("labels", "[]"))
    op.add_column("response", _flag("is_private"))
    # The labels of that edition hold no mark that JSON would write another way.
    op.execute("""UPDATE response SET keys = '["' || key || '"]', labels = '["' || label || '"]'
                  WHERE key IS NOT NULL""")
    op.drop_column("response", "key")
    op.drop_column("response", "label")

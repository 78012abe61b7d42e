"""From where the bot was removed: nothing is sent there, and nothing is kept for longer than was promised."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0020"
down_revision: Final = "0019"


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.String(), primary_key=True, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("left_at", sa.BigInteger(), nullable=False),
        sa.Column("back_at", sa.BigInteger(), nullable=True),
    )

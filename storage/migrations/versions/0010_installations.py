"""Sealed tokens of workspaces whose people installed the bot themselves."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0010"
down_revision: Final = "0009"


def upgrade() -> None:
    op.create_table(
        "installation",
        sa.Column("workspace", sa.String(), primary_key=True, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("lease_until", sa.BigInteger(), nullable=False),
    )

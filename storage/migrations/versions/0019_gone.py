"""Dialogues that were deleted as a whole: only that they are gone, so that no backup brings them back."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0019"
down_revision: Final = "0018"


def upgrade() -> None:
    op.create_table(
        "gone",
        sa.Column("id", sa.String(), primary_key=True, nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("on", sa.String(), nullable=False),
    )

"""A post may be several messages of its platform, and it may not be known whether one was taken."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0003"
down_revision: Final = "0002"


def upgrade() -> None:
    op.execute("ALTER TABLE post RENAME COLUMN remote TO remotes")
    op.add_column("post", sa.Column("unsure_since", sa.BigInteger(), nullable=True))

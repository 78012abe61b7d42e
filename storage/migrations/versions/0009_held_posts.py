"""Posts that somebody holds are found at once: a place is served by one process at a time."""

from typing import Final

from alembic import op

revision: Final = "0009"
down_revision: Final = "0008"


def upgrade() -> None:
    op.create_index("post_held", "post", ["lease_until"])

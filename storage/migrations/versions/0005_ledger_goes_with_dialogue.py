"""The ledger of a dialogue that is deleted goes by a trigger: the bot itself may not delete it."""

from typing import Final

from alembic import op

revision: Final = "0005"
down_revision: Final = "0004"

TRIGGER = """
    CREATE TRIGGER ledger_goes_with_dialogue AFTER DELETE ON dialogue
    BEGIN DELETE FROM ledger WHERE ledger.dialogue = OLD.id; END
    """


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(TRIGGER)

"""Bring a database of an earlier version to the newest shape, in one transaction; forward only."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

HERE = Path(__file__).parent


def config() -> Config:
    """Return where Alembic finds the migrations, wherever the program was started."""
    made = Config()
    made.set_main_option("script_location", str(HERE).replace("%", "%%"))
    return made


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run the migrations that are missing; what fails, or is killed, leaves the version that was there."""
    made = config()
    made.attributes["connection"] = connection
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        command.upgrade(made, to)
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise

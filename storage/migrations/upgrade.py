"""Bring a database of an earlier version to the newest shape, in one transaction; forward only."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage.walls import build_walls

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
    is_sqlite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_sqlite else "BEGIN")
    try:
        command.upgrade(made, to)
        if not is_sqlite:
            build_walls(connection)
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise

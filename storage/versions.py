"""Which version a memory stands at, without touching it."""

from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from bot.errors import StoreUnusable
from storage.database import FILE_NAME, NEWEST

__all__ = ["NEWEST", "version_of"]


def version_of(folder: Path, address: str = "") -> str:
    """
    Return the version of the memory that the settings name.

    Raises:
        StoreUnusable: There is nothing yet, or it is not ours.
    """
    if address:
        from storage.owning import version_at  # noqa: PLC0415 - loaded only where it is used

        return version_at(address)
    path = folder / FILE_NAME
    if not path.exists():
        raise StoreUnusable(f"There is nothing in {folder} yet.")
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool, hide_parameters=True)
    try:
        with engine.connect() as connection:
            return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
    except DatabaseError as error:
        raise StoreUnusable(f"{path} is not a database of Counterpoint, or it is damaged.") from error
    finally:
        engine.dispose()

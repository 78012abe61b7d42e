"""Open the memory that the settings name: a database on a PostgreSQL server, or a file in the data folder."""

from pathlib import Path

from bot.errors import StoreUnusable
from storage.database import FILE_NAME, Database, open_file, open_to_read


def open_memory(folder: Path, address: str = "") -> Database:
    """
    Open the database at *address*, or the file in *folder* where there is no address.

    Raises:
        StoreUnusable: It cannot be used; the message says why.
    """
    if not address:
        return open_file(folder)
    from storage.owning import open_postgres  # noqa: PLC0415 - loaded only where it is used

    return open_postgres(address)


def open_to_look(folder: Path, address: str = "") -> Database:
    """
    Open the same for one look at everything; the bot may be running on it.

    Raises:
        StoreUnusable: There is nothing yet, it is not ours, or of another version.
    """
    if not address:
        return open_to_read(folder)
    from storage.owning import look_at_postgres  # noqa: PLC0415 - loaded only where it is used

    return look_at_postgres(address)


def find_faults_at(address: str) -> tuple[str, ...]:
    """Return, in plain words, what keeps a bot from using this database; an empty one is fine."""
    from storage.owning import find_faults  # noqa: PLC0415 - loaded only where it is used

    return tuple(find_faults(address))


def require_new(path: Path) -> None:
    """
    Let only a file pass that is not there yet, and that would be opened under its name.

    Raises:
        StoreUnusable: It is there, or a running bot would look for another name.
    """
    if path.exists():
        raise StoreUnusable(f"{path} is there already; nothing was written.")
    if path.name != FILE_NAME:
        raise StoreUnusable(f"The bot opens only a file of the name {FILE_NAME}, so {path} cannot be kept.")

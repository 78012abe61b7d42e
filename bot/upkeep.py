"""The sub-commands with which an operator looks after the memory: how it stands, copies, moves."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.console import given_settings, or_stop, screen, stop

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.settings import Settings

upkeep = typer.Typer()


@upkeep.command()
def status() -> None:
    """Say in plain words how things stand: dialogues, questions, posts that wait, what comes next."""
    from storage.status import read_status

    with or_stop(), _looking() as connection:
        for line in read_status(connection):
            screen.print(line)


@upkeep.command()
def verify() -> None:
    """Prove that no text, reason, salt or ledger entry was changed; name the first that does not match."""
    from storage.ledger import verify_all

    with or_stop(), _looking() as connection:
        found = verify_all(connection)
    for name, (count, wrong) in found.items():
        said = f"entry {wrong.number} does not match: {wrong.about}" if wrong else "all of them match"
        screen.print(f"{name}: {count} entries, {said}.")
    if not found:
        screen.print("There is no dialogue yet.")
    raise typer.Exit(1 if any(wrong for _, wrong in found.values()) else 0)


@upkeep.command()
def backup(
    path: Annotated[Path, typer.Argument(help="The new file; the list of erasures is kept beside it.")],
) -> None:
    """Write everything into a new file, also while the bot runs, and prove it."""
    from storage.backup import write_backup

    with or_stop(), _looking() as connection:
        counts = write_backup(connection, path)
    screen.print(f"{path}: {_told(counts)}. Keep the list of erasures beside it.")


@upkeep.command()
def restore(path: Annotated[Path, typer.Argument(help="A file that `backup` has written.")]) -> None:
    """Fill an empty memory with a backup, without what was erased since; the bot must not be running."""
    from storage.backup import checked
    from storage.opening import open_memory
    from storage.restoring import restore as fill

    settings = given_settings_or_stop()
    with or_stop():
        with checked(path):  # or a damaged copy would leave an empty memory behind
            pass
        database = open_memory(settings.data_dir, settings.database_url.get_secret_value())
        with closing(database):
            filled = fill(database, path, datetime.now(UTC))
    screen.print(f"Restored from {path}: {_told(filled.counts)}. Erased again: {filled.erased_again}.")


@upkeep.command()
def move() -> None:
    """Move everything from the file in DATA_DIR to the empty database in DATABASE_URL; stop the bot first."""
    from storage.restoring import MOVED
    from storage.restoring import move as fill

    settings = given_settings_or_stop()
    address = settings.database_url.get_secret_value()
    if not address:
        stop("DATABASE_URL is not set: it says where to move to.")
    with or_stop():
        filled = fill(settings.data_dir, address)
    screen.print(f"Moved: {_told(filled.counts)}. The file is kept, with {MOVED} at the end of its name.")


@upkeep.command()
def upgrade(
    check: Annotated[bool, typer.Option("--check", help="Only say what would be done.")] = False,  # noqa: FBT002 - Typer's way
) -> None:
    """Bring the memory to the version of this program, after a copy of it; `run` does the same."""
    from storage.opening import open_memory
    from storage.versions import NEWEST, version_of

    settings = given_settings_or_stop()
    address = settings.database_url.get_secret_value()
    with or_stop():
        found = version_of(settings.data_dir, address)
        if found == NEWEST or check:
            screen.print(f"The memory stands at {found}, this program at {NEWEST}.")
            return
        open_memory(settings.data_dir, address).close()
    screen.print(f"Brought from {found} to {NEWEST}.")


def given_settings_or_stop() -> "Settings":
    """Return what the operator has set, or say what is wrong with it and stop."""
    with or_stop():
        return given_settings()


def _told(counts: Mapping[str, int]) -> str:
    shown = {
        "dialogue": "dialogues",
        "member": "people",
        "contribution": "contributions",
        "ledger": "entries",
    }
    return ", ".join(f"{counts[name]} {plural}" for name, plural in shown.items())


def _looking() -> AbstractContextManager["Connection"]:
    from storage.status import looking_at

    settings = given_settings()
    return looking_at(settings.data_dir, settings.database_url.get_secret_value())
